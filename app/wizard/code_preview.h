#pragma once

#include <QtWidgets/QPlainTextEdit>

namespace barre::app {

/// Ballerina source to look at, in the colours of the code editor.
class CodePreview : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodePreview(QWidget* parent = nullptr);
};

} // namespace barre::app
