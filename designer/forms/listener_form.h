#pragma once

#include "model/edits/edit_result.h"

#include <QtWidgets/QWidget>

namespace barre::designer {

class DesignSession;
class OptionFields;
class TextField;

/// Why a text can be no port, empty when it can; what is no number is left to the checker.
QString problemOfPort(const QString& text);

/// Name, port and options of a listener, edited in place.
class ListenerForm : public QWidget {
    Q_OBJECT

public:
    explicit ListenerForm(DesignSession& session, QWidget* parent = nullptr);

    void showListener(const design::SymbolId& listener);
    const design::SymbolId& listener() const { return m_listener; }

Q_SIGNALS:
    /// The listener has another name now.
    void renamed(const barre::design::SymbolId& listener);

private:
    void refresh();
    void commit();

    DesignSession& m_session;
    design::SymbolId m_listener;
    TextField* m_name;
    TextField* m_port;
    OptionFields* m_options;
};

} // namespace barre::designer
