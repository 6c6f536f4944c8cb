#include "app/run/run_form.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "model/edits/services.h"

#include <QtCore/QProcess>
#include <QtWidgets/QDialog>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::app {

using designer::FieldRule;
using designer::TextButton;
using designer::TextField;
using designer::toQString;

namespace {

/// A parameter that is one word of the command line; the others (rest, arrays, records of options) take
/// several.
bool isWord(const design::Parameter& parameter) {
    static constexpr std::string_view types[] = {"string", "int", "float", "decimal", "byte", "boolean"};
    const std::string_view type = parameter.type;
    return !parameter.isRest &&
           std::ranges::find(types, type.substr(0, type.size() - type.ends_with('?'))) != std::end(types);
}

bool isOptional(const design::Parameter& parameter) {
    return !parameter.defaultText.empty() || !isWord(parameter) || parameter.type.ends_with('?');
}

class RunDialog : public QDialog {
public:
    RunDialog(QWidget* parent, designer::DesignSession& session, const design::RunNeeds& needs,
              const QStringList& arguments)
        : QDialog(parent), m_session(session), m_needs(needs), m_run(new TextButton(tr("Run"), "primary")),
          m_fields(designer::columnIn(new QWidget, 12)) {
        setWindowTitle(tr("Run"));
        setMinimumWidth(440);
        if (!needs.settings.empty())
            addSettings();
        if (!needs.arguments.empty())
            addArguments(arguments);
        arrange();
        check();
    }

    RunAnswers answers() const {
        RunAnswers answers;
        for (const auto& [id, field] : m_settings)
            answers.settings.emplace_back(id, field->text().trimmed());
        QStringList fields;
        for (const TextField* field : m_arguments)
            fields << field->text().trimmed();
        answers.arguments = wordsOf(m_needs.arguments, fields);
        return answers;
    }

private:
    void arrange() {
        m_fields->addStretch();
        auto* scroll = new QScrollArea;
        scroll->setWidget(m_fields->parentWidget());
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setMinimumHeight(qMin(m_fields->sizeHint().height() + 8, 480));
        auto* cancel = new TextButton(tr("Cancel"), "");
        m_run->setDefault(true);
        auto* buttons = designer::rowIn(nullptr, 8);
        buttons->addStretch();
        buttons->addWidget(cancel);
        buttons->addWidget(m_run);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(16, 16, 16, 16);
        column->setSpacing(12);
        column->addWidget(
            new designer::TextLabel(tr("What it needs to run"), designer::TextRole::Title, this));
        column->addWidget(scroll, 1);
        column->addLayout(buttons);
        connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
        connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
        if (auto* first = findChild<TextField*>())
            first->setFocus();
    }

    void addTitle(const QString& title, const QString& help) {
        auto* head = designer::columnIn(nullptr, 4);
        head->addWidget(designer::sectionLabel(title));
        head->addWidget(designer::captionLabel(help));
        m_fields->addLayout(head);
    }

    TextField* addField(const std::string& name, const std::string& type, FieldRule rule) {
        auto* field = new TextField(toQString(name), rule);
        field->setObjectName(QStringLiteral("run-") + toQString(name));
        field->showNote(toQString(type));
        m_fields->addWidget(field);
        connect(field, &TextField::typed, this, [this] { check(); });
        connect(field, &TextField::entered, m_run, &QPushButton::click);
        return field;
    }

    void addSettings() {
        addTitle(tr("Settings"), tr("These configurables have no value yet. They are kept in Config.toml."));
        for (const design::VariableDesign& setting : m_needs.settings) {
            TextField* field = addField(setting.name, setting.type, FieldRule::code(false));
            field->setCheck([this, id = setting.id](const QString& text) {
                return toQString(
                    edits::setConfigValue(*m_session.snapshot(), id, designer::toStdString(text)).problem);
            });
            m_settings.emplace_back(setting.id, field);
        }
    }

    void addArguments(const QStringList& before) {
        addTitle(tr("Arguments of main"), tr("They are remembered for the next run of this project."));
        for (size_t index = 0; index < m_needs.arguments.size(); ++index) {
            const design::Parameter& parameter = m_needs.arguments[index];
            TextField* field =
                addField(parameter.name, parameter.type, FieldRule::plain(isOptional(parameter)));
            if (!parameter.defaultText.empty())
                field->setPlaceholder(tr("%1 (default)").arg(toQString(parameter.defaultText)));
            const QStringList own = before.mid(int(index), isWord(parameter) ? 1 : -1);
            field->setText(own.join(u' '));
            m_arguments.push_back(field);
        }
    }

    /// An argument that is left out takes those behind it with it.
    bool isGapless() const {
        bool ended = false;
        for (const TextField* field : m_arguments) {
            const bool isEmpty = field->text().trimmed().isEmpty();
            if (ended && !isEmpty)
                return false;
            ended |= isEmpty;
        }
        return true;
    }

    void check() {
        bool complete = true;
        for (const auto& [id, field] : m_settings)
            complete &= field->isValid();
        for (const TextField* field : m_arguments)
            complete &= field->isValid();
        designer::setAvailable(m_run, !complete      ? tr("Fill in the fields above first.")
                                      : !isGapless() ? tr("Give the arguments before the last one as well.")
                                                     : QString());
    }

    designer::DesignSession& m_session;
    const design::RunNeeds& m_needs;
    TextButton* m_run;
    QVBoxLayout* m_fields;
    std::vector<std::pair<model::SymbolId, TextField*>> m_settings;
    std::vector<TextField*> m_arguments;
};

} // namespace

QStringList wordsOf(const std::vector<design::Parameter>& parameters, const QStringList& fields) {
    QStringList words;
    for (qsizetype index = 0; index < fields.size() && index < qsizetype(parameters.size()); ++index) {
        if (fields[index].isEmpty())
            break;
        if (isWord(parameters[size_t(index)]))
            words << fields[index];
        else
            words << QProcess::splitCommand(fields[index]);
    }
    return words;
}

std::optional<RunAnswers> askRunNeeds(QWidget* parent, designer::DesignSession& session,
                                      const design::RunNeeds& needs, const QStringList& arguments) {
    RunDialog dialog(parent, session, needs, arguments);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.answers();
}

} // namespace barre::app
