// Fields, lists of rows: what they tell, and when.
#include <doctest/doctest.h>

#include "designer/canvas/diagram_style.h"
#include "designer/forms/choice_field.h"
#include "designer/forms/row_list.h"
#include "designer/forms/text_field.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace barre;
using namespace barre::designer;

namespace {

/// A field in a window that is active, with what it told.
struct Shown {
    QStringList edited, committed; ///< outlive the window, which loses the focus when it goes away
    QWidget window;
    TextField* field;
    TextField* other;

    explicit Shown(FieldRule rule) {
        applyTheme(*qApp, Theme::Light);
        field = new TextField(QStringLiteral("Value"), rule, &window);
        other = new TextField(QStringLiteral("Other"), FieldRule::plain(), &window);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(field);
        column->addWidget(other);
        QObject::connect(field, &TextField::edited, [this](const QString& text) { edited << text; });
        QObject::connect(field, &TextField::committed, [this](const QString& text) { committed << text; });
        window.show();
        QApplication::setActiveWindow(&window);
        field->setFocus();
    }
    void type(const char* text) { QTest::keyClicks(field->editor(), QLatin1StringView(text)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(field->editor(), key, modifiers);
    }
    void leave() { other->setFocus(); }
};

const FieldRule expression = FieldRule::source(syntax::GrammarRule::Expression);

} // namespace

TEST_CASE("half an expression is never told of; the whole is, at once and when it is done") {
    Shown shown(expression);
    shown.type("1 +");
    CHECK(shown.edited == QStringList{QStringLiteral("1"), QStringLiteral("1 ")});
    CHECK(!shown.field->isValid());
    CHECK(shown.field->editor()->property("wrong").toBool());
    shown.key(Qt::Key_Return);
    CHECK(shown.committed.isEmpty());
    shown.type(" 2");
    shown.key(Qt::Key_Return);
    CHECK(shown.committed == QStringList{QStringLiteral("1 + 2")});
    CHECK(!shown.field->editor()->property("wrong").toBool());
}

TEST_CASE("a field that is being written in keeps what is written, until the project says something new") {
    Shown shown(expression);
    shown.field->setText(QStringLiteral("1"));
    shown.type("0");
    shown.field->showText(QStringLiteral("1"));
    CHECK(shown.field->text() != QStringLiteral("1"));
    shown.field->showText(QStringLiteral("7"));
    CHECK(shown.field->text() == QStringLiteral("7"));
}

TEST_CASE("a reverting field shows again what is so when it is left with half a text") {
    Shown shown(expression);
    shown.field->setReverting(true);
    shown.field->setText(QStringLiteral("1"));
    shown.key(Qt::Key_End);
    shown.type(" +");
    shown.leave();
    CHECK(shown.field->text() == QStringLiteral("1"));
    CHECK(shown.field->isValid());
}

TEST_CASE("Enter ends a line of words, and makes one in prose") {
    Shown words(FieldRule::plain());
    words.type("a");
    words.key(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(words.field->text() == QStringLiteral("a"));
    CHECK(words.committed.size() == 1);
    Shown prose(FieldRule::prose());
    prose.type("a");
    const int height = prose.field->editor()->height();
    prose.key(Qt::Key_Return);
    prose.type("b");
    CHECK(prose.field->text() == QStringLiteral("a\nb"));
    CHECK(prose.field->editor()->height() > height);
    prose.leave();
    CHECK(prose.committed == QStringList{QStringLiteral("a\nb")});
}

TEST_CASE("a problem that is given stands below the field until somebody writes") {
    Shown shown(FieldRule::plain());
    shown.field->setProblem(QStringLiteral("There is already one."));
    CHECK(shown.field->editor()->property("wrong").toBool());
    shown.type("x");
    CHECK(!shown.field->editor()->property("wrong").toBool());
}

TEST_CASE("a choice tells its value when somebody chooses, not when it is shown") {
    ChoiceField field(QStringLiteral("If it fails"), {{"check", "Return the error"}, {"", "Handle here"}});
    QStringList told;
    QObject::connect(&field, &FormField::edited, [&](const QString& value) { told << value; });
    field.showText({});
    CHECK(field.text().isEmpty());
    field.showText(QStringLiteral("check"));
    CHECK(field.text() == QStringLiteral("check"));
    CHECK(told.isEmpty());
}

TEST_CASE("an arrow key selects a row, a click or Enter opens it") {
    applyTheme(*qApp, Theme::Light);
    RowList list(QStringLiteral("Methods"));
    std::vector<ListRow> rows(3);
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].key = rows[i].text = QString::number(i);
    list.setRows(rows);
    list.resize(400, list.sizeHint().height());
    list.show();
    QStringList clicked, selected, opened;
    QObject::connect(&list, &RowList::rowClicked, [&](const QString& key) { clicked << key; });
    QObject::connect(&list, &RowList::rowSelected, [&](const QString& key) { selected << key; });
    QObject::connect(&list, &RowList::rowOpened, [&](const QString& key) { opened << key; });
    list.selectKey(QStringLiteral("0"));
    QTest::keyClick(&list, Qt::Key_Down);
    CHECK(selected == QStringList{QStringLiteral("1")});
    CHECK(clicked.isEmpty());
    QTest::keyClick(&list, Qt::Key_Return);
    CHECK(opened == QStringList{QStringLiteral("1")});
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(2)).center());
    CHECK(clicked == QStringList{QStringLiteral("2")});
}

