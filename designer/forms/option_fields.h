#pragma once

#include "designer/forms/field_problems.h"
#include "model/design/service_design.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <map>

class QVBoxLayout;

namespace barre::designer {

class DesignSession;
class TextField;

/// One field for each option of a service or a listener; an empty field means the default, which it shows.
class OptionFields : public QWidget {
    Q_OBJECT

public:
    explicit OptionFields(DesignSession& session, QWidget* parent = nullptr);

    void setOptions(const std::vector<design::Option>& options);
    void setProblem(const QString& option, const QString& problem);
    /// The fields of options that are set, where they are written.
    std::vector<PlacedField> placed(const std::vector<design::Option>& options) const;

Q_SIGNALS:
    void committed(const QString& option, const QString& text);

private:
    TextField* fieldOf(const design::Option& option);

    DesignSession& m_session;
    QVBoxLayout* m_rows;
    std::map<std::string, TextField*> m_fields;
    std::map<std::string, std::string> m_texts;
};

} // namespace barre::designer
