#include "designer/classes/class_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/problem_mark.h"
#include "designer/canvas/text.h"
#include "designer/classes/class_panel.h"
#include "designer/forms/page.h"
#include "designer/forms/row_list.h"
#include "designer/forms/wrap_layout.h"
#include "designer/session/design_session.h"
#include "model/edits/declarations.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

using design::ClassVariable;
using design::MethodDesign;
using design::SymbolId;

namespace {

ListRow rowOf(const ClassVariable& variable) {
    ListRow row;
    row.key = toQString(variable.id.path);
    row.icon = QStringLiteral("variable");
    row.iconColour = Colour::Data;
    row.text = toQString(variable.name);
    row.code = (variable.isFinal ? QStringLiteral("final ") : QString()) + toQString(variable.type);
    if (!variable.defaultText.empty())
        row.code += QStringLiteral(" = ") + toQString(variable.defaultText);
    row.trailing = variable.visibility.empty() ? ClassView::tr("module") : toQString(variable.visibility);
    row.mark = markOf(variable.problems);
    row.tooltip = toQString(variable.documentation);
    return row;
}

Colour colourOf(const MethodDesign& method) {
    if (!method.callback)
        return Colour::TextSecondary;
    if (method.name == "onOpen")
        return Colour::Run;
    if (method.name == "onClose")
        return Colour::Control;
    return method.name == "onError" ? Colour::ErrorHandling : Colour::Call;
}

ListRow rowOf(const MethodDesign& method, const LiveMarks& marks) {
    ListRow row;
    row.key = toQString(method.id.path);
    row.icon = toQString(method.icon);
    row.iconColour = colourOf(method);
    row.text = toQString(method.words);
    row.code = toQString(method.signature);
    const LiveMarks::Handler* handler = marks.handler(method.id.path);
    row.trailing = stepsText(method.steps, handler ? handler->calls : 0);
    row.mark = markOf(method.problems);
    row.tooltip = toQString(method.callback ? std::string(method.callback->help) : method.documentation);
    return row;
}

QString subtitleOf(const design::ClassDesign& design) {
    QString text = design.isConnection ? ClassView::tr("Connection service class")
                                       : toQString(design.qualifiers).trimmed();
    if (text.isEmpty())
        text = ClassView::tr("Class");
    else if (!design.isConnection)
        text += ClassView::tr(" class");
    QStringList paths;
    for (const std::string& path : design.servicePaths)
        paths << QStringLiteral("<b>%1</b>").arg(toQString(path).toHtmlEscaped());
    if (!paths.isEmpty())
        text += ClassView::tr(" of %1").arg(paths.join(QStringLiteral(", ")));
    QStringList inclusions;
    for (const std::string& inclusion : design.inclusions)
        inclusions << QStringLiteral("<code>%1</code>").arg(toQString(inclusion).toHtmlEscaped());
    if (!inclusions.isEmpty())
        text += ClassView::tr(" \u00B7 includes %1").arg(inclusions.join(QStringLiteral(", ")));
    return text;
}

} // namespace

