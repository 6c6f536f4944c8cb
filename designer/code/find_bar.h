#pragma once

#include "model/text/source_range.h"

#include <QtWidgets/QFrame>

#include <vector>

class QLineEdit;
class QToolButton;

namespace barre::designer {

class CodeEditor;
class TextButton;
class TextLabel;

/// Find and replace in the code editor. Searching begins at what is seen; replacing all is one step of the
/// history that touches the matches and nothing else.
class FindBar : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(CodeEditor& editor, QWidget* parent = nullptr);

    void open(bool replace);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<model::SourceRange> matches() const;
    void find(bool forward);
    void findFirst();
    void go(const std::vector<model::SourceRange>& matches, size_t index);
    void showCount(const std::vector<model::SourceRange>& matches);
    void replaceOne();
    void replaceAll();
    void close();

    CodeEditor& m_editor;
    QLineEdit* m_query;
    QLineEdit* m_replacement;
    QToolButton* m_case;
    TextLabel* m_count;
    TextButton* m_replaceOne;
    TextButton* m_replaceAll;
    uint32_t m_from = 0; ///< where the search began
};

} // namespace barre::designer
