#include "model/design/declarations.h"
#include "model/design/local_names.h"
#include "model/design/step_syntax.h"
#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/edit_builder.h"
#include "model/edits/names.h"
#include "model/semantics/semantic_model.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::Declaration;
using design::LocalName;
using model::SourceFile;

namespace {

std::string prefixText(const Token* prefix) {
    return prefix ? std::string(prefix->text()) : std::string();
}

/// What an unqualified name means inside a function; null when it is not a local.
std::optional<LocalName> localNamed(const SyntaxTree& tree, uint32_t offset, std::string_view name) {
    for (LocalName& local : design::localNamesAt(tree, offset))
        if (local.name == name)
            return std::move(local);
    return std::nullopt;
}

/// `{name}` in a constructor: the field keeps its name when the variable gets another.
bool isShorthand(const Node* node) {
    const auto* field = cast<SpecificField>(node);
    return field && !field->valueExpr() && field->fieldName()->kind() == TokenKind::Identifier;
}

/// The token that a node calls something by.
const Token* nameIn(const Node* node) {
    const auto* field = cast<SpecificField>(node);
    return field ? field->fieldName() : nameOf(node);
}

/// Gives names another text in one file after the other.
class Renamer {
public:
    Renamer(const Snapshot& snapshot, std::string_view name) : m_builder(snapshot), m_name(name) {}

    void rename(const SourceFile& file, const Token* token) {
        m_builder.replace(file.path, token->range(), m_name);
    }

    void renameShorthand(const SourceFile& file, const Token* token) {
        m_builder.insert(file.path, token->range().end, ": " + m_name);
    }

    /// The line `# + name - …` of a parameter.
    void renameInDocumentation(const SourceFile& file, const Node* function, std::string_view oldName) {
        const Metadata* metadata = metadataOf(function);
        if (!metadata || !metadata->documentationString())
            return;
        for (const Token* line : metadata->documentationString()->lines()) {
            const std::string_view text = line->text();
            const size_t plus = text.find_first_not_of("# \t");
            if (plus == std::string_view::npos || text[plus] != '+')
                continue;
            const size_t begin = std::min(text.find_first_not_of(" \t", plus + 1), text.size());
            const size_t end = std::min(text.find_first_of(" \t-", begin), text.size());
            const uint32_t offset = line->range().begin;
            if (text.substr(begin, end - begin) == oldName)
                m_builder.replace(file.path, {offset + uint32_t(begin), offset + uint32_t(end)}, m_name);
        }
    }

