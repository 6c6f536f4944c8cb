#include "designer/forms/ask.h"

#include "designer/canvas/controls.h"
#include "designer/forms/text_field.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

std::optional<QString> askForName(QWidget* parent, const QString& title, const QString& caption,
                                  const QString& name, const QString& acceptText,
                                  const std::function<QString(const QString&)>& problemOf) {
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setMinimumWidth(360);
    auto* field = new TextField(caption, FieldRule::source(syntax::GrammarRule::Identifier));
    auto* accept = new TextButton(acceptText, "primary");
    auto* cancel = new TextButton(QDialog::tr("Cancel"), "");
    accept->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto* layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(new TextLabel(title, TextRole::Title));
    layout->addWidget(field);
    layout->addLayout(buttons);
    field->setText(name);
    field->selectAll();

    const auto check = [&] {
        const QString text = field->text().trimmed();
        const QString problem = text == name || !field->isValid() ? QString() : problemOf(text);
        field->setProblem(problem);
        const QString missing = text == name ? QDialog::tr("Write another name first.")
                                             : QDialog::tr("Write a name that can be used first.");
        setAvailable(accept, field->isValid() && problem.isEmpty() && text != name ? QString() : missing);
    };
    QObject::connect(field, &TextField::typed, &dialog, check);
    QObject::connect(accept, &QPushButton::clicked, &dialog, &QDialog::accept);
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    check();
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return field->text().trimmed();
}

} // namespace barre::designer
