#include "app/wizard/code_preview.h"

#include "designer/canvas/text.h"
#include "designer/code/token_styles.h"
#include "model/syntax/parser.h"

#include <QtCore/QEvent>

namespace barre::app {

CodePreview::CodePreview(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(designer::fontOf(designer::TextRole::Code));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Preview of the code"));
}

void CodePreview::showCode(const std::string& code) {
    if (code == m_code)
        return;
    m_code = code;
    setPlainText(designer::toQString(code));
    colour();
}

/// Runs of bytes in one style become runs of characters in one colour.
void CodePreview::colour() {
    int count = 0;
    const designer::TokenStyleRow* rows = designer::tokenStyleRows(&count);
    const auto tree = syntax::parseModulePart(m_code);
    const std::string styles = designer::tokenStyles(*tree);
    QTextCursor cursor(document());
    for (size_t begin = 0, end = 0; begin < styles.size(); begin = end) {
        end = styles.find_first_not_of(styles[begin], begin);
        if (end == std::string::npos)
            end = styles.size();
        const QString run = designer::toQString(std::string_view(m_code).substr(begin, end - begin));
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(run.size()));
        QTextCharFormat format;
        format.setForeground(designer::DiagramStyle::current().colour(rows[size_t(styles[begin])].colour));
        format.setFontItalic(rows[size_t(styles[begin])].italic);
        cursor.setCharFormat(format);
        cursor.clearSelection();
    }
}

void CodePreview::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace barre::app