ClassView::ClassView(DesignSession& session, QWidget* parent)
    : View(session, parent), m_page(new Page), m_variables(new RowList(tr("Class variables"))),
      m_methods(new RowList(tr("Methods"))),
      m_noVariables(captionLabel(tr("State that every handler of a connection can use."))),
      m_noMethods(captionLabel(tr("No method yet. Add a callback below."))),
      m_missingTitle(sectionLabel(tr("Not handled yet"))), m_missing(new QWidget),
      m_panel(new ClassPanel(session, this)) {
    m_panel->hide();
    auto* addVariable = new TextButton(tr("Variable"), "", nullptr, QStringLiteral("plus"));
    addVariable->setObjectName(QStringLiteral("add-variable"));
    addVariable->setToolTip(tr("Add a class variable (Ins)"));
    auto* addMethod = new TextButton(tr("Method"), "", nullptr, QStringLiteral("plus"));
    addMethod->setObjectName(QStringLiteral("add-method"));
    addMethod->setToolTip(tr("Add a method (Shift+Ins)"));
    m_page->addSection(tr("Class variables"), addVariable, m_variables);
    m_page->addWidget(m_noVariables);
    m_page->addSection(tr("Methods"), addMethod, m_methods);
    m_page->addWidget(m_noMethods);
    m_page->addSpace(12);
    m_page->addWidget(m_missingTitle);
    m_page->addWidget(m_missing);
    m_missing->setLayout(new WrapLayout(nullptr, 8));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);

    connect(addVariable, &QPushButton::clicked, this, &ClassView::addVariable);
    connect(addMethod, &QPushButton::clicked, this, &ClassView::addMethod);
    connect(m_variables, &RowList::rowClicked, this, &ClassView::chooseVariable);
    connect(m_variables, &RowList::rowOpened, this, [this](const QString& key) {
        chooseVariable(key);
        Q_EMIT panelFocusRequested();
    });
    connect(m_variables, &RowList::rowSelected, this, &ClassView::chooseVariable);
    connect(m_methods, &RowList::rowSelected, this, &ClassView::chooseMethod);
    connect(m_methods, &RowList::rowClicked, this, &ClassView::openMethod);
    connect(m_methods, &RowList::rowOpened, this, &ClassView::openMethod);
    for (RowList* list : {m_variables, m_methods}) {
        connect(list, &RowList::removeRequested, this, &ClassView::remove);
        connect(list, &RowList::menuRequested, this, &ClassView::showMenu);
    }
    connect(m_panel, &ClassPanel::placeRequested, this, &View::placeRequested);
    connect(m_panel, &ClassPanel::renamed, this,
            [this](const SymbolId& member) { selectRow(toQString(member.path)); });
    connect(m_panel, &ClassPanel::added, this, [this](const SymbolId& member) {
        selectRow(toQString(member.path));
        Q_EMIT panelFocusRequested();
    });
    connect(&session, &DesignSession::selectionChanged, this, &ClassView::followSelection);
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ClassView::show(const SymbolId& symbol) {
    m_class = symbol;
    m_page->showPlace(toQString(symbol.path));
    refresh();
    m_panel->showClass(m_class);
}

void ClassView::showLive(const LiveMarks& marks) {
    m_marks = marks;
    showMethods();
}

QWidget* ClassView::panel() {
    return m_panel;
}

Commands ClassView::commands() {
    Commands all{
        {QStringLiteral("class.addVariable"),
         tr("Add class variable"),
         tr("Class"),
         QStringLiteral("variable"),
         {QKeySequence(Qt::Key_Insert)},
         [this] { addVariable(); },
         [this] { return isVisible(); }},
        {QStringLiteral("class.addMethod"),
         tr("Add method"),
         tr("Class"),
         QStringLiteral("function"),
         {QKeySequence(Qt::SHIFT | Qt::Key_Insert)},
         [this] { addMethod(); },
         [this] { return isVisible(); }},
    };
    return withReason(std::move(all), tr("Open a class first."));
}

void ClassView::refresh() {
    m_design = design::buildClassDesign(*session().snapshot(), m_class);
    showTitle();
    showVariables();
    showMethods();
    showMissing();
}

void ClassView::showTitle() {
    m_page->setTitle(toQString(m_design.name));
    m_page->setSubtitle(subtitleOf(m_design));
}

void ClassView::showVariables() {
    std::vector<ListRow> rows;
    for (const ClassVariable& variable : m_design.variables)
        rows.push_back(rowOf(variable));
    m_variables->setRows(rows);
    m_variables->setVisible(!rows.empty());
    m_noVariables->setVisible(rows.empty());
}

void ClassView::showMethods() {
    std::vector<ListRow> rows;
    for (const MethodDesign& method : m_design.methods)
        rows.push_back(rowOf(method, m_marks));
    m_methods->setRows(rows);
    m_methods->setVisible(!rows.empty());
    m_noMethods->setVisible(rows.empty());
}

