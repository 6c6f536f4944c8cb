#include "app/wizard/service_wizard.h"

#include "app/wizard/code_preview.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/free_name.h"
#include "designer/forms/listener_form.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "model/design/callbacks.h"
#include "model/design/declarations.h"
#include "model/design/entry_points.h"
#include "model/project/snapshot.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtGui/QScreen>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>

namespace barre::app {

using designer::FieldRule;
using designer::TextButton;
using designer::TextField;
using designer::toQString;
using designer::toStdString;
using syntax::GrammarRule;

namespace {

constexpr int formWidth = 380;

bool isChosenAtFirst(std::string_view callback) {
    return callback == "onTextMessage";
}

QStringList namesIn(const model::Snapshot& snapshot, design::ItemGroup wanted) {
    QStringList names;
    for (const design::TreeGroup& group : design::buildEntryPoints(snapshot).groups)
        if (group.group == wanted)
            for (const design::TreeItem& item : group.items)
                names << toQString(item.label);
    return names;
}

QString nameBeside(const QStringList& taken, const QString& stem) {
    return designer::freeName(stem, [&](const QString& name) { return taken.contains(name); });
}

/// What an edit adds, without what is there already.
std::string newTextOf(const model::WorkspaceEdit& edit) {
    QStringList parts;
    for (const model::FileEdit& file : edit.files)
        for (const model::TextEdit& change : file.edits)
            if (const QString part = toQString(change.newText).trimmed(); !part.isEmpty())
                parts.append(part);
    return toStdString(parts.join(QStringLiteral("\n\n")) + u'\n');
}

} // namespace

QString classNameFor(const QString& path) {
    QString name;
    bool upper = true;
    for (const QChar c : path) {
        const bool word = c.isLetterOrNumber() && c.unicode() < 128;
        if (word)
            name += upper ? c.toUpper() : c;
        upper = !word;
    }
    if (!name.isEmpty() && name.front().isDigit())
        name.clear();
    return name + QStringLiteral("Service");
}

namespace {

/// An empty folder becomes a package, so that other tools run it as well; what has files stays what it is.
model::WorkspaceEdit manifestFor(const designer::DesignSession& session) {
    const model::Workspace& workspace = session.workspace();
    if (!workspace.texts.empty() || workspace.isSingleFile())
        return {};
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_.]"));
    const QString name = session.projectName().replace(other, QStringLiteral("_"));
    const edits::EditResult made = edits::createProject("barre", toStdString(name));
    model::WorkspaceEdit edit;
    for (const model::FileEdit& file : made.edit.files)
        if (file.path == "Ballerina.toml")
            edit.files.push_back(file);
    return edit;
}

} // namespace

ServiceWizard::ServiceWizard(designer::DesignSession& session, Into into, QWidget* parent)
    : QDialog(parent), m_session(session), m_into(into) {
    if (into == Into::OpenProject)
        m_workspace = session.workspace();
    else
        model::applyEdit(m_workspace.texts, edits::createProject("barre", "service").edit);
    m_snapshot = model::takeSnapshot(m_workspace, nullptr, nullptr, model::Analysis::SyntaxOnly);
    setWindowTitle(tr("New WebSocket service"));
    resize(QSize(980, into == Into::NewProject ? 920 : 716).boundedTo(screen()->availableSize() * 0.94));

    auto* buttons = new QHBoxLayout;
    m_problem = new designer::TextLabel({}, designer::TextRole::Caption);
    designer::setRole(m_problem, "error");
    auto* cancel = new TextButton(tr("Cancel"), "");
    m_create = new TextButton(tr("Create"), "primary");
    m_create->setObjectName(QStringLiteral("wizard-create"));
    m_create->setDefault(true);
    buttons->setContentsMargins(24, 12, 24, 16);
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildForm());
    columns->addWidget(designer::verticalLine());
    columns->addWidget(buildPreview(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(columns, 1);
    layout->addWidget(designer::horizontalLine());
    layout->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &ServiceWizard::accept);
    fillListeners();
    suggestClassName();
    refresh();
    TextField* first = m_name ? m_name : m_path;
    first->setFocus();
    first->selectAll();
}

