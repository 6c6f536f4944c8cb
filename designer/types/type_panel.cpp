#include "designer/types/type_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/completer.h"
#include "designer/forms/field_problems.h"
#include "designer/forms/free_name.h"
#include "designer/forms/text_field.h"
#include "designer/forms/wrap_layout.h"
#include "designer/session/design_session.h"
#include "designer/types/member_text.h"
#include "model/design/entry_points.h"
#include "model/edits/declarations.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::ItemKind;
using design::SymbolId;
using design::TypeMember;
using design::TypeMemberKind;
using design::TypeNode;
using syntax::GrammarRule;

namespace {

struct FormRow {
    edits::TypeForm form;
    const char* words;
    const char* membersWords;
    const char* example;
};

constexpr FormRow formRows[] = {
    {edits::TypeForm::Record, QT_TRANSLATE_NOOP("TypePanel", "Record, open to further fields"),
     QT_TRANSLATE_NOOP("TypePanel", "Fields, separated by ;"), "string name; int age = 0"},
    {edits::TypeForm::ClosedRecord, QT_TRANSLATE_NOOP("TypePanel", "Closed record"),
     QT_TRANSLATE_NOOP("TypePanel", "Fields, separated by ;"), "string name; int age = 0"},
    {edits::TypeForm::Enum, QT_TRANSLATE_NOOP("TypePanel", "Enum"),
     QT_TRANSLATE_NOOP("TypePanel", "Members, separated by ,"), "RED, GREEN, BLUE"},
    {edits::TypeForm::Union, QT_TRANSLATE_NOOP("TypePanel", "Union"),
     QT_TRANSLATE_NOOP("TypePanel", "Types, separated by |"), "int|string"},
    {edits::TypeForm::Other, QT_TRANSLATE_NOOP("TypePanel", "Another type"),
     QT_TRANSLATE_NOOP("TypePanel", "Type"), "map<int>"},
};

const FormRow& rowOf(int index) {
    return formRows[size_t(qBound(0, index, int(std::size(formRows)) - 1))];
}

std::vector<std::string> parts(const QString& text, QChar separator) {
    std::vector<std::string> result;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            result.push_back(toStdString(trimmed));
    return result;
}

bool isRecord(ItemKind kind) {
    return kind == ItemKind::Record;
}

bool hasMembers(ItemKind kind) {
    return isRecord(kind) || kind == ItemKind::Enum || kind == ItemKind::Union;
}

/// What names a member to the edits: its name, or its text where it has none.
std::string nameOf(const TypeMember& member) {
    return member.name.empty() ? member.type : member.name;
}

} // namespace

TypePanel::TypePanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session), m_membersTitle(sectionLabel({})), m_members(new QWidget),
      m_rows(new QVBoxLayout(m_members)),
      m_addMember(new TextButton(tr("Member"), "row", nullptr, QStringLiteral("plus"))),
      m_open(new QCheckBox(tr("Open to further fields"))),
      m_public(new QCheckBox(tr("Public: other packages see it"))),
      m_descriptor(new TextField(tr("Type"), FieldRule::source(GrammarRule::TypeDescriptor))),
      m_documentation(new TextField(tr("Documentation"), FieldRule::prose())), m_tools(buildTools()),
      m_newType(buildNewType()) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    m_addMember->setObjectName(QStringLiteral("add-member"));
    m_descriptor->setObjectName(QStringLiteral("type-descriptor"));
    add(m_membersTitle);
    add(m_members);
    add(m_addMember, Qt::AlignLeft);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_descriptor, m_open, m_public, m_documentation, m_tools, m_newType})
        add(widget);

    complete(*m_descriptor, false);
    connect(m_addMember, &QPushButton::clicked, this, &TypePanel::addMember);
    connect(m_open, &QCheckBox::clicked, this, [this](bool open) {
        apply(edits::setRecordOpen(*m_session.snapshot(), m_type, open),
              open ? tr("Open record") : tr("Close record"));
    });
    connect(m_public, &QCheckBox::clicked, this, [this](bool isPublic) {
        apply(edits::setPublic(*m_session.snapshot(), m_type, isPublic), tr("Change visibility"));
    });
    connect(m_descriptor, &TextField::committed, this, [this](const QString& text) {
        const design::TypeGraph graph = design::buildTypeGraph(*m_session.snapshot());
        const TypeNode* node = find(graph);
        if (node && node->text != toStdString(text))
            apply(edits::setTypeDescriptor(*m_session.snapshot(), m_type, toStdString(text)),
                  tr("Change type"));
    });
    m_documentation->setPlaceholder(tr("What it is"));
    connect(m_documentation, &TextField::committed, this, [this](const QString& text) {
        const design::TypeGraph graph = design::buildTypeGraph(*m_session.snapshot());
        const TypeNode* node = find(graph);
        if (node && node->documentation != toStdString(text))
            apply(edits::setDocumentation(*m_session.snapshot(), m_type, toStdString(text)),
                  tr("Change documentation"));
    });
    connect(&session, &DesignSession::snapshotChanged, this, &TypePanel::refresh);
    showType({});
}

