// A project on disk: saved byte for byte, watched, and safe from a crash.
#include <doctest/doctest.h>

#include "designer/session/design_session.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace barre;
using namespace barre::designer;

namespace {

constexpr int patience = 20000;

struct OnDisk {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("main.bal"));

    explicit OnDisk(const QByteArray& text = "int a = 1;\n") {
        QStandardPaths::setTestModeEnabled(true);
        write(text);
    }
    void write(const QByteArray& text) const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read() const {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

void replace(DesignSession& session, const std::string& from, const std::string& to) {
    const auto at = uint32_t(session.workspace().texts.at("main.bal").find(from));
    REQUIRE(session.apply({{{.path = "main.bal",
                             .edits = {{{at, at + uint32_t(from.size())}, to}},
                             .create = false,
                             .remove = false}}},
                          QStringLiteral("Edit")));
}

std::string textOf(const DesignSession& session) {
    return session.workspace().texts.at("main.bal");
}

} // namespace

TEST_CASE("what is saved differs from what was opened in the edit alone, whatever the bytes are") {
    const QByteArray before = "\xEF\xBB\xBF// odd\r\nint a=1 ;\t\r\n// \xFF\xFE no text\n\n\n";
    const OnDisk disk(before);
    DesignSession session;
    REQUIRE(session.open(disk.path) == QString());
    CHECK(session.save() == QString());
    CHECK(disk.read() == before);
    replace(session, "=1", "=2");
    CHECK(session.save() == QString());
    QByteArray expected = before;
    expected.replace("=1", "=2");
    CHECK(disk.read() == expected);
    CHECK(!session.isDirty());
}

TEST_CASE("a file that cannot be written is told of, and the work stays") {
    const OnDisk disk;
    DesignSession session;
    REQUIRE(session.open(disk.path) == QString());
    replace(session, "1", "2");
    REQUIRE(QFile::remove(disk.path));
    REQUIRE(QDir().rmdir(disk.folder.path()));
    QFile inItsPlace(disk.folder.path()); // no folder can be made here
    REQUIRE(inItsPlace.open(QIODevice::WriteOnly));
    CHECK(!session.save().isEmpty());
    CHECK(session.isDirty());
    CHECK(textOf(session) == "int a = 2;\n");
    inItsPlace.remove();
}

TEST_CASE("a change on disk is taken over as a step that can be undone") {
    const OnDisk disk;
    DesignSession session;
    REQUIRE(session.open(disk.path) == QString());
    disk.write("int a = 1;\nint b = 2;\n");
    CHECK(QTest::qWaitFor([&] { return textOf(session) == "int a = 1;\nint b = 2;\n"; }, patience));
    CHECK(!session.isDirty());
    session.undo();
    CHECK(textOf(session) == "int a = 1;\n");
    CHECK(session.isDirty());
}

TEST_CASE("when both sides changed a file nothing is overwritten before somebody says whose text stays") {
    for (const bool takesTheirs : {true, false}) {
        const OnDisk disk;
        DesignSession session;
        REQUIRE(session.open(disk.path) == QString());
        QStringList asked;
        QObject::connect(&session, &DesignSession::changedOnDisk,
                         [&](const QString& file) { asked << file; });
        replace(session, "1", "2");
        disk.write("int a = 3;\n");
        REQUIRE(QTest::qWaitFor([&] { return !asked.isEmpty(); }, patience));
        CHECK(!session.save().isEmpty());
        CHECK(disk.read() == "int a = 3;\n");
        if (takesTheirs)
            session.takeDiskVersion("main.bal");
        else
            session.keepOwnVersion("main.bal");
        CHECK(session.save() == QString());
        CHECK(disk.read() == (takesTheirs ? "int a = 3;\n" : "int a = 2;\n"));
        CHECK(textOf(session) == disk.read().toStdString());
    }
}

TEST_CASE("a file that was deleted stays until somebody says whether it shall") {
    for (const bool keeps : {true, false}) {
        const OnDisk disk;
        DesignSession session;
        REQUIRE(session.open(disk.path) == QString());
        QStringList asked;
        QObject::connect(&session, &DesignSession::deletedOnDisk,
                         [&](const QString& file) { asked << file; });
        REQUIRE(QFile::remove(disk.path));
        REQUIRE(QTest::qWaitFor([&] { return !asked.isEmpty(); }, patience));
        CHECK(textOf(session) == "int a = 1;\n");
        if (keeps)
            session.keepOwnVersion("main.bal");
        else
            session.takeDiskVersion("main.bal");
        CHECK(session.save() == QString());
        CHECK(QFile::exists(disk.path) == keeps);
        CHECK(session.workspace().texts.contains("main.bal") == keeps);
    }
}

TEST_CASE("a file that is read-only is not replaced behind its back") {
    const OnDisk disk;
    DesignSession session;
    REQUIRE(session.open(disk.path) == QString());
    REQUIRE(QFile::setPermissions(disk.path, QFile::ReadOwner));
    replace(session, "1", "2");
    CHECK(session.save().contains(QStringLiteral("read-only")));
    CHECK(disk.read() == "int a = 1;\n");
    REQUIRE(QFile::setPermissions(disk.path, QFile::ReadOwner | QFile::WriteOwner));
    CHECK(session.save() == QString());
    CHECK(disk.read() == "int a = 2;\n");
}

TEST_CASE("unsaved work outlives a crash, and stays until somebody says what shall become of it") {
    const OnDisk disk;
    {
        DesignSession session;
        REQUIRE(session.open(disk.path) == QString());
        replace(session, "1", "2");
        session.writeRecovery();
    } // no close(): it crashed
    {
        DesignSession session;
        REQUIRE(session.open(disk.path) == QString());
        CHECK(session.hasRecovery());
        CHECK(textOf(session) == "int a = 1;\n");
        session.writeRecovery(); // nothing is unsaved here, and nothing was answered
        session.close();
    }
    DesignSession session;
    REQUIRE(session.open(disk.path) == QString());
    REQUIRE(session.hasRecovery());
    session.restoreRecovery();
    CHECK(textOf(session) == "int a = 2;\n");
    CHECK(!session.hasRecovery());
    session.undo();
    CHECK(textOf(session) == "int a = 1;\n");
    session.redo();
    CHECK(session.save() == QString());
    DesignSession next;
    REQUIRE(next.open(disk.path) == QString());
    CHECK(!next.hasRecovery());
}
