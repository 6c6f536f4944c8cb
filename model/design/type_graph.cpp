#include "model/design/type_graph.h"

#include "model/design/declarations.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>
#include <set>

namespace barre::design {

using namespace syntax;
using model::Snapshot;

namespace {

std::string_view iconOf(TypeMemberKind kind) {
    static constexpr std::string_view icons[] = {"variable", "more",     "type", "constant",
                                                 "type",     "function", "type"};
    return icons[static_cast<size_t>(kind)];
}

TypeMember member(TypeMemberKind kind, const Node* node, std::string name, const Node* type) {
    TypeMember member;
    member.kind = kind;
    member.name = std::move(name);
    member.type = oneLine(type);
    member.icon = iconOf(kind);
    member.range = node->range();
    member.documentation = documentationText(node);
    return member;
}

TypeMember fieldOf(const IndividualFieldDescriptor* field) {
    TypeMember result =
        member(TypeMemberKind::Field, field, identifierValue(field->name()), field->typeDescriptor());
    result.isOptional = field->questionMark() != nullptr;
    result.isReadonly = field->readonlyKeyword() != nullptr;
    result.defaultText = textOf(field->defaultExpression());
    return result;
}

void addRecordMembers(TypeNode& node, const RecordTypeDesc* record) {
    node.isOpen = record->openBrace()->text() != "{|";
    for (const RecordMember* part : record->fields()) {
        if (const auto* field = cast<IndividualFieldDescriptor>(part))
            node.members.push_back(fieldOf(field));
        else if (const auto* inclusion = cast<RecordTypeInclusion>(part))
            node.members.push_back(member(TypeMemberKind::Inclusion, part, "", inclusion->typeReference()));
        else if (const auto* rest = cast<RecordRestDescriptor>(part))
            node.members.push_back(member(TypeMemberKind::Rest, part, "...", rest->typeDescriptor()));
    }
}

void addUnionMembers(TypeNode& node, const Node* type) {
    if (const auto* both = cast<UnionTypeDesc>(type)) {
        addUnionMembers(node, both->left());
        addUnionMembers(node, both->right());
        return;
    }
    if (const auto* optional = cast<OptionalTypeDesc>(type)) {
        addUnionMembers(node, optional->typeDescriptor());
        node.members.push_back(member(TypeMemberKind::UnionMember, type, "", nullptr));
        node.members.back().type = "()";
        return;
    }
    node.members.push_back(member(TypeMemberKind::UnionMember, type, "", type));
}

TypeMember methodOf(const FunctionLike* method, const SymbolId& id) {
    const std::string returns = returnTypeOf(method);
    TypeMember result = member(TypeMemberKind::Method, method, identifierValue(method->name()), nullptr);
    if (is<ResourceMethodDefn>(method))
        result.name = resourceLabel(method);
    result.type = startSignature(method) + (returns.empty() ? "" : " returns " + returns);
    result.id = id;
    return result;
}

std::string visibilityOf(const Node* node) {
    if (hasQualifier(node, TokenKind::PublicKeyword))
        return "public";
    return hasQualifier(node, TokenKind::PrivateKeyword) ? "private" : "";
}

void addObjectMember(TypeNode& node, const ObjectMember* part, const SymbolId& id) {
    if (const auto* inclusion = cast<ObjectTypeInclusion>(part)) {
        node.members.push_back(member(TypeMemberKind::Inclusion, part, "", inclusion->typeReference()));
    } else if (const auto* field = cast<ObjectField>(part)) {
        TypeMember result =
            member(TypeMemberKind::Field, part, identifierValue(field->name()), field->typeDescriptor());
        result.defaultText = textOf(field->fieldInitializer());
        result.isFinal = hasQualifier(field, TokenKind::FinalKeyword);
        result.visibility = visibilityOf(field);
        result.id = id;
        node.members.push_back(std::move(result));
    } else if (const auto* described = cast<ObjectFieldDescriptor>(part)) {
        node.members.push_back(member(TypeMemberKind::Field, part, identifierValue(described->name()),
                                      described->typeDescriptor()));
    } else if (const auto* method = cast<FunctionLike>(part)) {
        node.members.push_back(methodOf(method, id));
    }
}

/// The type below `distinct`, `readonly &` and parentheses.
const Node* shapeOf(TypeNode& node, const Node* type) {
    if (const auto* distinct = cast<DistinctTypeDesc>(type)) {
        node.isDistinct = true;
        return shapeOf(node, distinct->typeDescriptor());
    }
    if (const auto* parentheses = cast<ParenthesizedTypeDesc>(type))
        return shapeOf(node, parentheses->typeDescriptor());
    if (const auto* both = cast<IntersectionTypeDesc>(type)) {
        const bool left = both->left()->text() == "readonly", right = both->right()->text() == "readonly";
        node.isReadonly = node.isReadonly || left || right;
        if (left || right)
            return shapeOf(node, left ? both->right() : both->left());
    }
    return type;
}

void addMembersOfType(TypeNode& node, const Node* type) {
    if (const auto* record = cast<RecordTypeDesc>(type))
        addRecordMembers(node, record);
    else if (is<UnionTypeDesc>(type) || is<OptionalTypeDesc>(type))
        addUnionMembers(node, type);
    else if (const auto* object = cast<ObjectTypeDesc>(type))
        for (const ObjectMember* part : object->members())
            addObjectMember(node, part, {});
    else
        node.members.push_back(member(TypeMemberKind::Element, type, "", type));
}

std::string detailOf(ItemKind kind, const Declaration& declaration) {
    if (is<ModuleClassDefn>(declaration.node)) {
        const std::string qualifiers = qualifierText(declaration.node);
        return qualifiers.empty() ? "class" : qualifiers + " class";
    }
    std::string word(rowOf(kind).word);
    if (!word.empty())
        word[0] = char(word[0] | 0x20);
    return word;
}

/// Builds the diagram of one snapshot.
class GraphBuilder {
public:
    explicit GraphBuilder(const Snapshot& snapshot)
        : m_snapshot(snapshot), m_all(programDeclarationsOf(snapshot)) {}

