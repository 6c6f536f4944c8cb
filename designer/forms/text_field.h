#pragma once

#include "model/syntax/parser.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLineEdit;
class QStringListModel;

namespace barre::designer {

class TextLabel;

/// What a field takes: plain text, or source text of a grammar rule in mono.
struct FieldRule {
    std::optional<syntax::GrammarRule> rule; ///< nothing: plain text
    bool optional = false;                   ///< empty is allowed

    static FieldRule plain(bool optional = true) { return {std::nullopt, optional}; }
    static FieldRule source(syntax::GrammarRule rule, bool optional = false) { return {rule, optional}; }
};

/// A caption, a line to write in, and below it what is wrong with it. Tells of texts only when they are
/// complete: half an expression is never passed on.
class TextField : public QWidget {
    Q_OBJECT

public:
    TextField(const QString& caption, FieldRule rule, QWidget* parent = nullptr);

    QString text() const;
    /// Shows a text without telling of it; keeps the cursor when the text is the same.
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    void setHelp(const QString& help);
    void setReadOnly(bool readOnly);
    /// Offers words while typing: types, names in scope.
    void setSuggestions(const QStringList& words);
    /// Shows a problem that the field itself does not know of; empty takes it back.
    void setProblem(const QString& problem);
    /// Whether the text may be used.
    bool isValid() const { return m_ownProblem.isEmpty(); }
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    /// Every change by the person, also of texts that are not complete.
    void typed(const QString& text);
    /// A change by the person that leaves a complete text.
    void edited(const QString& text);
    /// Enter was pressed, or the field was left, with a complete text.
    void committed(const QString& text);

private:
    void check();
    void showProblem();
    QString problemOf(const QString& text) const;

    FieldRule m_rule;
    QLineEdit* m_line;
    TextLabel* m_problem;
    TextLabel* m_caption;
    QStringListModel* m_words = nullptr;
    QString m_ownProblem;
    QString m_givenProblem;
};

} // namespace barre::designer
