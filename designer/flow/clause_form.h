#pragma once

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace barre::designer {

class FormField;

/// A branch of a match in the form of its step: its pattern and its guard together, and what can be done with
/// it.
class ClauseForm : public QWidget {
    Q_OBJECT

public:
    /// The branch at `index` of `count`; `endsInCatchAll`: the last one takes whatever is left.
    ClauseForm(int index, int count, bool endsInCatchAll, QWidget* parent = nullptr);

    void add(FormField* field);

Q_SIGNALS:
    void moveRequested(bool up);
    void removeRequested();

private:
    QVBoxLayout* m_column;
};

} // namespace barre::designer
