#include "model/edits/step_defaults.h"

#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::FieldId;
using design::FieldValue;
using design::NodeKind;
using design::ScopeItem;

namespace {

bool mentionsError(std::string_view type) {
    return type.find("error") != std::string_view::npos || type.find("Error") != std::string_view::npos;
}

bool allowsNil(std::string_view type) {
    return type.empty() || type.ends_with('?') || type == "any" || type == "anydata" || type == "json" ||
           type.find("()") != std::string_view::npos;
}

/// The simplest value of a type, or nothing when there is none that is known.
std::string simplestValueOf(std::string_view type) {
    if (allowsNil(type))
        return "()";
    if (type.ends_with("[]"))
        return "[]";
    if (type.starts_with("map<"))
        return "{}";
    static constexpr std::pair<std::string_view, std::string_view> values[] = {
        {"string", "\"\""}, {"int", "0"},     {"byte", "0"},
        {"float", "0.0"},   {"decimal", "0"}, {"boolean", "false"}};
    for (const auto& [name, value] : values)
        if (type == name || type.starts_with(std::string(name) + "|"))
            return std::string(value);
    return {};
}

bool isNumber(std::string_view type) {
    return type == "int" || type == "float" || type == "decimal" || type == "byte";
}

/// The type of a collection's items, or nothing.
std::string itemTypeOf(std::string_view type) {
    if (type.ends_with("[]"))
        return std::string(type.substr(0, type.size() - 2));
    if (type.starts_with("map<") && type.ends_with(">"))
        return std::string(type.substr(4, type.size() - 5));
    return {};
}

/// Fills in what is missing, field by field.
class Defaults {
public:
    Defaults(const Snapshot& snapshot, const FoundPlace& place, uint32_t offset,
             std::vector<FieldValue> values)
        : m_values(std::move(values)), m_items(design::scopeAt(snapshot, place.file->path, offset)) {
        m_block = place.withoutElse ? place.withoutElse : place.block.node;
        for (const Node* node = m_block; node && !m_function; node = node->parent())
            m_function = cast<FunctionLike>(node);
    }

    std::vector<FieldValue> fill(NodeKind kind) {
        switch (kind) {
        case NodeKind::DeclareVariable: fillIn(FieldId::Name, freeName("name")); break;
        case NodeKind::Wait:
        case NodeKind::WorkerReceive: fillIn(FieldId::Name, freeName("value")); break;
        case NodeKind::Assign: fillAssignment(); break;
        case NodeKind::CompoundAssign: fillChange(); break;
        case NodeKind::ForEach: fillLoop(); break;
        case NodeKind::Match: fillSubject(); break;
        case NodeKind::Return: fillResult(); break;
        case NodeKind::Do: fillIn(FieldId::ErrorVariable, "error " + freeName("err")); break;
        default: fillCall(kind); break;
        }
        return std::move(m_values);
    }

private:
    bool isGiven(FieldId field) const {
        return std::ranges::find(m_values, field, &FieldValue::field) != m_values.end();
    }

    void fillIn(FieldId field, std::string text) {
        if (!isGiven(field) && !text.empty())
            m_values.push_back({field, std::move(text)});
    }

    std::string freeName(const std::string& base) const {
        std::string name = base;
        for (int i = 2; std::ranges::find(m_items, name, &ScopeItem::name) != m_items.end(); ++i)
            name = base + std::to_string(i);
        return name;
    }

    template<class Fits>
    const ScopeItem* nearest(Fits fits) const {
        const auto found = std::ranges::find_if(m_items, fits);
        return found == m_items.end() ? nullptr : &*found;
    }

    static bool isLocalVariable(const ScopeItem& item) {
        return !item.isModuleLevel && item.icon == "variable";
    }

    void fillAssignment() {
        const ScopeItem* variable = nearest(isLocalVariable);
        if (!variable || isGiven(FieldId::Target))
            return;
        fillIn(FieldId::Target, variable->name);
        fillIn(FieldId::Value, simplestValueOf(variable->type));
    }

    void fillChange() {
        if (const ScopeItem* variable =
                nearest([](const ScopeItem& item) { return isLocalVariable(item) && isNumber(item.type); }))
            fillIn(FieldId::Target, variable->name);
    }

    void fillLoop() {
        const ScopeItem* list = nearest([](const ScopeItem& item) { return !itemTypeOf(item.type).empty(); });
        const std::string name = freeName("item");
        if (list && !isGiven(FieldId::Collection)) {
            fillIn(FieldId::Item, itemTypeOf(list->type) + " " + name);
            fillIn(FieldId::Collection, list->name);
        }
        fillIn(FieldId::Item, "var " + name);
    }

    void fillSubject() {
        if (const ScopeItem* item = nearest([](const ScopeItem& item) {
                return !item.isModuleLevel && !item.isCaller && item.name != "self" && !item.type.empty();
            }))
            fillIn(FieldId::Subject, item->name);
    }

    void fillResult() {
        const std::string type = m_function ? design::returnTypeOf(m_function) : std::string();
        if (!allowsNil(type))
            fillIn(FieldId::Result, simplestValueOf(type));
    }

    void fillCall(NodeKind kind) {
        const design::NodeKindRow& row = design::rowOf(kind);
        if (row.group == design::PaletteGroup::WebSocket) {
            if (const ScopeItem* caller = nearest([](const ScopeItem& item) { return item.isCaller; }))
                fillIn(FieldId::Receiver, caller->name);
        } else if (kind == NodeKind::RemoteCall || kind == NodeKind::ResourceCall) {
            if (const ScopeItem* client =
                    nearest([](const ScopeItem& item) { return item.isClient && !item.isCaller; }))
                fillIn(FieldId::Receiver, client->name);
        }
        const bool isCheckedCall =
            row.newText.starts_with("check ") && row.newText.find("->") != std::string_view::npos;
        if (isCheckedCall && !canReturnErrors())
            fillIn(FieldId::IfItFails, "none");
    }

    /// `check` may leave: to an on-fail branch around, or out of a function that returns errors.
    bool canReturnErrors() const {
        for (const Node* node = m_block; node; node = node->parent()) {
            if (is<OnFailClause>(node))
                node = node->parent();
            else if (const auto* handler = cast<DoStmt>(node); handler && handler->onFailClause())
                return true;
            if (is<FunctionLike>(node))
                break;
        }
        return m_function && mentionsError(design::returnTypeOf(m_function));
    }

    std::vector<FieldValue> m_values;
    std::vector<ScopeItem> m_items;
    const Node* m_block = nullptr;
    const FunctionLike* m_function = nullptr;
};

} // namespace

std::vector<FieldValue> withDefaultsAt(const Snapshot& snapshot, const FoundPlace& place, uint32_t offset,
                                       NodeKind kind, std::vector<FieldValue> values) {
    return Defaults(snapshot, place, offset, std::move(values)).fill(kind);
}

} // namespace barre::edits
