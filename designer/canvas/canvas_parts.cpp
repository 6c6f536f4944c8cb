#include "designer/canvas/canvas_parts.h"

#include "designer/canvas/canvas_view.h"

#include <QtCore/QPointer>
#include <QtWidgets/QAccessibleWidget>

#include <algorithm>
#include <vector>

namespace barre::designer {

namespace {

/// The part with a number, as it is at the moment of the question.
class PartInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartInterface(CanvasView* view, size_t index) : m_view(view), m_index(index) {}

    bool isValid() const override { return m_view && m_index < m_view->parts().size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return part().role; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name          ? part().name
               : kind == QAccessible::Description ? part().description
                                                  : QString();
    }

    QRect rect() const override {
        if (!m_view)
            return {};
        const QRect shown = m_view->mapFromScene(part().place).boundingRect();
        return {m_view->viewport()->mapToGlobal(shown.topLeft()), shown.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = part().isSelected;
        state.focused = state.selected && m_view && m_view->hasFocus();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override {
        if (const CanvasPart shown = part(); action == pressAction() && shown.press)
            shown.press();
    }

private:
    CanvasPart part() const {
        std::vector<CanvasPart> parts = m_view ? m_view->parts() : std::vector<CanvasPart>();
        return m_index < parts.size() ? std::move(parts[m_index]) : CanvasPart();
    }

    QPointer<CanvasView> m_view;
    size_t m_index;
};

/// A canvas: its children are what is drawn.
class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(CanvasView* view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~CanvasInterface() override {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view->parts().size()); }

    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (m_ids.size() <= size_t(index))
            m_ids.push_back(
                QAccessible::registerAccessibleInterface(new PartInterface(m_view, m_ids.size())));
        return QAccessible::accessibleInterface(m_ids[size_t(index)]);
    }

    int indexOfChild(const QAccessibleInterface* child) const override {
        for (size_t index = 0; index < m_ids.size(); ++index)
            if (QAccessible::accessibleInterface(m_ids[index]) == child)
                return int(index);
        return -1;
    }

    /// The innermost of what is there: what lies in something comes after it.
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int index = childCount(); index-- > 0;)
            if (QAccessibleInterface* part = child(index); part->rect().contains(x, y))
                return part;
        return nullptr;
    }

    QAccessibleInterface* focusChild() const override { return child(m_view->selectedPart()); }

private:
    CanvasView* m_view; ///< lives as long as this
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    auto* view = qobject_cast<CanvasView*>(object);
    return view && className == QLatin1StringView(CanvasView::staticMetaObject.className())
               ? new CanvasInterface(view)
               : nullptr;
}

} // namespace

void tellCanvasParts() {
    QAccessible::installFactory(makeInterface);
}

} // namespace barre::designer