    EditBuilder& builder() { return m_builder; }

private:
    EditBuilder m_builder;
    std::string m_name;
};

/// A local: its declaration and every reference that means it.
EditResult renameLocal(const Snapshot& snapshot, const SourceFile& file, const LocalName& local,
                       std::string_view name) {
    const Node* function = file.tree->nodeAt(local.nameRange.begin);
    while (function && !is<FunctionLike>(function))
        function = function->parent();
    if (!function)
        return refused("This name cannot be changed here.");
    Renamer renamer(snapshot, identifierText(name));
    const auto means = [&](const Node* place) {
        const std::optional<LocalName> found = localNamed(*file.tree, place->range().begin, local.name);
        return found && found->nameRange == local.nameRange;
    };
    bool isTaken = false;
    forEachNode(function, [&](const Node* node) {
        const Token* token = nameIn(node);
        if (!token || token->isMissing())
            return;
        const bool isDeclaration = token->range() == local.nameRange;
        if (is<VariableReferenceExpr>(node) && !cast<VariableReferenceExpr>(node)->prefix()) {
            const std::string value = identifierValue(token);
            isTaken = isTaken || (value == name && localNamed(*file.tree, token->range().begin, name));
            if (value == local.name && means(node))
                renamer.rename(file, token);
        } else if (isShorthand(node) && identifierValue(token) == local.name && means(node)) {
            renamer.renameShorthand(file, token);
        } else if (isDeclaration && is<FieldBindingPattern>(node) &&
                   !cast<FieldBindingPattern>(node)->colon()) {
            renamer.renameShorthand(file, token);
        } else if (isDeclaration) {
            renamer.rename(file, token);
        }
    });
    if (isTaken || localNamed(*file.tree, local.nameRange.begin, name))
        return refused("There is already a '" + std::string(name) + "' here.");
    if (local.isParameter)
        renamer.renameInDocumentation(file, function, local.name);
    return renamer.builder().done({file.path, local.nameRange});
}

/// Something that a module declares: every reference from any file, unless a local hides it.
void renameReferences(Renamer& renamer, const std::vector<Declaration>& all, const Declaration& target,
                      const SourceFile& file) {
    forEachNode(file.tree->root(), [&](const Node* node) {
        const auto* variable = cast<VariableReferenceExpr>(node);
        const auto* type = cast<TypeReference>(node);
        const Token* token = variable ? variable->name() : type ? type->name() : nullptr;
        if (isShorthand(node))
            token = nameIn(node);
        if (!token || token->isMissing() || identifierValue(token) != target.name)
            return;
        const std::string prefix = prefixText(variable ? variable->prefix()
                                              : type   ? type->prefix()
                                                       : nullptr);
        if (design::findNamed(all, node, prefix, target.name) != &target)
            return;
        if (prefix.empty() && !type && localNamed(*file.tree, token->range().begin, target.name))
            return;
        if (variable || type)
            renamer.rename(file, token);
        else
            renamer.renameShorthand(file, token);
    });
}

/// Whether a member access means a member, by types where they are known, else by `self`.
bool meansMember(const Node* node, const Declaration& target, const SourceFile& file,
                 const model::SemanticModel* model) {
    if (model) {
        if (const model::CallFacts* call = model->callOf(node))
            if (call->function && call->function->decl == target.node)
                return true;
        if (const model::AccessFacts* access = model->accessOf(node)) {
            if (access->field && access->field->decl == target.node)
                return true;
            if (access->method && access->method->decl == target.node)
                return true;
        }
    }
    const Node* object = nullptr;
    if (const auto* access = cast<FieldAccessExpr>(node))
        object = access->expression();
    else if (const auto* call = cast<MethodCallExpr>(node))
        object = call->expression();
    return object && object->text() == "self" && target.file == &file && target.owner->contains(node);
}

void renameMemberUses(Renamer& renamer, const Declaration& target, const SourceFile& file,
                      const model::SemanticModel* model) {
    forEachNode(file.tree->root(), [&](const Node* node) {
        const Token* token = nullptr;
        if (const auto* access = cast<FieldAccessExpr>(node))
            token = access->fieldName();
        else if (const auto* call = cast<MethodCallExpr>(node))
            token = call->methodName();
        else if (const auto* action = cast<RemoteMethodCallAction>(node))
            token = action->methodName();
        if (token && identifierValue(token) == target.name && meansMember(node, target, file, model))
            renamer.rename(file, token);
    });
}

/// The local that a name declares or means.
std::optional<LocalName> localAt(const SyntaxTree& tree, const Token* token) {
    const Node* parent = token->parent();
    const std::string name = identifierValue(token);
    if (!design::flowAround(parent) && !enclosing<FunctionLike>(parent))
        return std::nullopt;
    const bool isParameter = is<Param>(parent) || is<ResourcePathSegment>(parent);
    if (isParameter || is<BindingPattern>(parent) ||
        (is<NamedWorkerDecl>(parent) && nameOf(parent) == token) ||
        (is<IdentifierName>(parent) && is<InferParamList>(parent->parent())))
        return LocalName{name, {}, token->range(), isParameter};
    const auto* reference = cast<VariableReferenceExpr>(parent);
    if ((reference && !reference->prefix()) || isShorthand(parent))
        return localNamed(tree, token->range().begin, name);
    return std::nullopt;
}

const Token* nameTokenOf(const Declaration& declaration) {
    if (const auto* variable = cast<ModuleVarDecl>(declaration.node)) {
        const auto* capture = cast<CaptureBindingPattern>(variable->typedBindingPattern()->bindingPattern());
        return capture ? capture->name() : nullptr;
    }
    return is<ResourceMethodDefn>(declaration.node) ? nullptr : nameOf(declaration.node);
}

bool isTaken(const std::vector<Declaration>& all, const Declaration& target, std::string_view name) {
    return std::ranges::any_of(all, [&](const Declaration& other) {
        return &other != &target && other.ownerId == target.ownerId && other.module == target.module &&
               other.name == name;
    });
}

EditResult renameDeclaration(const Snapshot& snapshot, const std::vector<Declaration>& all,
                             const Declaration& target, std::string_view name) {
    const Token* token = nameTokenOf(target);
    if (!token)
        return refused("This has no name that could be changed.");
    if (isTaken(all, target, name))
        return refused("There is already a '" + std::string(name) + "' here.");
    Renamer renamer(snapshot, identifierText(name));
    renamer.rename(*target.file, token);
    for (const model::SourceModule& module : snapshot.modules())
        for (const SourceFile* file : module.files) {
            if (target.ownerId.empty())
                renameReferences(renamer, all, target, *file);
            else
                renameMemberUses(renamer, target, *file, module.semantics.get());
        }
    return renamer.builder().done({target.file->path, token->range()});
}

/// The members of enums are constants of their module.
void addEnumMembers(std::vector<Declaration>& all) {
    for (size_t i = 0, count = all.size(); i < count; ++i) {
        const auto* enumeration = cast<ModuleEnumDecl>(all[i].node);
        if (!enumeration)
            continue;
        for (const EnumMember* member : enumeration->members()) {
            Declaration constant = all[i];
            constant.node = member;
            constant.name = identifierValue(member->name());
            constant.id = model::renamedTo(all[i].id, constant.name);
            all.push_back(std::move(constant));
        }
    }
}

} // namespace