void ClassView::showMissing() {
    QLayout* layout = m_missing->layout();
    while (QLayoutItem* item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const design::CallbackRow* callback : m_design.missing) {
        auto* button = new TextButton(QStringLiteral("+ ") + toQString(callback->name), "dashed", m_missing);
        button->setObjectName(QStringLiteral("add-") + toQString(callback->name));
        button->setToolTip(toQString(callback->help));
        connect(button, &QPushButton::clicked, this,
                [this, name = std::string(callback->name)] { addCallback(name); });
        layout->addWidget(button);
        button->show();
    }
    m_missingTitle->setVisible(!m_design.missing.empty());
    m_missing->setVisible(!m_design.missing.empty());
    m_missing->updateGeometry();
}

void ClassView::chooseVariable(const QString& key) {
    m_methods->selectKey({});
    for (const ClassVariable& variable : m_design.variables)
        if (toQString(variable.id.path) == key) {
            m_panel->showVariable(variable.id);
            session().select({variable.id, variable.location});
        }
}

void ClassView::chooseMethod(const QString& key) {
    m_variables->selectKey({});
    for (const MethodDesign& method : m_design.methods)
        if (toQString(method.id.path) == key) {
            m_panel->showMethod(method.id);
            session().select({method.id, method.location});
        }
}

/// Wherever a member was selected – in the code, by its problem – it is marked and the panel shows it.
void ClassView::followSelection() {
    const SymbolId member = session().selection().symbol;
    const auto isMember = [&](const auto& each) { return each.id == member; };
    const bool isVariable = std::ranges::any_of(m_design.variables, isMember);
    if (!isVisible() || m_panel->shown() == member ||
        (!isVariable && !std::ranges::any_of(m_design.methods, isMember)))
        return;
    selectRow(toQString(member.path));
    isVariable ? m_panel->showVariable(member) : m_panel->showMethod(member);
}

/// Marks the row of a variable or method; an empty key marks none.
void ClassView::selectRow(const QString& key) {
    m_variables->selectKey(key);
    m_methods->selectKey(key);
}

void ClassView::openMethod(const QString& key) {
    Q_EMIT placeRequested({QStringLiteral("flow"), SymbolId{toStdString(key)}});
}

void ClassView::remove(const QString& key) {
    const SymbolId id{toStdString(key)};
    apply(edits::deleteDeclaration(*session().snapshot(), id), tr("Delete %1").arg(key));
    m_panel->showClass(m_class);
}

void ClassView::showMenu(const QString& key, const QPoint& position) {
    const bool isMethod = m_methods->selectedKey() == key && !key.isEmpty() && m_methods->hasFocus();
    QMenu menu;
    if (isMethod) {
        menu.addAction(icon(QStringLiteral("open")), tr("Open flow"), this, [this, key] { openMethod(key); });
        menu.addAction(icon(QStringLiteral("edit")), tr("Edit signature"), this, [this, key] {
            chooseMethod(key);
            Q_EMIT panelFocusRequested();
        });
    } else {
        menu.addAction(icon(QStringLiteral("edit")), tr("Edit"), this, [this, key] {
            chooseVariable(key);
            Q_EMIT panelFocusRequested();
        });
    }
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("trash"), Colour::Error), tr("Delete"), QKeySequence::Delete, this,
                   [this, key] { remove(key); });
    menu.exec(position);
}

void ClassView::addVariable() {
    selectRow({});
    m_panel->startVariable(m_class);
    Q_EMIT panelFocusRequested();
}

void ClassView::addMethod() {
    selectRow({});
    m_panel->startMethod(m_class);
    Q_EMIT panelFocusRequested();
}

void ClassView::addCallback(const std::string& name) {
    apply(edits::addCallbacks(*session().snapshot(), m_class, {name}), tr("Add %1").arg(toQString(name)));
}

void ClassView::apply(const edits::EditResult& result, const QString& label) {
    if (result)
        session().apply(result.edit, label);
    else
        m_panel->showProblem(toQString(result.problem));
}

} // namespace barre::designer