QWidget* TypePanel::buildTools() {
    auto* tools = new QWidget;
    auto* renameButton = new TextButton(tr("Rename\u2026"), "");
    auto* remove = new TextButton(tr("Delete"), "danger");
    auto* row = new WrapLayout(tools);
    row->addWidget(renameButton);
    row->addWidget(remove);
    connect(renameButton, &QPushButton::clicked, this, [this] { Q_EMIT renameRequested(m_type); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT deleteRequested(m_type); });
    return tools;
}

QWidget* TypePanel::buildNewType() {
    auto* form = new QWidget;
    m_newName = new TextField(tr("Name"), FieldRule::source(GrammarRule::Identifier));
    m_newName->setObjectName(QStringLiteral("type-name"));
    m_newForm = choiceBox();
    m_newForm->setAccessibleName(tr("Kind"));
    for (const FormRow& row : formRows)
        m_newForm->addItem(tr(row.words));
    m_newMembers = new TextField(tr(formRows[0].membersWords), FieldRule::code());
    m_newMembers->setObjectName(QStringLiteral("type-members"));
    m_newAdd = new TextButton(tr("Add"), "primary");
    m_newAdd->setObjectName(QStringLiteral("type-add"));
    auto* kind = columnIn(nullptr, 4);
    kind->addWidget(captionLabel(tr("Kind")));
    kind->addWidget(m_newForm);
    auto* column = columnIn(form, 12);
    column->addWidget(m_newName);
    column->addLayout(kind);
    column->addWidget(m_newMembers);
    column->addWidget(m_newAdd, 0, Qt::AlignLeft);
    const auto showExample = [this](int index) {
        m_newMembers->setCaption(tr(rowOf(index).membersWords));
        m_newMembers->setPlaceholder(QLatin1String(rowOf(index).example));
        if (rowOf(index).form == edits::TypeForm::Enum)
            m_newMembers->setCompleter({});
        else
            complete(*m_newMembers, rowOf(index).membersWords == formRows[0].membersWords);
    };
    connect(m_newForm, &QComboBox::currentIndexChanged, this, showExample);
    showExample(0);
    connect(m_newAdd, &QPushButton::clicked, this, &TypePanel::addType);
    connect(m_newName, &TextField::typed, this, [this] {
        setAvailable(m_newAdd, m_newName->isValid() ? QString() : tr("Give it a name first."));
    });
    return form;
}

/// Types are offered, and in a record the values of fields as well.
void TypePanel::complete(TextField& field, bool isInRecord) {
    field.setCompleter(completerAt(m_session, [this, isInRecord] {
        return CompletionPlace{isInRecord ? recordFieldFrame() : frameOf(GrammarRule::TypeDescriptor),
                               design::locate(*m_session.snapshot(), m_type).file};
    }));
}

const TypeNode* TypePanel::find(const design::TypeGraph& graph) const {
    for (const TypeNode& node : graph.nodes)
        if (!m_type.empty() && node.id == m_type)
            return &node;
    return nullptr;
}

void TypePanel::showType(const SymbolId& type) {
    m_type = type;
    m_memberLines.clear();
    m_newType->hide();
    showProblem({});
    refresh();
}

