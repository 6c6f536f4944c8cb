// Classes and their members.
#include "model/design/callbacks.h"
#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/function_text.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/members.h"
#include "model/edits/names.h"
#include "model/edits/parts.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::CallbackRow;
using design::Declaration;

namespace {

std::optional<Declaration> classOrService(const Snapshot& snapshot, const SymbolId& id) {
    std::optional<Declaration> owner = design::findDeclaration(snapshot, id);
    if (owner && !is<ModuleClassDefn>(owner->node) && !is<ServiceDecl>(owner->node))
        owner.reset();
    return owner;
}

bool hasMember(const Snapshot& snapshot, const SymbolId& owner, std::string_view name) {
    return design::findMember(design::declarationsOf(snapshot), owner, identifierValue(name)) != nullptr;
}

std::string alreadyThere(std::string_view name) {
    return "There is already a '" + std::string(name) + "' here.";
}

std::string textOfClassVariable(const VariableText& variable) {
    std::string text = asDocumentation(variable.documentation);
    text += variable.visibility.empty() ? "" : variable.visibility + " ";
    text += variable.isFinal ? "final " : "";
    text += variable.type + " " + variable.name;
    return text + (variable.value.empty() ? "" : " = " + variable.value) + ";";
}

size_t orderOf(std::string_view callback) {
    const auto rows = design::callbacks();
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == callback)
            return i;
    return rows.size();
}

/// `websocket:` is the usual prefix; the file may use another.
std::string withPrefix(std::string_view parameters, const std::string& prefix) {
    std::string text(parameters);
    constexpr std::string_view usual = "websocket:";
    for (size_t at = 0; (at = text.find(usual, at)) != std::string::npos; at += prefix.size() + 1)
        text.replace(at, usual.size(), prefix + ":");
    return text;
}

std::string textOfCallback(const CallbackRow& row, const std::string& prefix) {
    return "remote function " + std::string(row.name) + "(" + withPrefix(row.parameters, prefix) +
           ") returns " + std::string(row.returns) + " {\n}";
}

/// Callbacks stand in the order of the table: behind the last one that comes earlier in it.
DeclarationPlace placeOfCallback(const Declaration& owner, std::string_view name) {
    const auto* classDefn = cast<ModuleClassDefn>(owner.node);
    const Node* previous = nullptr;
    const Node* next = nullptr;
    for (const ObjectMember* member : classDefn->members()) {
        const size_t order = is<RemoteMethodDefn>(member) ? orderOf(design::nameText(member)) : SIZE_MAX;
        if (order < orderOf(name))
            previous = member;
        else if (order < design::callbacks().size() && !next)
            next = member;
    }
    if (previous)
        return behind(*owner.file, previous, true);
    return next ? before(*owner.file, next, true) : atEndOf(owner, true);
}

} // namespace

EditResult addClassVariable(const Snapshot& snapshot, const SymbolId& classId, const VariableText& variable) {
    const std::optional<Declaration> owner = classOrService(snapshot, classId);
    if (!owner)
        return refused("This class is not there any more.");
    if (std::string problem = problemOf(variable); !problem.empty())
        return refused(std::move(problem));
    if (hasMember(snapshot, classId, variable.name))
        return refused(alreadyThere(variable.name));
    return insertedDeclaration(snapshot, forVariableIn(*owner), textOfClassVariable(variable));
}

EditResult setClassVariable(const Snapshot& snapshot, const SymbolId& id, const VariableText& text) {
    const std::optional<Declaration> variable = design::findDeclaration(snapshot, id);
    const auto* field = variable ? cast<ObjectField>(variable->node) : nullptr;
    if (!field)
        return refused("This variable is not there any more.");
    if (std::string problem = problemOf(text); !problem.empty())
        return refused(std::move(problem));
    PartsEditor parts(snapshot, *variable);
    parts.setDocumentation(text.documentation);
    parts.setQualifier(TokenKind::FinalKeyword, text.isFinal, field->typeDescriptor());
    parts.setVisibility(text.visibility);
    parts.replace(field->typeDescriptor()->range(), text.type);
    parts.setOptional(field->name()->range().end, " = ", field->fieldInitializer(), text.value);
    parts.rename(text.name);
    return parts.done();
}

EditResult addMethod(const Snapshot& snapshot, const SymbolId& classId, const FunctionText& method) {
    const std::optional<Declaration> owner = classOrService(snapshot, classId);
    if (!owner)
        return refused("This class is not there any more.");
    if (std::string problem = problemOf(method); !problem.empty())
        return refused(std::move(problem));
    if (hasMember(snapshot, classId, method.name))
        return refused(alreadyThere(method.name));
    return insertedDeclaration(snapshot, atEndOf(*owner, true), textOf(method));
}

EditResult addCallbacks(const Snapshot& snapshot, const SymbolId& classId,
                        const std::vector<std::string>& names) {
    const std::optional<Declaration> owner = classOrService(snapshot, classId);
    if (!owner || !is<ModuleClassDefn>(owner->node))
        return refused("This class is not there any more.");
    std::vector<std::string> inOrder = names;
    std::ranges::sort(inOrder, {}, [](const std::string& name) { return orderOf(name); });
    EditBuilder builder(snapshot);
    const std::string prefix = importInto(builder, *owner->file, design::webSocketModule);
    std::vector<std::pair<DeclarationPlace, std::string>> places;
    for (const std::string& name : inOrder) {
        const CallbackRow* row = design::findCallback(name);
        if (!row)
            return refused("There is no callback '" + name + "'.");
        if (hasMember(snapshot, classId, name))
            return refused(alreadyThere(name));
        const DeclarationPlace place = placeOfCallback(*owner, name);
        if (!places.empty() && places.back().first.replaced == place.replaced)
            places.back().second += "\n\n" + textOfCallback(*row, prefix);
        else
            places.emplace_back(place, textOfCallback(*row, prefix));
    }
    for (const auto& [place, code] : places)
        insertDeclaration(builder, snapshot, place, code);
    return places.empty() ? builder.done()
                          : builder.doneAtInsertion(owner->file->path, places[0].first.replaced.begin);
}

EditResult addClass(const Snapshot& snapshot, const std::string& file, std::string_view name,
                    bool isConnection) {
    const model::SourceFile* source = fileFor(snapshot, file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (std::string problem = problemOfName(name); !problem.empty())
        return refused(std::move(problem));
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    if (freeNameInModule(all, snapshot.moduleOf(source->path), identifierValue(name)) !=
        identifierValue(name))
        return refused(alreadyThere(name));
    const DeclarationPlace place = forSection(*source, Section::Class);
    EditBuilder builder(snapshot);
    std::string code = "class " + std::string(name) + " {\n}";
    if (isConnection)
        code = "service class " + std::string(name) + " {\n    *" +
               importInto(builder, *source, design::webSocketModule) + ":Service;\n}";
    insertDeclaration(builder, snapshot, place, code);
    return builder.doneAtInsertion(source->path, place.replaced.begin);
}

} // namespace barre::edits
