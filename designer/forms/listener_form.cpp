#include "designer/forms/listener_form.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/completer.h"
#include "designer/forms/option_fields.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "model/design/service_design.h"
#include "model/edits/services.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using syntax::GrammarRule;

QString problemOfPort(const QString& text) {
    static const QRegularExpression number(QStringLiteral("^-?[0-9]+$"));
    const QString port = text.trimmed();
    bool fits = false;
    const int value = port.toInt(&fits);
    if (!number.match(port).hasMatch() || (fits && value >= 1 && value <= 65535))
        return {};
    return ListenerForm::tr("A port is a number from 1 to 65535.");
}

ListenerForm::ListenerForm(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session),
      m_name(new TextField(tr("Name"), FieldRule::source(GrammarRule::Identifier))),
      m_port(new TextField(tr("Port"), FieldRule::source(GrammarRule::Expression))),
      m_options(new OptionFields(session)) {
    m_port->setObjectName(QStringLiteral("listener-port"));
    m_port->setCheck(problemOfPort);
    m_port->setCompleter(
        completerAt(session, [] { return CompletionPlace{frameOf(GrammarRule::Expression, "int")}; }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_name);
    column->addWidget(m_port);
    column->addSpacing(4);
    column->addWidget(sectionLabel(tr("Listener options")));
    column->addWidget(m_options);
    connect(m_name, &TextField::committed, this, &ListenerForm::commit);
    connect(m_port, &TextField::committed, this, &ListenerForm::commit);
    connect(m_options, &OptionFields::committed, this, [this](const QString& option, const QString& text) {
        const auto result = edits::setListenerOption(*m_session.snapshot(), m_listener, toStdString(option),
                                                     toStdString(text));
        m_options->setProblem(option, toQString(result.problem));
        if (result)
            m_session.apply(result.edit, tr("Change %1").arg(option));
    });
    connect(&session, &DesignSession::snapshotChanged, this, &ListenerForm::refresh);
}

void ListenerForm::showListener(const design::SymbolId& listener) {
    m_listener = listener;
    refresh();
}

void ListenerForm::refresh() {
    if (m_listener.empty())
        return;
    const design::ListenerDesign design = design::buildListenerDesign(*m_session.snapshot(), m_listener);
    const std::pair<TextField*, const std::string*> fields[] = {{m_name, &design.name},
                                                                {m_port, &design.port}};
    for (const auto& [field, text] : fields)
        field->showText(toQString(*text));
    m_options->setOptions(design.options);
    std::vector<PlacedField> places = m_options->placed(design.options);
    places.push_back({m_port, design.portRange});
    places.push_back({m_name, design.location.range}); // and whatever is wrong elsewhere
    showProblems(*m_session.snapshot(), design.location, places);
}

void ListenerForm::commit() {
    const auto& snapshot = *m_session.snapshot();
    const design::ListenerDesign design = design::buildListenerDesign(snapshot, m_listener);
    const edits::ListenerText text{toStdString(m_name->text().trimmed()), design.type,
                                   toStdString(m_port->text().trimmed())};
    if (text.name == design.name && text.port == design.port)
        return;
    const edits::EditResult result = edits::setListener(snapshot, m_listener, text);
    m_name->setProblem(toQString(result.problem));
    if (!result || !m_session.apply(result.edit, tr("Change listener")) || text.name == design.name)
        return;
    m_listener = model::renamedTo(m_listener, text.name);
    refresh();
    Q_EMIT renamed(m_listener);
}

} // namespace barre::designer
