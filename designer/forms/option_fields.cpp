#include "designer/forms/option_fields.h"

#include "designer/canvas/text.h"
#include "designer/forms/completer.h"
#include "designer/forms/text_field.h"

#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

OptionFields::OptionFields(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(12);
}

TextField* OptionFields::fieldOf(const design::Option& option) {
    if (const auto it = m_fields.find(option.name); it != m_fields.end())
        return it->second;
    const QString label = toQString(option.row ? option.row->label : std::string_view(option.name));
    auto* field = new TextField(label, FieldRule::source(syntax::GrammarRule::Expression, true));
    field->setObjectName(QStringLiteral("option-") + toQString(option.name));
    if (option.row) {
        field->setHelp(toQString(option.row->help));
        const bool hasDefault = !option.row->defaultText.empty();
        field->setPlaceholder(hasDefault ? tr("%1 (default)").arg(toQString(option.row->defaultText))
                                         : tr("none"));
    }
    const std::string type(option.row ? option.row->type : std::string_view());
    field->setCompleter(completerAt(
        m_session, [type] { return CompletionPlace{frameOf(syntax::GrammarRule::Expression, type)}; }));
    m_rows->addWidget(field);
    m_fields[option.name] = field;
    connect(field, &TextField::committed, this, [this, name = option.name](const QString& text) {
        if (m_texts[name] == toStdString(text.trimmed()))
            return;
        m_texts[name] = toStdString(text.trimmed());
        Q_EMIT committed(toQString(name), text.trimmed());
    });
    return field;
}

void OptionFields::setOptions(const std::vector<design::Option>& options) {
    for (const auto& [name, field] : m_fields)
        field->hide();
    for (const design::Option& option : options) {
        TextField* field = fieldOf(option);
        m_texts[option.name] = option.isSet ? option.text : std::string();
        field->showText(option.isSet ? toQString(option.text) : QString());
        field->show();
    }
}

std::vector<PlacedField> OptionFields::placed(const std::vector<design::Option>& options) const {
    std::vector<PlacedField> fields;
    for (const design::Option& option : options)
        if (const auto it = m_fields.find(option.name); it != m_fields.end())
            fields.push_back({it->second, option.range});
    return fields;
}

void OptionFields::setProblem(const QString& option, const QString& problem) {
    if (const auto it = m_fields.find(toStdString(option)); it != m_fields.end())
        it->second->setProblem(problem);
}

} // namespace barre::designer
