// Completion where one writes: in the code and in fields, by keys.
#include <doctest/doctest.h>

#include "designer/canvas/completion_popup.h"
#include "designer/canvas/text.h"
#include "designer/code/code_editor.h"
#include "designer/forms/code_field.h"
#include "designer/forms/completer.h"
#include "designer/session/design_session.h"
#include "model/project/snapshot.h"

#include <QtTest/QTest>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

using namespace barre;
using namespace barre::designer;

namespace {

const std::string program =
    "type Room record {|string name; int size = 1;|};\n\nfunction f(Room room) {\n    \n}\n";

/// An editor in a window, with its list.
struct Writing {
    DesignSession session;
    QWidget window;
    CodeEditor* editor = nullptr;

    Writing() {
        session.openTexts({{"main.bal", program}});
        editor = new CodeEditor(session, &window);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(editor);
        window.resize(600, 400);
        window.show();
        editor->setFile("main.bal");
        editor->goTo(uint32_t(program.find("    \n}")) + 4);
        editor->setFocus();
    }
    CompletionPopup* list() const { return window.findChild<CompletionPopup*>(); }
    QString current() const { return list()->findChild<QListView*>()->currentIndex().data().toString(); }
    std::string text() const { return session.workspace().texts.at("main.bal"); }
};

} // namespace

TEST_CASE("typing in the code offers what may follow; Enter takes it") {
    Writing writing;
    QTest::keyClicks(writing.editor, QStringLiteral("string s = ro"));
    REQUIRE(writing.list()->isVisible());
    CHECK(writing.current() == QStringLiteral("room"));
    QTest::keyClick(writing.editor, Qt::Key_Return);
    CHECK_FALSE(writing.list()->isVisible());
    QTest::keyClicks(writing.editor, QStringLiteral(".na"));
    CHECK(writing.current() == QStringLiteral("name"));
    QTest::keyClick(writing.editor, Qt::Key_Tab);
    QTest::keyClicks(writing.editor, QStringLiteral(";"));
    writing.editor->flush();
    CHECK(writing.text().find("    string s = room.name;\n}") != std::string::npos);
}

TEST_CASE("the list goes away by Esc, by another word and with the focus") {
    Writing writing;
    QTest::keyClicks(writing.editor, QStringLiteral("ro"));
    REQUIRE(writing.list()->isVisible());
    QTest::keyClick(writing.editor, Qt::Key_Escape);
    CHECK_FALSE(writing.list()->isVisible());
    QTest::keyClick(writing.editor, Qt::Key_Space, Qt::ControlModifier);
    CHECK(writing.list()->isVisible());
    QTest::keyClicks(writing.editor, QStringLiteral("zzz"));
    CHECK_FALSE(writing.list()->isVisible());
}

TEST_CASE("a field offers what its completer knows, and puts the cursor where one goes on") {
    QWidget window;
    CodeField field(FieldText::Code, &window);
    field.setCompleter([](const QString& text, int cursor) {
        CHECK(text.left(cursor).startsWith(QStringLiteral("room.pu")));
        return design::Completions{{}, {{.name = "push", .text = "push()", .caretBack = 1}}};
    });
    field.showText(QStringLiteral("room.p"));
    field.moveCursor(QTextCursor::End);
    window.show();
    QTest::keyClicks(&field, QStringLiteral("u"));
    REQUIRE(window.findChild<CompletionPopup*>()->isVisible());
    QTest::keyClick(&field, Qt::Key_Tab);
    QTest::keyClicks(&field, QStringLiteral("1"));
    CHECK(field.text() == QStringLiteral("room.push(1)"));
}

TEST_CASE("an imagined edit leaves the project as it is") {
    DesignSession session;
    session.openTexts({{"main.bal", program}});
    const auto at = uint32_t(program.find("    \n}")) + 4;
    bool looked = false;
    session.imagine({{{.path = "main.bal",
                       .edits = {{{at, at}, "int x = room.name;"}},
                       .create = false,
                       .remove = false}}},
                    [&](const model::Snapshot& snapshot) {
                        looked = true;
                        CHECK_FALSE(snapshot.diagnostics().empty());
                        CHECK(snapshot.text("main.bal").find("room.name") != std::string_view::npos);
                    });
    CHECK(looked);
    CHECK(session.workspace().texts.at("main.bal") == program);
    CHECK(session.snapshot()->text("main.bal") == program);
    CHECK(session.snapshot()->diagnostics().empty());
    CHECK_FALSE(session.canUndo());
}

TEST_CASE("fields of forms offer what fits their place: types for a type, values for a value") {
    DesignSession session;
    session.openTexts(
        {{"main.bal", "type Room record {| string name; |};\n\nint limit = 3;\nstring title = \"\";\n"}});
    const auto offered = [&](const FieldFrame& frame, const QString& text) {
        const auto found =
            completerAt(session, [&] { return CompletionPlace{frame}; })(text, int(text.size()));
        std::vector<std::string> names;
        for (const design::Completion& item : found.items)
            names.push_back(item.name);
        return names;
    };
    const auto has = [](const std::vector<std::string>& names, const char* name) {
        return std::ranges::find(names, name) != names.end();
    };
    for (const auto& frame :
         {frameOf(syntax::GrammarRule::TypeDescriptor), frameOf(syntax::GrammarRule::Param),
          frameOf(syntax::GrammarRule::ResourcePath), recordFieldFrame()}) {
        const QString text = frame.after.starts_with("()") ? QStringLiteral("a/[R") : QStringLiteral("R");
        const auto names = offered(frame, text);
        CHECK(has(names, "Room"));
        CHECK_FALSE(has(names, "limit"));
        CHECK_FALSE(has(names, "_field"));
    }
    const auto values = offered(frameOf(syntax::GrammarRule::Expression, "int"), QStringLiteral("l"));
    REQUIRE_FALSE(values.empty());
    CHECK(values.front() == "limit");
    CHECK(has(values, "title"));
    CHECK(has(offered(frameOf(syntax::GrammarRule::Expression, "Room"), QStringLiteral("{n")), "name"));
    CHECK(session.workspace().texts.at("main.bal").find("_field") == std::string::npos);
}
