#include "model/design/palette.h"

#include "model/design/declarations.h"
#include "model/design/local_names.h"
#include "model/design/meaning.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Snapshot;
using model::SourceFile;

namespace {

bool isCallerType(const SyntaxTree& tree, std::string_view type) {
    const std::string prefix = prefixOfModule(tree, webSocketModule);
    return !prefix.empty() && type == prefix + ":Caller";
}

/// The node that declares a local: its type is what is inferred for `var`.
const Node* declarationOf(const SyntaxTree& tree, const LocalName& local) {
    const Token* token = tree.tokenAt(local.nameRange.begin);
    return token ? token->parent() : nullptr;
}

ScopeItem localItem(const SyntaxTree& tree, const LocalName& local, const Meaning& meaning) {
    const Node* declaration = declarationOf(tree, local);
    const std::string known =
        local.type == "var" || local.type.empty() ? meaning.typeOf(declaration) : std::string();
    ScopeItem item;
    item.name = local.name;
    item.type = known.empty() ? local.type : known;
    item.isCaller = isCallerClass(meaning.classOf(declaration)) || isCallerType(tree, local.type);
    item.isClient = isClientClass(meaning.classOf(declaration));
    item.icon = item.isCaller ? "caller" : local.isParameter ? "parameter" : "variable";
    return item;
}

ScopeItem moduleItem(const Declaration& declaration) {
    ScopeItem item;
    item.name = declaration.name;
    item.id = declaration.id;
    item.isModuleLevel = true;
    item.icon = rowOf(itemKindOf(declaration)).icon;
    item.isClient = itemKindOf(declaration) == ItemKind::Client;
    if (const auto* variable = cast<ModuleVarDecl>(declaration.node))
        item.type = oneLine(variable->typedBindingPattern()->typeDescriptor());
    else if (const auto* function = cast<FunctionLike>(declaration.node))
        item.type = startSignature(function);
    return item;
}

bool isUsableByName(const Node* node) {
    return is<ModuleVarDecl>(node) || is<ModuleConstDecl>(node) || is<FunctionDefn>(node);
}

PaletteEntry entryOf(const NodeKindRow& row) {
    PaletteEntry entry;
    entry.kind = row.kind;
    entry.label = row.label;
    entry.icon = row.icon;
    entry.help = row.help;
    entry.also = std::string(row.name) + ' ' + std::string(row.callee) + ' ' + std::string(row.also);
    entry.colour = row.colour;
    return entry;
}

/// Makes the sections for one place.
class PaletteBuilder {
public:
    PaletteBuilder(const Snapshot& snapshot, const std::string& file, uint32_t offset)
        : m_all(declarationsOf(snapshot)), m_items(scopeAt(snapshot, file, offset)),
          m_owner(ownerAt(snapshot, file, offset)), m_meaning(snapshot, snapshot.moduleOf(file)),
          m_offset(offset) {
        if (const SourceFile* source = snapshot.file(file)) {
            m_tree = source->tree.get();
            m_locals = localNamesAt(*m_tree, offset);
        }
    }

    std::vector<PaletteSection> build() {
        for (const ScopeItem& item : m_items)
            if (item.isCaller)
                addCaller(item);
        addClients();
        for (int group = 0; group < int(PaletteGroup::Hidden); ++group)
            addGroup(PaletteGroup(group));
        addSelfMethods();
        addFunctions();
        return std::move(m_sections);
    }

private:
    SymbolId ownerAt(const Snapshot& snapshot, const std::string& file, uint32_t offset) const {
        const SymbolId around = symbolAt(snapshot, file, offset);
        const auto found = std::ranges::find(m_all, around, &Declaration::id);
        return found == m_all.end() ? SymbolId{} : found->ownerId;
    }

    void addSection(PaletteSection section) {
        if (!section.entries.empty())
            m_sections.push_back(std::move(section));
    }

    void addCaller(const ScopeItem& item) {
        PaletteSection section{item.name, {}};
        for (const NodeKindRow& row : nodeKinds()) {
            if (row.group != PaletteGroup::WebSocket)
                continue;
            PaletteEntry entry = entryOf(row);
            entry.detail = item.name;
            entry.values.push_back({FieldId::Receiver, item.name});
            section.entries.push_back(std::move(entry));
        }
        addSection(std::move(section));
    }

    /// Clients have a section with a call of each of their remote methods, as far as they are known.
    void addClients() {
        for (const ScopeItem& item : m_items)
            if (item.isClient && !item.isCaller)
                addClient(item);
    }

    void addClient(const ScopeItem& item) {
        PaletteSection section{item.name, {}};
        if (const model::ClassSymbol* object = classOf(item))
            for (const model::FunctionSymbol* method : object->methods)
                if (method->role == model::FunctionRole::Remote)
                    section.entries.push_back(remoteCall(item, method->name, argumentsFor(method)));
        if (section.entries.empty())
            section.entries.push_back(remoteCall(item, "call", {}));
        addSection(std::move(section));
    }

    const model::ClassSymbol* classOf(const ScopeItem& item) const {
        const auto declared = std::ranges::find(m_all, item.id, &Declaration::id);
        if (!item.id.empty() && declared != m_all.end())
            if (const auto* variable = cast<ModuleVarDecl>(declared->node))
                return m_meaning.classOf(variable->typedBindingPattern()->bindingPattern());
        for (const LocalName& local : m_locals)
            if (local.name == item.name)
                return m_meaning.classOf(declarationOf(*m_tree, local));
        return nullptr;
    }