EditResult renameSymbol(const Snapshot& snapshot, const SymbolId& id, std::string_view name) {
    if (std::string problem = problemOfName(name); !problem.empty())
        return refused(std::move(problem));
    std::vector<Declaration> all = design::declarationsOf(snapshot);
    addEnumMembers(all);
    const auto target = std::ranges::find(all, id, &Declaration::id);
    if (target == all.end())
        return refused("This is not there any more.");
    return renameDeclaration(snapshot, all, *target, identifierValue(name));
}

EditResult renameAt(const Snapshot& snapshot, const Location& place, std::string_view name) {
    if (std::string problem = problemOfName(name); !problem.empty())
        return refused(std::move(problem));
    const SourceFile* file = snapshot.file(place.file);
    const Token* token = file ? file->tree->tokenAt(place.range.begin) : nullptr;
    if (!token || token->range().isEmpty())
        return refused("There is no name here.");
    const std::string oldName = identifierValue(token), newName = identifierValue(name);
    if (oldName == newName)
        return EditBuilder(snapshot).done(place);
    if (const std::optional<LocalName> local = localAt(*file->tree, token))
        return renameLocal(snapshot, *file, *local, newName);
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const auto* variable = cast<VariableReferenceExpr>(token->parent());
    const auto* type = cast<TypeReference>(token->parent());
    const Declaration* target = nullptr;
    if (variable || type)
        target = design::findNamed(all, token->parent(),
                                   prefixText(variable ? variable->prefix() : type->prefix()), oldName);
    for (const Declaration& declaration : all)
        if (design::nameRange(declaration.node) == token->range() && declaration.file == file)
            target = &declaration;
    return target ? renameDeclaration(snapshot, all, *target, newName) : refused("There is no name here.");
}

} // namespace barre::edits
