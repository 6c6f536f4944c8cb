// The item models under Qt's tester, and the session with files on disk.
#include <doctest/doctest.h>

#include "designer/problems/problems_model.h"
#include "designer/session/design_session.h"
#include "designer/sidebar/project_model.h"
#include "designer/sidebar/sidebar.h"
#include "model/design/entry_points.h"
#include "model/project/snapshot.h"
#include "tests/support/sample.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QTreeView>

using namespace barre;
using namespace barre::designer;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    CHECK(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

/// A package on disk with one file.
struct Package {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("main.bal"));

    Package() {
        QStandardPaths::setTestModeEnabled(true);
        write(folder.filePath(QStringLiteral("Ballerina.toml")),
              "[package]\norg = \"a\"\nname = \"b\"\nversion = \"0.1.0\"\n");
        write(file, "int first = 1;\n");
    }
};

model::WorkspaceEdit replacing(const char* file, uint32_t begin, uint32_t end, const char* text) {
    return {{{.path = file, .edits = {{{begin, end}, text}}, .create = false, .remove = false}}};
}

} // namespace

TEST_CASE("the project tree is a sound model, also while it changes") {
    ProjectModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    DesignSession session;
    session.openTexts(test::sample("chat"));
    model.setTree(design::buildEntryPoints(*session.snapshot()));
    CHECK(model.rowCount() == 6);
    const QModelIndex handler = model.indexOf(model::SymbolId{"ChatService.onTextMessage"});
    REQUIRE(handler.isValid());
    CHECK(handler.parent().parent().parent().parent() == QModelIndex());
    model.setCounts({{QStringLiteral("ChatService.onTextMessage"), 41}});
    model.setTree({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("the problems are a sound model that knows places") {
    ProblemsModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    DesignSession session;
    session.openTexts({{"main.bal", "function f() {\n    int a = ;\n}\n"}});
    model.setSnapshot(*session.snapshot());
    REQUIRE(model.rowCount() > 0);
    CHECK(model.place(0).file == "main.bal");
    CHECK(model.data(model.index(0), Qt::ToolTipRole).toString().contains(QStringLiteral("main.bal:2:")));
}

TEST_CASE("a session saves what was changed and nothing else") {
    const Package package;
    DesignSession session;
    REQUIRE(session.open(package.folder.path()) == QString());
    CHECK(!session.isDirty());
    REQUIRE(session.apply(replacing("main.bal", 12, 13, "2"), QStringLiteral("Edit")));
    CHECK(session.isDirty());
    CHECK(bytesOf(package.file) == "int first = 1;\n");
    CHECK(session.save() == QString());
    CHECK(!session.isDirty());
    CHECK(bytesOf(package.file) == "int first = 2;\n");
    session.undo();
    CHECK(session.isDirty());
    CHECK(session.save() == QString());
    CHECK(bytesOf(package.file) == "int first = 1;\n");
}

TEST_CASE("an edit that does not fit the text is refused") {
    DesignSession session;
    session.openTexts({{"main.bal", "int a = 1;"}});
    CHECK(!session.apply(replacing("main.bal", 5, 99, ""), QStringLiteral("Edit")));
    CHECK(!session.apply(replacing("other.bal", 0, 0, "x"), QStringLiteral("Edit")));
    CHECK(!session.apply({}, QStringLiteral("Edit")));
    CHECK(!session.canUndo());
}

TEST_CASE("a change on disk is taken over, and asked about when there are changes here") {
    const Package package;
    DesignSession session;
    REQUIRE(session.open(package.folder.path()) == QString());
    write(package.file, "int first = 7;\n");
    CHECK(QTest::qWaitFor([&] { return session.workspace().texts.at("main.bal") == "int first = 7;\n"; },
                          5000));
    CHECK(!session.isDirty());
    session.undo();
    CHECK(session.workspace().texts.at("main.bal") == "int first = 1;\n");
    QSignalSpy asked(&session, &DesignSession::changedOnDisk);
    write(package.file, "int first = 9;\n");
    CHECK(QTest::qWaitFor([&] { return asked.count() > 0; }, 5000));
    CHECK(session.workspace().texts.at("main.bal") == "int first = 1;\n");
    session.takeDiskVersion("main.bal");
    CHECK(session.workspace().texts.at("main.bal") == "int first = 9;\n");
    CHECK(!session.isDirty());
}

TEST_CASE("unsaved text outlives a crash") {
    const Package package;
    {
        DesignSession session;
        REQUIRE(session.open(package.folder.path()) == QString());
        REQUIRE(session.apply(replacing("main.bal", 0, 0, "// unsaved\n"), QStringLiteral("Edit")));
        session.writeRecovery();
    }
    DesignSession session;
    REQUIRE(session.open(package.folder.path()) == QString());
    REQUIRE(session.hasRecovery());
    session.restoreRecovery();
    CHECK(session.workspace().texts.at("main.bal") == "// unsaved\nint first = 1;\n");
    CHECK(session.save() == QString());
    CHECK(!session.hasRecovery());
}

TEST_CASE("the selection follows its text through edits") {
    DesignSession session;
    session.openTexts({{"main.bal", "int a = 1; int b = 2;"}});
    session.select({{}, {"main.bal", {11, 21}}});
    REQUIRE(session.apply(replacing("main.bal", 0, 0, "// x\n"), QStringLiteral("Edit")));
    CHECK(session.selection().location.range == model::SourceRange{16, 26});
    session.undo();
    CHECK(session.selection().location.range == model::SourceRange{11, 21});
}

TEST_CASE("keys reach the + of every group of the tree, and it is always seen") {
    DesignSession session;
    session.openTexts(test::sample("chat"));
    Sidebar sidebar;
    sidebar.resize(240, 1200);
    sidebar.setTree(design::buildEntryPoints(*session.snapshot()));
    sidebar.show();
    QSignalSpy asked(&sidebar, &Sidebar::addRequested);
    QTreeView& tree = sidebar.view();
    tree.setFocus();
    tree.setCurrentIndex(tree.model()->index(0, 0));
    QTest::keyClick(&tree, Qt::Key_Return);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][0].value<design::ItemGroup>() == design::ItemGroup::EntryPoints);
    QSet<QString> headings{tree.currentIndex().data().toString()};
    for (int row = 0; row < 200; ++row) {
        QTest::keyClick(&tree, Qt::Key_Down);
        if (!tree.currentIndex().parent().isValid())
            headings.insert(tree.currentIndex().data().toString());
    }
    CHECK(headings.size() == tree.model()->rowCount());
    QTest::keyClick(&tree, Qt::Key_Insert);
    CHECK(asked.size() == 2);
    CHECK(asked[1][0].value<design::ItemGroup>() == design::ItemGroup::Variables);

    const QRect heading = tree.visualRect(tree.model()->index(2, 0));
    const QImage drawn = tree.viewport()->grab(heading).toImage();
    const QColor paper = drawn.pixelColor(drawn.width() / 2, drawn.height() / 2);
    bool isDrawn = false;
    for (int x = drawn.width() - 24; x < drawn.width(); ++x)
        for (int y = 0; y < drawn.height(); ++y)
            isDrawn |= drawn.pixelColor(x, y) != paper;
    CHECK(isDrawn);
}