    TypeGraph build() {
        for (const Declaration& declaration : m_all)
            if (is<ModuleTypeDefn>(declaration.node) || is<ModuleEnumDecl>(declaration.node) ||
                is<ModuleClassDefn>(declaration.node))
                addNode(declaration);
        for (size_t i = 0; i < m_graph.nodes.size(); ++i)
            addEdges(int(i));
        return std::move(m_graph);
    }

private:
    void addNode(const Declaration& declaration) {
        TypeNode node;
        node.id = declaration.id;
        node.kind =
            isConnectionClass(m_all, declaration) ? ItemKind::ConnectionClass : itemKindOf(declaration);
        node.name = declaration.shownName();
        node.detail = detailOf(node.kind, declaration);
        node.icon = rowOf(node.kind).icon;
        node.module = declaration.moduleName();
        node.isPublic = hasQualifier(declaration.node, TokenKind::PublicKeyword);
        node.documentation = documentationText(declaration.node);
        node.location = declaration.location();
        node.nameRange = nameRange(declaration.node);
        node.problems = problemsIn(m_snapshot, node.location);
        addMembers(node, declaration);
        m_declarations.push_back(&declaration);
        m_graph.nodes.push_back(std::move(node));
    }

    void addMembers(TypeNode& node, const Declaration& declaration) const {
        if (const auto* type = cast<ModuleTypeDefn>(declaration.node)) {
            node.text = textOf(type->typeDescriptor());
            addMembersOfType(node, shapeOf(node, type->typeDescriptor()));
        } else if (const auto* enumeration = cast<ModuleEnumDecl>(declaration.node)) {
            for (const EnumMember* part : enumeration->members()) {
                node.members.push_back(
                    member(TypeMemberKind::EnumMember, part, identifierValue(part->name()), nullptr));
                node.members.back().defaultText = textOf(part->expression());
            }
        } else if (const auto* classDefn = cast<ModuleClassDefn>(declaration.node)) {
            for (const ObjectMember* part : classDefn->members())
                addObjectMember(node, part, idOf(part));
        }
    }

    SymbolId idOf(const Node* node) const {
        const auto found = std::ranges::find(m_all, node, &Declaration::node);
        return found == m_all.end() ? SymbolId{} : found->id;
    }

    /// Types that a member names: each reference below the member's range, outside of function bodies.
    void addEdges(int from) {
        const Declaration& declaration = *m_declarations[size_t(from)];
        forEachNode(declaration.node, [&](const Node* node) {
            const auto* reference = cast<TypeReference>(node);
            if (!reference || enclosing<FunctionBody>(node))
                return;
            const int to =
                nodeOf(findNamed(m_all, reference, reference->prefix() ? reference->prefix()->text() : "",
                                 identifierValue(reference->name())));
            if (to >= 0)
                addEdge(from, reference, to);
        });
    }

    int nodeOf(const Declaration* declaration) const {
        const auto found = std::ranges::find(m_declarations, declaration);
        return !declaration || found == m_declarations.end() ? -1 : int(found - m_declarations.begin());
    }

    void addEdge(int from, const TypeReference* reference, int to) {
        const auto& members = m_graph.nodes[size_t(from)].members;
        const auto row = std::ranges::find_if(
            members, [&](const TypeMember& member) { return member.range.contains(reference->range()); });
        const bool includes = row != members.end() && row->kind == TypeMemberKind::Inclusion;
        const TypeEdge edge{includes ? TypeEdgeKind::Includes : TypeEdgeKind::Refers, from,
                            row == members.end() ? -1 : int(row - members.begin()), to};
        if (std::ranges::find(m_graph.edges, edge) == m_graph.edges.end())
            m_graph.edges.push_back(edge);
    }

    const Snapshot& m_snapshot;
    std::vector<Declaration> m_all;
    std::vector<const Declaration*> m_declarations;
    TypeGraph m_graph;
};

/// What is reached from a node by edges, and what reaches it by one.
std::set<int> neighbourhood(const TypeGraph& graph, int start) {
    std::set<int> reached = {start};
    std::vector<int> open = {start};
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const TypeEdge& edge : graph.edges)
            if (edge.fromNode == node && reached.insert(edge.toNode).second)
                open.push_back(edge.toNode);
    }
    for (const TypeEdge& edge : graph.edges)
        if (edge.toNode == start)
            reached.insert(edge.fromNode);
    return reached;
}

} // namespace

TypeGraph buildTypeGraph(const Snapshot& snapshot) {
    return GraphBuilder(snapshot).build();
}

TypeGraph focusedOn(const TypeGraph& graph, const SymbolId& type) {
    const auto start = std::ranges::find(graph.nodes, type, &TypeNode::id);
    if (start == graph.nodes.end())
        return graph;
    const std::set<int> kept = neighbourhood(graph, int(start - graph.nodes.begin()));
    TypeGraph focused;
    std::vector<int> newIndex(graph.nodes.size(), -1);
    for (const int node : kept) {
        newIndex[size_t(node)] = int(focused.nodes.size());
        focused.nodes.push_back(graph.nodes[size_t(node)]);
    }
    for (TypeEdge edge : graph.edges) {
        edge.fromNode = newIndex[size_t(edge.fromNode)];
        edge.toNode = newIndex[size_t(edge.toNode)];
        if (edge.fromNode >= 0 && edge.toNode >= 0)
            focused.edges.push_back(edge);
    }
    return focused;
}

} // namespace barre::design