void TypePanel::startType() {
    showType({});
    setHead(QStringLiteral("type"), Colour::Data, tr("New type"), tr("What messages and state are made of."));
    m_newName->setText({});
    m_newMembers->setText({});
    setAvailable(m_newAdd, tr("Give it a name first."));
    m_newType->show();
    m_newName->setFocus();
}

void TypePanel::refresh() {
    if (m_newType->isVisibleTo(this))
        return;
    const design::TypeGraph graph = design::buildTypeGraph(*m_session.snapshot());
    const TypeNode* node = find(graph);
    showHead(node);
    const bool members = node && hasMembers(node->kind);
    m_membersTitle->setVisible(members);
    m_members->setVisible(members);
    m_addMember->setVisible(members);
    m_descriptor->setVisible(node && !members && !node->text.empty());
    m_open->setVisible(node && isRecord(node->kind));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_public, m_documentation, m_tools})
        widget->setVisible(node != nullptr);
    if (!node)
        return;
    m_membersTitle->setText(isRecord(node->kind)           ? tr("Fields")
                            : node->kind == ItemKind::Enum ? tr("Members")
                                                           : tr("Types"));
    m_addMember->setText(isRecord(node->kind)           ? tr("Field")
                         : node->kind == ItemKind::Enum ? tr("Member")
                                                        : tr("Type"));
    m_open->setChecked(node->isOpen);
    m_public->setChecked(node->isPublic);
    m_descriptor->showText(toQString(node->text));
    m_documentation->showText(toQString(node->documentation));
    rebuildMembers(*node);
    std::vector<PlacedField> fields;
    for (size_t index = 0; members && index < node->members.size(); ++index)
        fields.push_back({m_memberFields[index], node->members[index].range});
    if (!members)
        fields.push_back({m_descriptor, node->location.range});
    showProblem(showProblems(*m_session.snapshot(), node->location, fields).join(u'\n'));
}

void TypePanel::showHead(const TypeNode* node) {
    if (!node)
        return setHead(QStringLiteral("type"), Colour::Data, tr("Types"),
                       tr("Click a type to edit it, a class to open its designer."));
    setHead(toQString(node->icon), Colour::Data, toQString(node->name), toQString(node->detail));
}

void TypePanel::rebuildMembers(const TypeNode& node) {
    std::vector<std::string> lines;
    for (const TypeMember& member : node.members)
        lines.push_back(memberLine(member));
    if (lines == m_memberLines && m_rows->count() == int(lines.size()))
        return;
    m_memberLines = std::move(lines);
    m_memberFields.clear();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const TypeMember& member : node.members)
        addMemberRow(node, member);
}

