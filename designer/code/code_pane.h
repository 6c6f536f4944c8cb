#pragma once

#include "model/design/location.h"

#include <QtWidgets/QFrame>

class QComboBox;
class QHBoxLayout;

namespace barre::designer {

class CodeEditor;
class DesignSession;
class FindBar;
class TextLabel;

/// The code beside the drawing: a choice of files, the editor, find and replace. Shows what is selected and
/// selects where the cursor is.
class CodePane : public QFrame {
    Q_OBJECT

public:
    explicit CodePane(DesignSession& session, QWidget* parent = nullptr);

    CodeEditor& editor() const { return *m_editor; }
    /// Opens the file of the place and scrolls to its beginning.
    void reveal(const design::Location& place);
    /// The same, with the cursor there.
    void jumpTo(const design::Location& place);
    void openFind(bool replace);
    /// Room at the left of the header for what the window lays over it.
    void setHeaderIndent(int pixels);

private:
    void showFiles();
    void showFile(const std::string& file);
    void showSelection();
    void showCursor(uint32_t offset);

    DesignSession& m_session;
    CodeEditor* m_editor;
    FindBar* m_find;
    QComboBox* m_files;
    TextLabel* m_position;
    QHBoxLayout* m_header;
};

} // namespace barre::designer