TEST_CASE("a field goes away while it is written in, and tells nobody any more") {
    int told = 0;
    auto shown = std::make_unique<Shown>(expression);
    shown->type("1");
    QObject::connect(shown->field, &FormField::finished, [&] { ++told; });
    shown->window.setFocusPolicy(Qt::NoFocus);
    delete shown->field;
    CHECK(told == 0);
}

TEST_CASE("fields: one that was wrong for a while is as tall as before") {
    Shown shown(FieldRule::source(syntax::GrammarRule::Expression));
    CodeField* editor = shown.field->editor();
    REQUIRE(QTest::qWaitForWindowExposed(&shown.window));
    QApplication::processEvents();
    const int before = editor->sizeHint().height();
    CHECK(editor->height() == before);
    for (const char* typed : {"\"hi", "\""}) {
        QTest::keyClicks(editor, QLatin1String(typed));
        QApplication::processEvents();
        CHECK(editor->height() == before);
    }
}

TEST_CASE("fields: another placeholder is seen at once") {
    Shown shown(FieldRule::code());
    shown.field->setPlaceholder(QStringLiteral("8080 (default)"));
    REQUIRE(QTest::qWaitForWindowExposed(&shown.window));
    QApplication::processEvents();
    struct Paints : QObject {
        int count = 0;
        bool eventFilter(QObject*, QEvent* event) override {
            count += event->type() == QEvent::Paint;
            return false;
        }
    } paints;
    shown.field->editor()->viewport()->installEventFilter(&paints);
    shown.field->setPlaceholder(QStringLiteral("9090 (default)"));
    QApplication::processEvents();
    CHECK(paints.count > 0);
}

TEST_CASE("fields: what matches is said in the colour of the theme that is shown") {
    Shown shown(expression);
    shown.field->showNote(QStringLiteral("int"), NoteKind::Plain, QStringLiteral("matches"));
    const auto says = [&](Theme theme) {
        applyTheme(*qApp, theme);
        QApplication::processEvents();
        const QString colour = DiagramStyle(theme).colour(Colour::Run).name();
        const QList<QLabel*> labels = shown.field->findChildren<QLabel*>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel* label) { return label->text().contains(colour); });
    };
    CHECK(says(Theme::Dark));
    CHECK(says(Theme::Light));
}
