#pragma once

#include "model/design/class_design.h"
#include "model/edits/declarations.h"
#include "model/syntax/parser.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace barre::designer {

class DesignSession;
class TextButton;
class TextField;
class TextLabel;

/// Name, parameters, return type and documentation of a function or method, and the path of a resource,
/// edited in place.
class SignatureForm : public QWidget {
    Q_OBJECT

public:
    explicit SignatureForm(DesignSession& session, QWidget* parent = nullptr);

    /// Shows a function of the current snapshot; the form refreshes itself with every later one.
    void showFunction(const design::SymbolId& function);
    const design::SymbolId& function() const { return m_function; }

Q_SIGNALS:
    /// The function has another name now, or the resource another path.
    void moved(const barre::design::SymbolId& function);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void complete(TextField& field, syntax::GrammarRule rule);
    void connectFields();
    void refresh();
    void rename(const QString& name);
    void movePath(const QString& path);
    void rebuildParameters();
    void addParameterRow(int index);
    void editParameter(int index, const QString& line);
    void removeParameter(int index);
    void addParameter();
    void applyParameters(const std::vector<edits::ParameterText>& parameters, const QString& label);
    void apply(const edits::EditResult& result, const QString& label, TextField* field);
    QString newParameterName() const;

    DesignSession& m_session;
    design::SymbolId m_function;
    std::vector<edits::ParameterText> m_parameters;
    std::vector<TextField*> m_fields;
    TextField* m_name;
    TextField* m_path;
    QVBoxLayout* m_rows;
    TextButton* m_add;
    TextField* m_returns;
    TextField* m_documentation;
};

} // namespace barre::designer
