#pragma once

#include "model/design/completion.h"
#include "model/text/text_edit.h"

#include "designer/code/scintilla.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace barre::designer {

class CompletionPopup;
class DesignSession;

/// One file of the session as text: a mirror, its own undo is off. What is typed becomes an edit of the
/// session; every other change of the file arrives from there. Positions are bytes, as in the model.
class CodeEditor : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeEditor(DesignSession& session, QWidget* parent = nullptr);
    ~CodeEditor() override;

    const std::string& file() const { return m_file; }
    void setFile(const std::string& file);

    std::string textBytes() const;
    uint32_t cursorOffset() const;
    /// Scrolls so that the range is visible and marks it; the cursor stays where it is.
    void showRange(model::SourceRange range);
    /// Puts the cursor there and scrolls to it.
    void goTo(uint32_t offset);
    /// Where a text stands in the file; capital and small letters are the same unless `matchCase`.
    std::vector<model::SourceRange> findAll(const std::string& text, bool matchCase) const;
    model::SourceRange selectedRange() const;
    /// Selects it and brings it into sight.
    void selectRange(model::SourceRange range);
    bool isInSight(uint32_t offset) const;
    /// The first offset of the lines that are seen.
    uint32_t firstInSight() const;
    /// Puts the text in place of each of the ranges, as one step of the history.
    void replace(const std::vector<model::SourceRange>& ranges, const std::string& text,
                 const QString& label);
    /// Sends what was typed to the session now instead of in a moment.
    void flush();

Q_SIGNALS:
    /// The person put the cursor somewhere.
    void cursorMoved(uint32_t offset);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    long send(unsigned message, unsigned long a = 0, long b = 0) const {
        return SendScintilla(message, a, b);
    }
    void setUp();
    void scrollTo(uint32_t offset);
    void releaseKeys();
    void showColours();
    void noticeChange(int modification);
    void followEdit(const model::WorkspaceEdit& edit);
    void load();
    void restyle();
    void markProblems();
    void showProblemAt(int position, int x, int y);
    void noticeCursor();
    void offerCompletions();
    void complete(const design::Completion& item);

    DesignSession& m_session;
    QPointer<CompletionPopup> m_completions;
    model::SourceRange m_completed; ///< the word that the list is for
    std::string m_file;
    QTimer m_flush;
    QTimer m_pause;       ///< ends the merging of typing into one step of the history
    bool m_typed = false; ///< something that the session does not know yet
    bool m_mirroring = false;
    bool m_flushing = false;
};

} // namespace barre::designer