QWidget* ServiceWizard::buildForm() {
    auto* sheet = new QFrame;
    designer::setRole(sheet, "surface");
    auto* layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(new designer::TextLabel(tr("New WebSocket service"), designer::TextRole::PageTitle));
    if (m_into == Into::NewProject)
        layout->addWidget(buildProjectFields());
    layout->addWidget(buildServiceFields());
    layout->addWidget(buildCallbacks());
    layout->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(formWidth);
    scroll->setWidget(sheet);
    return scroll;
}

QWidget* ServiceWizard::buildProjectFields() {
    auto* fields = new QWidget;
    m_name = new TextField(tr("Project name"), FieldRule::source(GrammarRule::Identifier));
    m_name->setObjectName(QStringLiteral("wizard-name"));
    m_name->setText(QStringLiteral("chat"));
    m_folder = new TextField(tr("In the folder"), FieldRule::plain(false));
    m_folder->setObjectName(QStringLiteral("wizard-folder"));
    m_folder->setText(
        QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    auto* browse = new designer::IconButton(QStringLiteral("folder"), tr("Choose a folder"));
    auto* beside = designer::columnIn(nullptr, 0);
    beside->addSpacing(designer::lineHeight(designer::TextRole::Caption) + 8);
    beside->addWidget(browse);
    beside->addStretch();
    auto* folder = new QHBoxLayout;
    folder->setSpacing(4);
    folder->addWidget(m_folder, 1);
    folder->addLayout(beside);
    m_name->keepNoteRoom();
    m_folder->keepNoteRoom();
    auto* layout = designer::columnIn(fields, 4);
    layout->addWidget(m_name);
    layout->addLayout(folder);
    connect(browse, &QToolButton::clicked, this, &ServiceWizard::chooseFolder);
    connect(m_name, &TextField::typed, this, &ServiceWizard::suggestPath);
    connect(m_folder, &TextField::typed, this, &ServiceWizard::refresh);
    return fields;
}

QWidget* ServiceWizard::buildServiceFields() {
    auto* fields = new QWidget;
    m_listener = designer::choiceBox();
    m_listener->setObjectName(QStringLiteral("wizard-listener"));
    m_listener->setAccessibleName(tr("Listener"));
    m_port = new TextField(tr("Port"), FieldRule::source(GrammarRule::Expression));
    m_port->setObjectName(QStringLiteral("wizard-port"));
    m_port->setText(QStringLiteral("8080"));
    m_port->setCheck(designer::problemOfPort);
    m_path = new TextField(tr("Path of the service"), FieldRule::source(GrammarRule::AttachPoint));
    m_path->setObjectName(QStringLiteral("wizard-path"));
    m_path->setText(
        nameBeside(namesIn(*m_snapshot, design::ItemGroup::EntryPoints), QStringLiteral("/chat")));
    m_resourcePath =
        new TextField(tr("Path of the upgrade resource"), FieldRule::source(GrammarRule::ResourcePath));
    m_resourcePath->setObjectName(QStringLiteral("wizard-resource"));
    m_resourcePath->setHelp(
        tr("A dot is the service's path itself; rooms/[string room] adds a path parameter."));
    m_resourcePath->setText(QStringLiteral("."));
    m_className = new TextField(tr("Connection class"), FieldRule::source(GrammarRule::Identifier));
    m_className->setObjectName(QStringLiteral("wizard-class"));
    auto* listener = new QVBoxLayout;
    listener->setSpacing(4);
    listener->addWidget(designer::captionLabel(tr("Listener")));
    listener->addWidget(m_listener);
    auto* layout = designer::columnIn(fields, 4);
    layout->addLayout(listener);
    layout->addSpacing(12);
    for (TextField* field : {m_port, m_path, m_resourcePath, m_className}) {
        field->keepNoteRoom();
        layout->addWidget(field);
        connect(field, &TextField::typed, this, &ServiceWizard::refresh);
    }
    connect(m_listener, &QComboBox::currentIndexChanged, this, &ServiceWizard::refresh);
    connect(m_path, &TextField::typed, this, [this] {
        m_pathTyped = true;
        suggestClassName();
    });
    connect(m_className, &TextField::typed, this, [this] { m_classNameTyped = true; });
    return fields;
}

QWidget* ServiceWizard::buildCallbacks() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int index = 0;
    for (const design::CallbackRow& callback : design::callbacks()) {
        auto* check = new QCheckBox(toQString(callback.name));
        check->setObjectName(QStringLiteral("wizard-") + toQString(callback.name));
        check->setToolTip(toQString(callback.help));
        check->setChecked(isChosenAtFirst(callback.name));
        connect(check, &QCheckBox::toggled, this,
                [this, &callback](bool on) { chooseCallback(callback, on); });
        grid->addWidget(check, index / 2, index % 2);
        m_callbacks.push_back(check);
        ++index;
    }
    m_echo = new QCheckBox(tr("Echo: send every text back"));
    m_echo->setObjectName(QStringLiteral("wizard-echo"));
    connect(m_echo, &QCheckBox::toggled, this, &ServiceWizard::refresh);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(designer::sectionLabel(tr("Callbacks")));
    layout->addLayout(grid);
    layout->addWidget(m_echo);
    return box;
}

