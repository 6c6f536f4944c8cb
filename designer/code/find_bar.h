#pragma once

#include <QtWidgets/QFrame>

class QLineEdit;

namespace barre::designer {

class CodeEditor;
class IconButton;
class TextButton;
class TextLabel;

/// Find and replace in the file of an editor.
class FindBar : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(CodeEditor& editor, QWidget* parent = nullptr);

    void open(bool replace);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(bool forward);
    void findFirst();
    void replaceOne();
    void replaceAll();
    void close();
    void showCount();

    CodeEditor& m_editor;
    QLineEdit* m_query;
    QLineEdit* m_replacement;
    TextLabel* m_count;
    TextButton* m_replaceOne;
    TextButton* m_replaceAll;
};

} // namespace barre::designer
