#pragma once

#include "designer/forms/form_field.h"

class QCheckBox;
class QComboBox;

namespace barre::designer {

class SegmentedControl;

/// One of a few alternatives side by side, or one of many in a list.
class ChoiceField : public FormField {
    Q_OBJECT

public:
    ChoiceField(const QString& caption, std::vector<design::FieldChoice> choices, QWidget* parent = nullptr);

    QString text() const override;
    void showText(const QString& text) override;

private:
    int current() const;

    std::vector<design::FieldChoice> m_choices;
    SegmentedControl* m_segments = nullptr;
    QComboBox* m_list = nullptr;
};

/// A keyword that is there ("yes") or not (empty).
class FlagField : public FormField {
    Q_OBJECT

public:
    explicit FlagField(const QString& words, QWidget* parent = nullptr);

    QString text() const override;
    void showText(const QString& text) override;

private:
    QCheckBox* m_box;
};

} // namespace barre::designer