void ServiceWizard::chooseCallback(const design::CallbackRow& callback, bool on) {
    for (QCheckBox* other : m_callbacks)
        if (on && design::excludes(callback, toStdString(other->text())))
            other->setChecked(false);
    refresh();
}

QWidget* ServiceWizard::buildPreview() {
    auto* panel = new QWidget;
    m_preview = new CodePreview;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(24, 24, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(designer::captionLabel(tr("What will be written")));
    layout->addWidget(m_preview, 1);
    return panel;
}

void ServiceWizard::fillListeners() {
    m_listener->addItem(tr("New listener"));
    for (const QString& name : namesIn(*m_snapshot, design::ItemGroup::Listeners))
        m_listener->addItem(name, name);
    if (m_listener->count() > 1)
        m_listener->setCurrentIndex(1);
}

void ServiceWizard::chooseFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of the project"), m_folder->text());
    if (folder.isEmpty())
        return;
    m_folder->setText(QDir::toNativeSeparators(folder));
    refresh();
}

/// A project that is called talk most likely serves /talk.
void ServiceWizard::suggestPath() {
    const QString name = m_name->text().trimmed();
    if (!m_pathTyped && m_name->isValid())
        m_path->setText(u'/' + name.toLower());
    suggestClassName();
}

void ServiceWizard::suggestClassName() {
    if (!m_classNameTyped)
        m_className->setText(
            nameBeside(namesIn(*m_snapshot, design::ItemGroup::Types), classNameFor(m_path->text())));
    refresh();
}

edits::WebSocketServiceText ServiceWizard::text() const {
    edits::WebSocketServiceText text;
    const QString existing = m_listener->currentData().toString();
    text.isNewListener = existing.isEmpty();
    text.listener =
        toStdString(text.isNewListener ? nameBeside(namesIn(*m_snapshot, design::ItemGroup::Listeners),
                                                    QStringLiteral("wsListener"))
                                       : existing);
    text.port = toStdString(m_port->text().trimmed());
    text.path = toStdString(m_path->text().trimmed());
    text.resourcePath = toStdString(m_resourcePath->text().trimmed());
    text.className = toStdString(m_className->text().trimmed());
    for (size_t i = 0; i < m_callbacks.size(); ++i)
        if (m_callbacks[i]->isChecked())
            text.callbacks.emplace_back(design::callbacks()[i].name);
    text.echo = m_echo->isChecked() && m_echo->isEnabled();
    if (!m_snapshot->files().empty())
        text.file = design::firstFileOf(*m_snapshot);
    return text;
}