    static PaletteEntry remoteCall(const ScopeItem& item, const std::string& method,
                                   const std::string& arguments) {
        PaletteEntry entry = entryOf(rowOf(NodeKind::RemoteCall));
        for (const NodeKindRow& row : nodeKinds())
            if (row.callee == "->" + method)
                entry = entryOf(row);
        entry.detail = item.name;
        entry.values.push_back({FieldId::Receiver, item.name});
        if (entry.kind != NodeKind::RemoteCall)
            return entry;
        entry.label = method;
        entry.values.push_back({FieldId::Method, identifierText(method)});
        entry.values.push_back({FieldId::Arguments, arguments});
        return entry;
    }

    static std::string argumentsFor(const model::FunctionSymbol* function) {
        std::string text;
        for (const model::Parameter& parameter : function->signature.params)
            if (parameter.kind == model::ParamKind::Required)
                text += (text.empty() ? "" : ", ") + parameter.name;
        return text;
    }

    /// The section of the callers has these kinds already, with their receiver.
    void addGroup(PaletteGroup group) {
        const bool hasCaller = std::ranges::any_of(m_items, &ScopeItem::isCaller);
        if (group == PaletteGroup::WebSocket && hasCaller)
            return;
        PaletteSection section{std::string(titleOf(group)), {}};
        for (const NodeKindRow& row : nodeKinds())
            if (row.group == group && isPossible(row.kind))
                section.entries.push_back(entryOf(row));
        addSection(std::move(section));
    }

    /// Some steps have a meaning inside of others only.
    bool isPossible(NodeKind kind) const {
        const Node* place = m_tree ? m_tree->nodeAt(m_offset) : nullptr;
        switch (kind) {
        case NodeKind::Break:
        case NodeKind::Continue: return enclosing<WhileStmt>(place) || enclosing<ForeachStmt>(place);
        case NodeKind::Commit:
        case NodeKind::Rollback: return enclosing<TransactionStmt>(place);
        default: return true;
        }
    }

    PaletteEntry callEntry(NodeKind kind, const Declaration& function, FieldId nameField) const {
        PaletteEntry entry = entryOf(rowOf(kind));
        const auto* syntax = cast<FunctionLike>(function.node);
        entry.label = function.name;
        entry.detail = startSignature(syntax);
        entry.help = documentationText(syntax);
        entry.values.push_back({nameField, identifierText(function.name)});
        entry.values.push_back({FieldId::Arguments, argumentsFor(syntax)});
        return entry;
    }

    /// Required parameters get the name of a variable of the same name, or their own name to be replaced.
    static std::string argumentsFor(const FunctionLike* function) {
        std::string text;
        for (const Parameter& parameter : parametersOf(function))
            if (parameter.defaultText.empty() && !parameter.isRest)
                text += (text.empty() ? "" : ", ") + parameter.name;
        return text;
    }

    void addSelfMethods() {
        PaletteSection section{"This object", {}};
        for (const Declaration& declaration : m_all)
            if (!m_owner.empty() && declaration.ownerId == m_owner && is<MethodDefn>(declaration.node) &&
                declaration.name != "init") {
                PaletteEntry entry = callEntry(NodeKind::CallMethod, declaration, FieldId::Method);
                entry.values.push_back({FieldId::Receiver, "self"});
                section.entries.push_back(std::move(entry));
            }
        addSection(std::move(section));
    }

    void addFunctions() {
        PaletteSection section{"Functions of this project", {}};
        for (const Declaration& declaration : m_all)
            if (is<FunctionDefn>(declaration.node) && declaration.name != "main" &&
                declaration.name != "init" && declaration.module->isDefault && !declaration.isTest())
                section.entries.push_back(callEntry(NodeKind::CallFunction, declaration, FieldId::Function));
        addSection(std::move(section));
    }

    std::vector<Declaration> m_all;
    std::vector<ScopeItem> m_items;
    SymbolId m_owner;
    Meaning m_meaning;
    uint32_t m_offset = 0;
    const SyntaxTree* m_tree = nullptr;
    std::vector<LocalName> m_locals;
    std::vector<PaletteSection> m_sections;
};

} // namespace

std::vector<ScopeItem> scopeAt(const Snapshot& snapshot, const std::string& file, uint32_t offset) {
    std::vector<ScopeItem> items;
    const SourceFile* source = snapshot.file(file);
    if (!source)
        return items;
    const Meaning meaning(snapshot, snapshot.moduleOf(file));
    for (const LocalName& local : localNamesAt(*source->tree, offset))
        items.push_back(localItem(*source->tree, local, meaning));
    const std::vector<Declaration> all = declarationsOf(snapshot);
    const SymbolId around = symbolAt(snapshot, file, offset);
    const auto function = std::ranges::find(all, around, &Declaration::id);
    if (function != all.end() && !function->ownerId.empty())
        items.push_back({"self", nameText(function->owner), "class", function->ownerId, false, false, false});
    const model::SourceModule* module = snapshot.moduleOf(file);
    for (const Declaration& declaration : all)
        if (declaration.ownerId.empty() && declaration.module == module && isUsableByName(declaration.node))
            items.push_back(moduleItem(declaration));
    return items;
}

std::vector<PaletteSection> buildPalette(const Snapshot& snapshot, const std::string& file, uint32_t offset) {
    return PaletteBuilder(snapshot, file, offset).build();
}

} // namespace barre::design