void TypePanel::addMemberRow(const TypeNode& node, const TypeMember& member) {
    const bool isField = isRecord(node.kind) && member.kind == TypeMemberKind::Field;
    auto* row = new QWidget;
    auto* field =
        new TextField({}, isRecord(node.kind)           ? FieldRule::code(false)
                          : node.kind == ItemKind::Enum ? FieldRule::source(GrammarRule::EnumMember)
                                                        : FieldRule::source(GrammarRule::TypeDescriptor));
    m_memberFields.push_back(field);
    field->editor()->setAccessibleName(toQString(nameOf(member)));
    field->setText(toQString(memberLine(member)));
    field->setReadOnly(isRecord(node.kind) && !isField);
    if (node.kind != ItemKind::Enum)
        complete(*field, isRecord(node.kind));
    auto* remove = new IconButton(QStringLiteral("trash"), tr("Remove %1").arg(toQString(nameOf(member))));
    auto* layout = rowIn(row, 4);
    layout->addWidget(field, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    m_rows->addWidget(row);
    connect(field, &TextField::committed, this,
            [this, field, name = nameOf(member), line = memberLine(member)](const QString& text) {
                if (toStdString(text) != line)
                    editMember(name, text, field);
            });
    connect(remove, &QToolButton::clicked, this, [this, name = nameOf(member)] { removeMember(name); });
}

void TypePanel::editMember(const std::string& name, const QString& line, TextField* field) {
    const auto& snapshot = *m_session.snapshot();
    const design::TypeGraph graph = design::buildTypeGraph(snapshot);
    const TypeNode* node = find(graph);
    if (!node)
        return;
    if (node->kind == ItemKind::Enum) {
        apply(edits::setEnumMember(snapshot, m_type, name, toStdString(line)),
              tr("Change %1").arg(toQString(name)));
        return;
    }
    if (isRecord(node->kind)) {
        const auto text = readField(toStdString(line));
        if (text)
            apply(edits::setRecordField(snapshot, m_type, name, *text), tr("Change %1").arg(toQString(name)));
        else
            field->setProblem(tr("Write a type and a name, such as string name = \"guest\"."));
        return;
    }
    // A union is written anew from its members.
    std::string descriptor;
    for (const TypeMember& member : node->members) {
        const std::string part = nameOf(member) == name ? toStdString(line) : memberLine(member);
        descriptor += (descriptor.empty() ? "" : "|") + part;
    }
    apply(edits::setTypeDescriptor(snapshot, m_type, descriptor), tr("Change %1").arg(toQString(name)));
}

void TypePanel::removeMember(const std::string& name) {
    apply(edits::removeTypeMember(*m_session.snapshot(), m_type, name), tr("Remove %1").arg(toQString(name)));
}

void TypePanel::addMember() {
    const auto& snapshot = *m_session.snapshot();
    const design::TypeGraph graph = design::buildTypeGraph(snapshot);
    const TypeNode* node = find(graph);
    if (!node)
        return;
    const auto newName = [node](const char* stem) {
        return toStdString(freeName(QLatin1StringView(stem), [node](const QString& name) {
            return std::any_of(node->members.begin(), node->members.end(),
                               [&](const TypeMember& member) { return toQString(member.name) == name; });
        }));
    };
    if (isRecord(node->kind)) {
        edits::RecordFieldText field;
        field.name = newName("field");
        field.type = "string";
        field.defaultText = "\"\"";
        apply(edits::addRecordField(snapshot, m_type, field), tr("Add field"));
    } else if (node->kind == ItemKind::Enum) {
        apply(edits::addEnumMember(snapshot, m_type, newName("MEMBER")), tr("Add member"));
    } else {
        apply(edits::addUnionMember(snapshot, m_type, "()"), tr("Add type"));
    }
    if (auto* field = m_rows->count() ? m_rows->itemAt(m_rows->count() - 1)->widget()->findChild<TextField*>()
                                      : nullptr) {
        field->setFocus();
        field->selectAll();
    }
}

void TypePanel::addType() {
    edits::TypeText type;
    type.name = toStdString(m_newName->text().trimmed());
    type.form = rowOf(m_newForm->currentIndex()).form;
    const QString members = m_newMembers->text();
    switch (type.form) {
    case edits::TypeForm::Record:
    case edits::TypeForm::ClosedRecord:
        for (const std::string& line : parts(members, QLatin1Char(';'))) {
            const auto field = readField(line);
            if (!field)
                return m_newMembers->setProblem(
                    tr("\u201C%1\u201D is no field: write a type and a name.").arg(toQString(line)));
            type.fields.push_back(*field);
        }
        break;
    case edits::TypeForm::Enum: type.members = parts(members, QLatin1Char(',')); break;
    case edits::TypeForm::Union: type.members = parts(members, QLatin1Char('|')); break;
    case edits::TypeForm::Other: type.descriptor = toStdString(members.trimmed()); break;
    }
    const auto& files = m_session.snapshot()->files();
    const std::string file = files.empty() ? "main.bal" : files.front().path;
    const edits::EditResult result = edits::addType(*m_session.snapshot(), file, type);
    if (!apply(result, tr("Add %1").arg(toQString(type.name))))
        return;
    showType(design::symbolAt(*m_session.snapshot(), result.focus));
    Q_EMIT added(m_type);
}

bool TypePanel::apply(const edits::EditResult& result, const QString& label) {
    showProblem(toQString(result.problem));
    return result && m_session.apply(result.edit, label);
}

} // namespace barre::designer
