#include "app/window/start_page.h"

#include "app/window/command_table.h"
#include "app/window/preferences.h"
#include "app/window/workbench.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "model/project/embedded_files.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace barre::app {

using designer::TextButton;
using designer::TextLabel;
using designer::TextRole;
using designer::toQString;

namespace {

const QString samplesFolder = QStringLiteral("samples/");

struct SampleRow {
    const char* name;
    const char* words;
};

/// The order and the words of the samples.
constexpr SampleRow sampleTable[] = {
    {"echo", QT_TRANSLATE_NOOP("StartPage", "Echo: answers every message with itself")},
    {"broadcast", QT_TRANSLATE_NOOP("StartPage", "Broadcast: sends every message to everybody")},
    {"chat", QT_TRANSLATE_NOOP("StartPage", "Chat: rooms, names, all callbacks")},
};

QString newFolder(const QDir& parent, const QString& name) {
    for (int number = 1;; ++number) {
        const QString path =
            parent.filePath(number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number));
        if (!QFileInfo::exists(path))
            return path;
    }
}

/// Stands over the icons of the rows below it.
TextLabel* heading(const QString& text, QWidget* parent) {
    TextLabel* label = designer::sectionLabel(text, parent);
    label->setIndent(8);
    return label;
}

TextButton* rowButton(const QString& words, const QString& iconName, QWidget* parent) {
    auto* button = new TextButton(words, "row", parent, iconName);
    button->setMinimumWidth(300);
    return button;
}

} // namespace

QStringList sampleNames() {
    QStringList names;
    for (const SampleRow& row : sampleTable)
        names.append(QLatin1StringView(row.name));
    return names;
}

QString copySample(const QString& name, const QString& parent, QString* problem) {
    const QString target = newFolder(QDir(parent), name);
    const QString prefix = samplesFolder + name + u'/';
    for (const model::EmbeddedFile& embedded : model::embeddedFiles()) {
        const QString path = toQString(embedded.path);
        if (!path.startsWith(prefix))
            continue;
        QFile file(target + u'/' + path.mid(prefix.size()));
        QDir().mkpath(QFileInfo(file).path());
        const bool written = file.open(QIODevice::WriteOnly) &&
                             file.write(embedded.bytes.data(), qint64(embedded.bytes.size())) >= 0 &&
                             file.flush();
        if (!written) {
            *problem = StartPage::tr("%1 could not be written. Choose another folder.").arg(file.fileName());
            return {};
        }
    }
    return target;
}

StartPage::StartPage(Workbench& workbench, QWidget* parent) : QFrame(parent), m_workbench(workbench) {
    setProperty("role", QStringLiteral("page"));
    auto* page = new QWidget(this);
    page->setFixedWidth(720);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Design and run WebSocket services"), TextRole::PageTitle, page));
    auto* line =
        new TextLabel(tr("Draw a service, Barre writes ordinary Ballerina. Run it, try it, and see it work."),
                      TextRole::Body, page);
    designer::setRole(line, "caption");
    column->addWidget(line);
    column->addSpacing(12);
    auto* actions = new QHBoxLayout;
    const auto addAction = [&](const char* role, const QString& command, const QString& iconName) {
        const CommandTable::Row* row = workbench.commands.find(command);
        if (!row)
            return;
        auto* button = new TextButton(row->command.words, role, page, iconName);
        button->setToolTip(workbench.commands.tooltip(command));
        connect(button, &QPushButton::clicked, this, [this, command] { m_workbench.commands.run(command); });
        actions->addWidget(button);
    };
    addAction("primary", QStringLiteral("file.newService"), QStringLiteral("plus"));
    addAction("", QStringLiteral("file.open"), QStringLiteral("folder"));
    addAction("", QStringLiteral("file.openFile"), QStringLiteral("file"));
    actions->addStretch(1);
    column->addLayout(actions);
    column->addSpacing(24);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(40);
    auto* samples = new QVBoxLayout;
    samples->setSpacing(2);
    samples->addWidget(heading(tr("Samples"), page));
    samples->addSpacing(4);
    for (const SampleRow& row : sampleTable) {
        const QString name = QLatin1StringView(row.name);
        auto* button = rowButton(tr(row.words), QStringLiteral("globe"), page);
        connect(button, &QPushButton::clicked, this, [this, name] { Q_EMIT sampleRequested(name); });
        samples->addWidget(button);
    }
    samples->addStretch(1);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    lists->addLayout(samples, 1);
    lists->addLayout(m_recent, 1);
    column->addLayout(lists);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(page, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(&workbench.preferences, &Preferences::recentProjectsChanged, this, &StartPage::showRecent);
    showRecent();
}

void StartPage::showRecent() {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_recent->addWidget(heading(tr("Recent"), this));
    m_recent->addSpacing(4);
    const QStringList paths = m_workbench.preferences.recentProjects();
    for (const QString& path : paths.first(qMin(paths.size(), 6))) {
        const QFileInfo info(path);
        auto* button = rowButton(info.fileName(),
                                 info.isDir() ? QStringLiteral("folder") : QStringLiteral("file"), this);
        button->setToolTip(path);
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested(path); });
        m_recent->addWidget(button);
    }
    if (paths.isEmpty()) {
        TextLabel* line = designer::captionLabel(tr("Projects that you opened are listed here."), this);
        line->setIndent(8);
        m_recent->addWidget(line);
    }
    m_recent->addStretch(1);
}

} // namespace barre::app
