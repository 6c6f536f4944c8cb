#include "model/design/callbacks.h"
#include "model/design/form_field.h"
#include "model/design/item_kinds.h"
#include "model/design/node_kinds.h"
#include "model/design/service_design.h"

namespace barre::design {

std::span<const ItemKindRow> itemKinds() {
    static constexpr ItemKindRow rows[] = {
#define ITEM_KIND(kind, group, word, icon, isNamed)                                                          \
    {ItemKind::kind, ItemGroup::group, #kind, word, icon, isNamed},
#include "model/design/item_kinds.def"
    };
    return rows;
}

std::string_view titleOf(ItemGroup group) {
    static constexpr std::string_view titles[] = {"Entry points", "Listeners", "Connections",
                                                  "Types",        "Functions", "Variables and configuration",
                                                  "Tests"};
    return titles[static_cast<size_t>(group)];
}

std::span<const FormRow> formRows() {
    static constexpr FormRow rows[] = {
#define FORM_FIELD(id, label, editor, help, choices)                                                         \
    {FieldId::id, #id, label, FieldEditor::editor, help, choices},
#include "model/design/forms.def"
    };
    return rows;
}

std::vector<FieldChoice> choicesOf(FieldId id) {
    std::vector<FieldChoice> choices;
    std::string_view rest = rowOf(id).choices;
    while (!rest.empty()) {
        const std::string_view choice = rest.substr(0, rest.find(';'));
        const size_t colon = choice.find(':');
        choices.push_back({std::string(choice.substr(0, colon)), std::string(choice.substr(colon + 1))});
        rest.remove_prefix(std::min(rest.size(), choice.size() + 1));
    }
    return choices;
}

namespace {

// The fields of each kind, in an array of its own; the end mark keeps the arrays of kinds without fields
// legal.
namespace bindings {
#define F(field, slot) {FieldId::field, slot},
#define NODE_KIND(kind, group, label, icon, colour, shape, statements, callee, newText, help, also, fields)  \
    constexpr FieldBinding kind[] = {fields{}};
#include "model/design/node_kinds.def"
} // namespace bindings

constexpr std::span<const FieldBinding> withoutEndMark(std::span<const FieldBinding> fields) {
    return fields.first(fields.size() - 1);
}

} // namespace

std::span<const NodeKindRow> nodeKinds() {
    static constexpr NodeKindRow rows[] = {
#define F(field, slot)
#define NODE_KIND(kind, group, label, icon, colour, shape, statements, callee, newText, help, also, fields)  \
    {NodeKind::kind,                                                                                         \
     #kind,                                                                                                  \
     PaletteGroup::group,                                                                                    \
     label,                                                                                                  \
     icon,                                                                                                   \
     ColourKind::colour,                                                                                     \
     NodeShape::shape,                                                                                       \
     statements,                                                                                             \
     callee,                                                                                                 \
     newText,                                                                                                \
     help,                                                                                                   \
     also,                                                                                                   \
     withoutEndMark(bindings::kind)},
#include "model/design/node_kinds.def"
    };
    return rows;
}

std::string_view titleOf(PaletteGroup group) {
    static constexpr std::string_view titles[] = {"WebSocket",      "Statement",    "Control",
                                                  "Error handling", "Concurrency",  "Logging",
                                                  "Calls",          "Transactions", ""};
    return titles[static_cast<size_t>(group)];
}

std::span<const CallbackRow> callbacks() {
    static constexpr CallbackRow rows[] = {
#define CALLBACK(name, words, shortWords, icon, parameters, returns, excludes, help)                         \
    {#name, words, shortWords, icon, parameters, returns, excludes, help},
#include "model/design/callbacks.def"
    };
    return rows;
}

const CallbackRow* findCallback(std::string_view name) {
    for (const CallbackRow& row : callbacks())
        if (row.name == name)
            return &row;
    return nullptr;
}

bool excludes(const CallbackRow& row, std::string_view other) {
    const size_t at = row.excludes.find(other);
    if (other.empty() || at == std::string_view::npos)
        return false;
    const size_t end = at + other.size();
    return (at == 0 || row.excludes[at - 1] == ' ') &&
           (end == row.excludes.size() || row.excludes[end] == ' ');
}

std::span<const OptionRow> optionRows() {
    static constexpr OptionRow rows[] = {
#define OPTION(owner, name, label, type, defaultText, help)                                                  \
    {OptionOwner::owner, #name, label, type, defaultText, help},
#include "model/design/options.def"
    };
    return rows;
}

} // namespace barre::design
