#include "app/wizard/code_preview.h"

#include "designer/canvas/diagram_style.h"

namespace barre::app {

CodePreview::CodePreview(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(designer::fontOf(designer::TextRole::Code));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Preview of the code"));
}

} // namespace barre::app
