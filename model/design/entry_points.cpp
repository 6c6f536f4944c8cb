#include "model/design/entry_points.h"

#include "model/design/declarations.h"
#include "model/design/service_design.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Snapshot;

namespace {

const TreeItem* findItem(const std::vector<TreeItem>& items, const SymbolId& id) {
    for (const TreeItem& item : items) {
        if (item.id == id)
            return &item;
        if (const TreeItem* found = findItem(item.children, id))
            return found;
    }
    return nullptr;
}

/// Builds the tree of one snapshot.
class TreeBuilder {
public:
    explicit TreeBuilder(const Snapshot& snapshot) : m_snapshot(snapshot), m_all(declarationsOf(snapshot)) {}

    EntryPoints build() {
        EntryPoints tree;
        tree.projectName = m_snapshot.manifest().name;
        for (size_t i = 0; i <= size_t(ItemGroup::Tests); ++i)
            tree.groups.push_back({ItemGroup(i), std::string(titleOf(ItemGroup(i))), {}});
        for (const Declaration& declaration : m_all)
            if (declaration.ownerId.empty())
                tree.groups[size_t(groupOf(declaration))].items.push_back(item(declaration));
        if (tree.groups.back().items.empty())
            tree.groups.pop_back(); // most projects have no tests
        hideMembersShownAbove(tree);
        moveMainFirst(tree.groups.front().items);
        return tree;
    }

private:
    /// Connection classes are types, too: as entry points they stand under their service.
    static ItemGroup groupOf(const Declaration& declaration) {
        if (declaration.isTest())
            return ItemGroup::Tests;
        const ItemKind kind = itemKindOf(declaration);
        return kind == ItemKind::ConnectionClass ? ItemGroup::Types : rowOf(kind).group;
    }

    /// A connection class has its handlers where it stands under its service, not a second time among the
    /// types.
    static void hideMembersShownAbove(EntryPoints& tree) {
        for (TreeItem& type : tree.groups[size_t(ItemGroup::Types)].items)
            if (findItem(tree.groups.front().items, type.id))
                type.children.clear();
    }

    static void moveMainFirst(std::vector<TreeItem>& items) {
        std::ranges::stable_partition(items,
                                      [](const TreeItem& item) { return item.kind == ItemKind::Main; });
    }

    TreeItem item(const Declaration& declaration) const {
        TreeItem item;
        item.id = declaration.id;
        item.kind = itemKindOf(declaration);
        item.label = declaration.shownName();
        item.icon = iconOf(declaration);
        item.module = declaration.moduleName();
        item.location = declaration.location();
        item.nameRange = nameRange(declaration.node);
        item.problems = problemsIn(m_snapshot, item.location);
        describe(item, declaration);
        if (declaration.isTest() && declaration.ownerId.empty())
            item.detail = declaration.file->path.substr(declaration.file->path.rfind('/') + 1);
        return item;
    }

    void describe(TreeItem& item, const Declaration& declaration) const {
        if (const auto* service = cast<ServiceDecl>(declaration.node))
            return describeService(item, declaration, service);
        if (const auto* listener = cast<ListenerDecl>(declaration.node))
            item.detail = valueOf(portOf(listener->expression()));
        else if (const auto* variable = cast<ModuleVarDecl>(declaration.node))
            item.detail = detailOf(variable);
        else if (const auto* constant = cast<ModuleConstDecl>(declaration.node))
            item.detail = oneLine(constant->expression());
        else if (isUpgradeResource(declaration.node))
            item.label = "Upgrade " + resourceLabel(cast<FunctionLike>(declaration.node));
        else if (is<ResourceMethodDefn>(declaration.node))
            item.label = resourceLabel(cast<FunctionLike>(declaration.node));
        else if (is<ModuleClassDefn>(declaration.node))
            addMembers(item, declaration);
    }

    /// A configurable's name is replaced by its value, so that a listener shows its port.
    std::string valueOf(const Node* expression) const {
        const auto* reference = cast<VariableReferenceExpr>(expression);
        const Declaration* declaration =
            reference ? findNamed(m_all, reference, reference->prefix() ? reference->prefix()->text() : "",
                                  identifierValue(reference->name()))
                      : nullptr;
        const std::string value = declaration ? configuredText(m_snapshot, *declaration) : std::string();
        return value.empty() ? oneLine(expression) : value;
    }

    std::string detailOf(const ModuleVarDecl* variable) const {
        if (hasQualifier(variable, TokenKind::ConfigurableKeyword))
            return valueOfConfigurable(variable);
        return hasQualifier(variable, TokenKind::IsolatedKeyword)
                   ? "isolated"
                   : oneLine(variable->typedBindingPattern()->typeDescriptor());
    }

    std::string valueOfConfigurable(const ModuleVarDecl* variable) const {
        for (const Declaration& declaration : m_all)
            if (declaration.node == variable)
                return configuredText(m_snapshot, declaration);
        return {};
    }

    void describeService(TreeItem& item, const Declaration& declaration, const ServiceDecl* service) const {
        const std::string path = servicePathOf(service);
        item.label = path.empty() ? "service" : path;
        for (const Expression* listener : service->expressions())
            item.detail += (item.detail.empty() ? "" : ", ") + oneLine(listener);
        item.nameRange =
            service->attachPoint() ? service->attachPoint()->range() : service->serviceKeyword()->range();
        addMembers(item, declaration);
        std::vector<const Declaration*> classes;
        for (const Declaration& member : m_all)
            if (member.ownerId == declaration.id && is<ResourceMethodDefn>(member.node))
                for (const MadeClass& made : classesMadeBy(m_all, member.node))
                    if (std::ranges::find(classes, made.declaration) == classes.end())
                        classes.push_back(made.declaration);
        for (const Declaration* made : classes) {
            item.children.push_back(this->item(*made));
            item.children.back().kind = ItemKind::ConnectionClass;
        }
    }

    void addMembers(TreeItem& item, const Declaration& owner) const {
        for (const Declaration& member : m_all)
            if (member.ownerId == owner.id && is<FunctionLike>(member.node))
                item.children.push_back(this->item(member));
    }

    const Snapshot& m_snapshot;
    std::vector<Declaration> m_all;
};

} // namespace

EntryPoints buildEntryPoints(const Snapshot& snapshot) {
    return TreeBuilder(snapshot).build();
}

const TreeItem* findItem(const EntryPoints& tree, const SymbolId& id) {
    for (const TreeGroup& group : tree.groups)
        if (const TreeItem* found = findItem(group.items, id))
            return found;
    return nullptr;
}

} // namespace barre::design
