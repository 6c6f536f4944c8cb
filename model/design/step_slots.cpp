#include "model/design/step_slots.h"

#include "model/design/tree_text.h"

#include <charconv>
#include <optional>

namespace barre::design {

using namespace syntax;
using syntax::SlotShape;

namespace {

/// A row of optional_slots.def.
struct OptionalSlotRow {
    syntax::NodeKind kind;
    std::string_view slot;
    std::string_view partner;
    std::string_view before;
    std::string_view after;
};

constexpr OptionalSlotRow optionalSlots[] = {
#define OPTIONAL_SLOT(kind, slot, partner, before, after)                                                    \
    {syntax::NodeKind::kind, #slot, #partner, before, after},
#include "model/design/optional_slots.def"
};

const OptionalSlotRow* findOptional(const Node* node, std::string_view slot) {
    for (const OptionalSlotRow& row : optionalSlots)
        if (row.kind == node->kind() && row.slot == slot)
            return &row;
    return nullptr;
}

int slotIndex(const Node* node, std::string_view name) {
    const auto infos = node->slots();
    for (size_t i = 0; i < infos.size(); ++i)
        if (infos[i].name == name)
            return int(i);
    return -1;
}

/// The range of the tokens in a list slot, separators between them included; empty for an empty list.
SourceRange rangeOfList(const NodeList<Node>& list) {
    return list.empty() ? SourceRange{} : list.front()->range().joined(list.back()->range());
}

/// What stands in a slot: its range when anything is there.
std::optional<SourceRange> rangeInSlot(const Node* node, size_t index) {
    const SlotInfo& info = node->slots()[index];
    switch (info.shape) {
    case SlotShape::Token:
    case SlotShape::OptionalToken: {
        const Token* token = node->tokenSlot(index);
        return token && !token->isMissing() ? std::optional(token->range()) : std::nullopt;
    }
    case SlotShape::Child:
    case SlotShape::OptionalChild: {
        const Node* child = node->nodeSlot(index);
        return child && !child->isMissing() ? std::optional(child->range()) : std::nullopt;
    }
    case SlotShape::List:
    case SlotShape::SeparatedList: {
        const NodeList<Node> list = node->listSlot(index);
        return list.empty() ? std::nullopt : std::optional(rangeOfList(list));
    }
    case SlotShape::TokenList: break;
    }
    return std::nullopt;
}

/// The end of what stands before a slot in its node.
uint32_t endBefore(const Node* node, size_t index) {
    while (index-- > 0)
        if (const std::optional<SourceRange> range = rangeInSlot(node, index))
            return range->end;
    return node->range().begin;
}

/// Some nodes hold more than the text of a field: it is the part within that forms edit.
SourceRange editedPart(const Node* child, SourceRange range) {
    if (const auto* guard = cast<MatchGuard>(child))
        return guard->expression()->range();
    if (const auto* parameter = cast<TypeParameter>(child))
        return parameter->typeDescriptor()->range();
    if (const auto* returns = cast<ReturnTypeDescriptor>(child))
        return returns->typeDescriptor()->range();
    if (const auto* args = cast<ArgList>(child))
        return {args->openParen()->range().end, args->closeParen()->range().begin};
    return range;
}

/// Finds the slots of one step.
class SlotFinder {
public:
    SlotFinder(const StepSyntax& step, const std::vector<std::string>& missingArguments)
        : m_step(step), m_missingArguments(missingArguments) {}

    std::vector<StepSlot> find() {
        for (const FieldBinding& binding : rowOf(m_step.kind).fields)
            add(binding);
        return std::move(m_slots);
    }

private:
    void add(const FieldBinding& binding) {
        const std::string_view slot = binding.slot;
        m_path = slot;
        if (slot == "comment" || slot == "source")
            push({binding.id, 0}, m_step.range, nullptr);
        else if (slot == "check")
            addCheck(binding.id);
        else if (slot == "operator")
            addOperator(binding.id);
        else if (slot == "futures")
            addFutures(binding.id);
        else if (slot == "args")
            addArguments(binding.id);
        else if (slot.starts_with("arg "))
            addArgument(binding.id, slot.substr(4));
        else if (slot.starts_with("rest "))
            addRest(binding.id, size_t(slot[5] - '0'));
        else if (slot.starts_with("*."))
            addRepeated(binding.id, slot.substr(2));
        else if (slot == "call")
            push({binding.id, 0}, m_step.call ? m_step.call->range() : SourceRange{}, m_step.call);
        else if (slot.starts_with("call."))
            addPath({binding.id, 0}, m_step.call, slot.substr(5));
        else
            addPath({binding.id, 0}, m_step.statement, slot);
    }

    StepSlot& push(Field field, SourceRange range, const Node* node) {
        StepSlot slot;
        slot.field = field;
        slot.path = m_path;
        slot.isPresent = true;
        slot.range = range;
        slot.removal = range;
        slot.node = node;
        m_slots.push_back(std::move(slot));
        return m_slots.back();
    }

    StepSlot& pushAbsent(Field field, uint32_t at) {
        StepSlot& slot = push(field, {at, at}, nullptr);
        slot.isPresent = false;
        slot.isRequired = false;
        return slot;
    }

    /// Follows slot names; what the statement cannot have gives no slot.
    void addPath(Field field, const Node* node, std::string_view path) {
        while (node) {
            const size_t dot = path.find('.');
            const int index = slotIndex(node, path.substr(0, dot));
            if (index < 0)
                return;
            if (dot == std::string_view::npos)
                return addSlot(field, node, size_t(index));
            node = node->nodeSlot(size_t(index));
            path.remove_prefix(dot + 1);
        }
    }

    void addSlot(Field field, const Node* node, size_t index) {
        const SlotInfo& info = node->slots()[index];
        const OptionalSlotRow* optional = findOptional(node, info.name);
        const std::optional<SourceRange> range = rangeInSlot(node, index);
        if (!range && optional) {
            StepSlot& slot = pushAbsent(field, endBefore(node, index));
            slot.before = optional->before;
            slot.after = optional->after;
            return;
        }
        if (!range) { // broken code: the place where it is missing
            push(field, {endBefore(node, index), endBefore(node, index)}, nullptr).isPresent = false;
            return;
        }
        const bool isNode = info.shape == SlotShape::Child || info.shape == SlotShape::OptionalChild;
        const Node* child = isNode ? node->nodeSlot(index) : nullptr;
        StepSlot& slot = push(field, editedPart(child, *range), child);
        if (!optional)
            return;
        slot.isRequired = false;
        slot.removal = removalOf(node, index, *optional, *range);
    }

    /// An optional part goes with its partner and the white space before it (behind it when it comes first).
    static SourceRange removalOf(const Node* node, size_t index, const OptionalSlotRow& row,
                                 SourceRange range) {
        size_t first = index;
        if (!row.partner.empty())
            first = size_t(slotIndex(node, row.partner));
        const uint32_t begin = endBefore(node, first);
        if (begin < range.begin && begin > node->range().begin)
            return {begin, range.end};
        const Token* next = node->tree().tokenAt(range.end);
        while (next && next->range().begin < range.end && next->fullRange().end < node->range().end)
            next = node->tree().tokenAt(next->fullRange().end);
        return {range.begin, next ? std::max(range.end, next->range().begin) : range.end};
    }

    void addRepeated(FieldId id, std::string_view path) {
        uint16_t index = 0;
        for (const BranchSyntax& branch : branchesOf(m_step.statement))
            if (branch.role != BranchSyntax::Role::OnFail && branch.role != BranchSyntax::Role::Else)
                addPath({id, index++}, branch.node, path);
    }

    void addCheck(FieldId id) {
        if (!m_step.call)
            return;
        const uint32_t at = m_step.call->range().begin;
        StepSlot& slot =
            push({id, 0}, m_step.checking ? m_step.checking->range() : SourceRange{at, at}, nullptr);
        slot.isPresent = m_step.checking != nullptr;
        slot.isRequired = false;
    }

    void addOperator(FieldId id) {
        const auto* assignment = cast<CompoundAssignmentStmt>(m_step.statement);
        SourceRange range = assignment->compoundAssignmentOperator()->range();
        range.end = std::max(range.begin + 1, range.end) - 1;
        push({id, 0}, range, nullptr);
    }

    void addFutures(FieldId id) {
        const Token* keyword = m_step.call->firstToken();
        const SourceRange whole = m_step.call->range();
        uint32_t begin = whole.end;
        for (const Element& child : m_step.call->children())
            if (child.token != keyword && !child.range().isEmpty()) {
                begin = child.range().begin;
                break;
            }
        push({id, 0}, {begin, whole.end}, nullptr);
    }

    const ArgList* argList() const {
        if (const auto* call = cast<FunctionCallExpr>(m_step.call))
            return call->argList();
        if (const auto* call = cast<MethodCallExpr>(m_step.call))
            return call->argList();
        if (const auto* call = cast<RemoteMethodCallAction>(m_step.call))
            return call->argList();
        const auto* call = cast<ResourceAccessAction>(m_step.call);
        return call ? call->argList() : nullptr;
    }

    /// Named arguments are edited without their name, rest arguments with their dots.
    void pushArgument(Field field, const ArgList* list, size_t index, std::string label) {
        const Arg* arg = list->args()[index];
        const auto* named = cast<NamedArg>(arg);
        const auto* positional = cast<PositionalArg>(arg);
        const Node* value = named        ? static_cast<const Node*>(named->expression())
                            : positional ? static_cast<const Node*>(positional->expression())
                                         : arg;
        StepSlot& slot = push(field, value->range(), value);
        slot.label = named ? identifierValue(named->name()) : std::move(label);
        slot.isPresent = !value->isMissing();
        slot.isRequired = !named;
        slot.removal = removalOfArgument(list, index);
    }

    static SourceRange removalOfArgument(const ArgList* list, size_t index) {
        const SourceRange range = list->args()[index]->range();
        if (index > 0)
            return {list->args()[index - 1]->range().end, range.end};
        if (list->args().size() > 1)
            return {range.begin, list->args()[1]->range().begin};
        return range;
    }

    void addArguments(FieldId id) {
        const ArgList* list = argList();
        if (!list)
            return;
        for (size_t i = 0; i < list->args().size(); ++i)
            pushArgument({id, uint16_t(i)}, list, i, {});
        size_t index = list->args().size();
        for (const std::string& name : m_missingArguments) {
            pushMissingArgument({id, uint16_t(index++)}, list, SIZE_MAX, name);
            m_slots.back().label = name;
        }
    }

    /// `index name`: the argument at a place or with a name; when there is none, one can be written.
    void addArgument(FieldId id, std::string_view word) {
        const ArgList* list = argList();
        if (!list)
            return;
        const size_t blank = word.find(' ');
        const std::string name(word.substr(blank + 1));
        size_t place = 0;
        std::from_chars(word.data(), word.data() + blank, place);
        for (size_t i = 0; i < list->args().size(); ++i) {
            const auto* named = cast<NamedArg>(list->args()[i]);
            if (named ? identifierValue(named->name()) == name : i == place)
                return pushArgument({id, 0}, list, i, {});
        }
        pushMissingArgument({id, 0}, list, place, name);
    }

    void pushMissingArgument(Field field, const ArgList* list, size_t place, const std::string& name) {
        const size_t count = list->args().size();
        const uint32_t at = count ? list->args().back()->range().end : list->openParen()->range().end;
        const bool isNamed = place != count || (count && !is<PositionalArg>(list->args().back()));
        StepSlot& slot = pushAbsent(field, at);
        slot.before = (count ? ", " : "") + (isNamed ? name + " = " : std::string());
    }

    void addRest(FieldId id, size_t from) {
        const ArgList* list = argList();
        if (!list)
            return;
        const size_t count = list->args().size();
        if (count <= from) {
            const uint32_t at = count ? list->args().back()->range().end : list->openParen()->range().end;
            pushAbsent({id, 0}, at).before = count ? ", " : "";
            return;
        }
        const SourceRange range = list->args()[from]->range().joined(list->args().back()->range());
        StepSlot& slot = push({id, 0}, range, nullptr);
        slot.isRequired = false;
        slot.removal = {from ? list->args()[from - 1]->range().end : range.begin, range.end};
    }

    const StepSyntax& m_step;
    const std::vector<std::string>& m_missingArguments;
    std::string_view m_path;
    std::vector<StepSlot> m_slots;
};

} // namespace

std::vector<StepSlot> slotsOf(const StepSyntax& step, const std::vector<std::string>& missingArguments) {
    return SlotFinder(step, missingArguments).find();
}

std::string slotText(const StepSyntax& step, const StepSlot& slot, std::string_view source) {
    const std::string text(source.substr(slot.range.begin, slot.range.length()));
    if (slot.path == "comment")
        return commentText(text);
    if (slot.path == "check")
        return step.checking ? text : "none";
    if (slot.path == "finalKeyword")
        return slot.isPresent ? "yes" : "";
    return text;
}

GrammarRule ruleOf(FieldId field) {
    switch (rowOf(field).editor) {
    case FieldEditor::Type: return GrammarRule::TypeDescriptor;
    case FieldEditor::Identifier: return GrammarRule::Identifier;
    case FieldEditor::Lvalue: return GrammarRule::Lvalue;
    case FieldEditor::Binding:
        return field == FieldId::Parts ? GrammarRule::BindingPattern : GrammarRule::TypedBindingPattern;
    case FieldEditor::Pattern: return GrammarRule::MatchPatternList;
    case FieldEditor::Arguments: return GrammarRule::Args;
    case FieldEditor::Code:
    case FieldEditor::Text:
    case FieldEditor::Choice:
    case FieldEditor::Flag: return GrammarRule::Statements;
    case FieldEditor::Expression: break;
    }
    return GrammarRule::ActionOrExpr;
}

} // namespace barre::design
