#pragma once

#include <QtWidgets/QPlainTextEdit>

#include <string>

namespace barre::app {

/// Ballerina source to look at, in the colours of the code editor.
class CodePreview : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodePreview(QWidget* parent = nullptr);

    void showCode(const std::string& code);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    std::string m_code;
};

} // namespace barre::app
