#include "app/tryit/ask_dialogs.h"

#include "app/tryit/client.h"
#include "designer/canvas/controls.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace barre::app {

namespace {

/// A dialog with a title, room for fields and two buttons.
struct AskDialog {
    QDialog dialog;
    QVBoxLayout* layout;
    designer::TextButton* accept;

    AskDialog(QWidget* parent, const QString& title, const QString& acceptText)
        : dialog(parent), layout(new QVBoxLayout(&dialog)),
          accept(new designer::TextButton(acceptText, "primary", &dialog)) {
        dialog.setWindowTitle(title);
        dialog.setMinimumWidth(360);
        layout->setContentsMargins(16, 16, 16, 16);
        layout->setSpacing(12);
        layout->addWidget(new designer::TextLabel(title, designer::TextRole::Title, &dialog));
        QObject::connect(accept, &QPushButton::clicked, &dialog, &QDialog::accept);
        accept->setDefault(true);
    }

    /// A caption close to its field, as in every form.
    void add(const QString& caption, QWidget* field) {
        auto* group = new QVBoxLayout;
        group->setSpacing(4);
        group->addWidget(designer::captionLabel(caption));
        group->addWidget(field);
        field->setAccessibleName(caption);
        layout->addLayout(group);
    }

    bool ask() {
        auto* cancel = new designer::TextButton(QDialog::tr("Cancel"), "", &dialog);
        QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
        auto* row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(cancel);
        row->addWidget(accept);
        layout->addSpacing(4);
        layout->addLayout(row);
        return dialog.exec() == QDialog::Accepted;
    }
};

} // namespace

std::optional<QByteArray> askBytes(QWidget* parent) {
    AskDialog ask(parent, QDialog::tr("Send a binary message"), QDialog::tr("Send"));
    auto* field = new QLineEdit;
    field->setFont(designer::fontOf(designer::TextRole::Code));
    field->setPlaceholderText(QStringLiteral("0a 1b 2c"));
    ask.add(QDialog::tr("Bytes, two hexadecimal digits each"), field);
    field->setFocus();
    const auto check = [&ask, field] {
        designer::setAvailable(ask.accept, bytesFromHex(field->text())
                                               ? QString()
                                               : QDialog::tr("Write bytes first, such as 0a 1b 2c."));
    };
    QObject::connect(field, &QLineEdit::textChanged, &ask.dialog, check);
    check();
    return ask.ask() ? bytesFromHex(field->text()) : std::nullopt;
}

std::optional<Closing> askClosing(QWidget* parent) {
    AskDialog ask(parent, QDialog::tr("Close the connection"), QDialog::tr("Close"));
    auto* code = new QSpinBox;
    code->setRange(1000, 4999);
    code->setValue(1000);
    auto* reason = new QLineEdit;
    reason->setMaxLength(123);
    ask.add(QDialog::tr("Status code"), code);
    ask.add(QDialog::tr("Reason"), reason);
    code->setFocus();
    code->selectAll();
    const auto check = [&ask, code] {
        const bool isAllowed = code->value() == 1000 || code->value() >= 3000;
        designer::setAvailable(ask.accept, isAllowed ? QString()
                                                     : QDialog::tr("A client may close with 1000, or with "
                                                                   "3000 to 4999."));
    };
    QObject::connect(code, &QSpinBox::valueChanged, &ask.dialog, check);
    if (!ask.ask())
        return std::nullopt;
    return Closing{code->value(), reason->text()};
}

} // namespace barre::app
