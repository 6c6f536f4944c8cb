// Services, their options and resources; listeners.
#include "model/edits/services.h"

#include "model/design/tree_text.h"
#include "model/edits/field_edits.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/members.h"
#include "model/edits/named_values.h"
#include "model/edits/names.h"
#include "model/edits/parts.h"

namespace barre::edits {

using namespace syntax;
using design::Declaration;

namespace {

template<class Kind>
std::optional<Declaration> declarationAs(const Snapshot& snapshot, const SymbolId& id) {
    std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (declaration && !is<Kind>(declaration->node))
        declaration.reset();
    return declaration;
}

EditResult noSuchService() {
    return refused("This service is not there any more.");
}

EditResult noSuchListener() {
    return refused("This listener is not there any more.");
}

const Annotation* serviceConfigAnnotation(const Node* service, const MappingConstructorExpr* value) {
    for (const Annotation* annotation : annotsOf(service))
        if (annotation->annotValue() == value)
            return annotation;
    return nullptr;
}

/// The annotation goes with its last field, with its line.
void removeAnnotation(EditBuilder& builder, const Declaration& service, const Annotation* annotation) {
    const std::string_view text = service.file->text();
    const SourceRange range = annotation->range();
    const bool ownsLines = isFirstOnLine(text, range.begin) && isLastOnLine(text, range.end);
    const SourceRange removal = ownsLines
                                    ? SourceRange{lineBegin(text, range.begin), nextLine(text, range.end)}
                                    : SourceRange{range.begin, annotation->fullRange().end};
    builder.remove(service.file->path, removal);
}

/// Above the service, below its documentation.
void addAnnotation(EditBuilder& builder, const Declaration& service, std::string_view option,
                   std::string_view text) {
    const std::string prefix = importInto(builder, *service.file, design::webSocketModule);
    const std::string_view source = service.file->text();
    const uint32_t at = design::rangeWithoutDocumentation(service.node).begin;
    const std::string indentation = indentationAt(source, at), unit = indentationUnitOf(source);
    builder.insert(service.file->path, at,
                   "@" + prefix + ":ServiceConfig {\n" + indentation + unit + std::string(option) + ": " +
                       std::string(text) + "\n" + indentation + "}\n" + indentation);
}

EditResult replaced(const Snapshot& snapshot, const Declaration& declaration, SourceRange range,
                    std::string_view text) {
    EditBuilder builder(snapshot);
    builder.replace(declaration.file->path, range, text);
    return builder.done(declaration.location());
}

} // namespace

EditResult setServicePath(const Snapshot& snapshot, const SymbolId& id, std::string_view path) {
    const std::optional<Declaration> service = declarationAs<ServiceDecl>(snapshot, id);
    if (!service)
        return noSuchService();
    if (std::string problem = checkRule(GrammarRule::AttachPoint, path, "a path such as /chat");
        !problem.empty())
        return refused(std::move(problem));
    const auto* decl = cast<ServiceDecl>(service->node);
    if (decl->attachPoint())
        return replaced(snapshot, *service, decl->attachPoint()->range(), path);
    const Node* type = decl->typeDescriptor();
    const uint32_t at = type ? type->range().end : decl->serviceKeyword()->range().end;
    return replaced(snapshot, *service, {at, at}, " " + std::string(path));
}

EditResult setServiceListener(const Snapshot& snapshot, const SymbolId& id, std::string_view listener) {
    const std::optional<Declaration> service = declarationAs<ServiceDecl>(snapshot, id);
    if (!service)
        return noSuchService();
    if (std::string problem = checkRule(GrammarRule::Expression, listener, "a listener"); !problem.empty())
        return refused(std::move(problem));
    const auto* decl = cast<ServiceDecl>(service->node);
    const auto& expressions = decl->expressions();
    const bool isThere = !expressions.empty() && !expressions.front()->isMissing();
    const uint32_t behindOn = decl->onKeyword()->range().end;
    if (isThere)
        return replaced(snapshot, *service, expressions.front()->range().joined(expressions.back()->range()),
                        listener);
    return replaced(snapshot, *service, {behindOn, behindOn},
                    (decl->onKeyword()->isMissing() ? " on " : " ") + std::string(listener));
}

EditResult setServiceOption(const Snapshot& snapshot, const SymbolId& id, std::string_view option,
                            std::string_view text) {
    const std::optional<Declaration> service = declarationAs<ServiceDecl>(snapshot, id);
    if (!service)
        return noSuchService();
    if (std::string problem = problemOfName(option); !problem.empty())
        return refused(std::move(problem));
    if (!text.empty())
        if (std::string problem = checkRule(GrammarRule::Expression, text, "an expression"); !problem.empty())
            return refused(std::move(problem));
    EditBuilder builder(snapshot);
    const MappingConstructorExpr* config = design::serviceConfigOf(service->node);
    if (!config && !text.empty())
        addAnnotation(builder, *service, option, text);
    else if (config && text.empty() && config->fields().size() == 1 && findField(config, option))
        removeAnnotation(builder, *service, serviceConfigAnnotation(service->node, config));
    else if (config)
        setMappingField(builder, *service->file, config, option, text);
    return builder.done(service->location());
}

EditResult setResourcePath(const Snapshot& snapshot, const SymbolId& id, std::string_view path) {
    const std::optional<Declaration> resource = declarationAs<ResourceMethodDefn>(snapshot, id);
    if (!resource)
        return refused("This resource is not there any more.");
    if (std::string problem =
            checkRule(GrammarRule::ResourcePath, path, "a path such as rooms/[string room]");
        !problem.empty())
        return refused(std::move(problem));
    const auto* method = cast<ResourceMethodDefn>(resource->node);
    return replaced(snapshot, *resource, method->resourcePath()->range(), path);
}

EditResult addUpgradeResource(const Snapshot& snapshot, const SymbolId& id, std::string_view path,
                              std::string_view className) {
    const std::optional<Declaration> service = declarationAs<ServiceDecl>(snapshot, id);
    if (!service)
        return noSuchService();
    if (std::string problem = checkRule(GrammarRule::ResourcePath, path, "a path such as .");
        !problem.empty())
        return refused(std::move(problem));
    if (std::string problem = problemOfName(className); !problem.empty())
        return refused(std::move(problem));
    EditBuilder builder(snapshot);
    const std::string prefix = importInto(builder, *service->file, design::webSocketModule);
    const DeclarationPlace place = atEndOf(*service, true);
    insertDeclaration(builder, snapshot, place,
                      "resource function get " + std::string(path) + "() returns " + prefix +
                          ":Service|error {\n    return new " + std::string(className) + "();\n}");
    return builder.doneAtInsertion(place.file, place.replaced.begin);
}

EditResult addListener(const Snapshot& snapshot, const std::string& file, const ListenerText& listener) {
    const model::SourceFile* source = fileFor(snapshot, file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (std::string problem = problemOfName(listener.name); !problem.empty())
        return refused(std::move(problem));
    if (std::string problem = checkRule(GrammarRule::Expression, listener.port, "a port"); !problem.empty())
        return refused(std::move(problem));
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const std::string name = identifierValue(listener.name);
    if (freeNameInModule(all, snapshot.moduleOf(source->path), name) != name)
        return refused("There is already a '" + name + "' here.");
    return insertedDeclaration(snapshot, forSection(*source, Section::Listener),
                               "listener " + listener.type + " " + listener.name + " = new (" +
                                   listener.port + ");");
}

EditResult setListener(const Snapshot& snapshot, const SymbolId& id, const ListenerText& text) {
    const std::optional<Declaration> declaration = declarationAs<ListenerDecl>(snapshot, id);
    if (!declaration)
        return noSuchListener();
    if (std::string problem = checkRule(GrammarRule::Expression, text.port, "a port"); !problem.empty())
        return refused(std::move(problem));
    if (std::string problem = checkRule(GrammarRule::TypeDescriptor, text.type, "a type"); !problem.empty())
        return refused(std::move(problem));
    const auto* listener = cast<ListenerDecl>(declaration->node);
    const ArgList* list = design::argumentsOfNew(listener->expression());
    PartsEditor parts(snapshot, *declaration);
    if (listener->typeDescriptor())
        parts.replace(listener->typeDescriptor()->range(), text.type);
    if (const Expression* port = design::portOf(listener->expression()))
        parts.replace(port->range(), text.port);
    else if (list)
        parts.replace({list->openParen()->range().end, list->openParen()->range().end},
                      text.port + (list->args().empty() ? "" : ", "));
    parts.rename(text.name);
    return parts.done();
}

EditResult setListenerOption(const Snapshot& snapshot, const SymbolId& id, std::string_view option,
                             std::string_view text) {
    const std::optional<Declaration> declaration = declarationAs<ListenerDecl>(snapshot, id);
    const ArgList* list =
        declaration ? design::argumentsOfNew(cast<ListenerDecl>(declaration->node)->expression()) : nullptr;
    if (!list)
        return noSuchListener();
    if (!text.empty())
        if (std::string problem = checkRule(GrammarRule::Expression, text, "an expression"); !problem.empty())
            return refused(std::move(problem));
    EditBuilder builder(snapshot);
    setNamedArgument(builder, *declaration->file, list, option, text);
    return builder.done(declaration->location());
}

} // namespace barre::edits