edits::EditResult ServiceWizard::serviceEdit() const {
    return edits::createWebSocketService(*m_snapshot, text());
}

QString ServiceWizard::projectFolder() const {
    if (m_into == Into::OpenProject)
        return {};
    return QDir(m_folder->text().trimmed()).filePath(m_name->text().trimmed());
}

QString ServiceWizard::projectProblem() const {
    if (m_into == Into::OpenProject)
        return {};
    if (!m_name->isValid() || !m_folder->isValid())
        return tr("Give the project a name and a folder.");
    const QDir folder(projectFolder());
    if (folder.exists() && !folder.isEmpty())
        return tr("%1 is not empty. Choose another name or folder.")
            .arg(QDir::toNativeSeparators(folder.path()));
    return {};
}

QString ServiceWizard::problem() const {
    for (const TextField* field : {m_port, m_path, m_resourcePath, m_className})
        if (field->isEnabled() && !field->isValid())
            return tr("%1: %2").arg(field->caption(),
                                    field->problem().isEmpty() ? tr("This is needed.") : field->problem());
    const QString project = projectProblem();
    return project.isEmpty() ? toQString(serviceEdit().problem) : project;
}

void ServiceWizard::refresh() {
    if (!m_create)
        return;
    m_port->setVisible(m_listener->currentData().toString().isEmpty());
    m_port->setEnabled(m_port->isVisibleTo(this));
    for (size_t i = 0; i < m_callbacks.size(); ++i)
        if (design::callbacks()[i].name == "onTextMessage")
            designer::setAvailable(m_echo,
                                   m_callbacks[i]->isChecked()
                                       ? QString()
                                       : tr("Choose onTextMessage first: it gets the texts to send back."));
    const QString sentence = problem();
    m_problem->setFullText(sentence);
    designer::setAvailable(m_create, sentence);
    const edits::EditResult edit = serviceEdit();
    if (!edit)
        return;
    m_preview->showCode(newTextOf(edit.edit));
}

bool ServiceWizard::writeProject() {
    const QString folder = projectFolder();
    if (!QDir().mkpath(folder)) {
        m_problem->setFullText(tr("Cannot make the folder %1. Is it writable?").arg(folder));
        return false;
    }
    model::FileTexts texts;
    model::applyEdit(texts, edits::createProject("barre", toStdString(m_name->text().trimmed())).edit);
    for (const auto& [file, bytes] : texts) {
        const auto written = model::writeFile(toStdString(QDir(folder).filePath(toQString(file))), bytes);
        if (!written) {
            m_problem->setFullText(toQString(written.problem));
            return false;
        }
    }
    const QString sentence = m_session.open(folder);
    m_problem->setFullText(sentence);
    return sentence.isEmpty();
}

void ServiceWizard::accept() {
    if (!problem().isEmpty() || (m_into == Into::NewProject && !writeProject()))
        return;
    const edits::EditResult edit = edits::createWebSocketService(*m_session.snapshot(), text());
    if (!edit) {
        m_problem->setFullText(toQString(edit.problem));
        return;
    }
    const QString label = tr("New service %1").arg(m_path->text()), key = QStringLiteral("wizard");
    if (m_into == Into::OpenProject)
        m_session.apply(manifestFor(m_session), label, key);
    m_session.apply(edit.edit, label, key);
    m_session.endMerge();
    m_session.select({design::symbolAt(*m_session.snapshot(), edit.focus), edit.focus});
    if (m_into == Into::NewProject)
        m_session.save();
    QDialog::accept();
}

} // namespace barre::app
