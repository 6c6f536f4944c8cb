// New services, new projects, values in Config.toml.
#include "model/design/callbacks.h"
#include "model/design/tree_text.h"
#include "model/edits/field_edits.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/members.h"
#include "model/edits/names.h"
#include "model/edits/services.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::Declaration;

namespace {

/// What the wizard wrote, with names that are free and the listener that is meant.
struct ServicePlan {
    WebSocketServiceText text;
    std::string portName;                                            ///< of a new configurable
    std::string arguments;                                           ///< for the class: the path parameters
    std::vector<std::pair<std::string, std::string>> pathParameters; ///< type and name
};

void addPathParameters(ServicePlan& plan) {
    const ParsedFragment parsed = parseAs(GrammarRule::ResourcePath, plan.text.resourcePath);
    forEachNode(parsed.node(), [&](const Node* node) {
        const auto* param = cast<ResourcePathSegmentParam>(node);
        if (!param || !param->name())
            return;
        plan.pathParameters.emplace_back(design::oneLine(param->typeDescriptor()),
                                         std::string(param->name()->text()));
        plan.arguments += (plan.arguments.empty() ? "" : ", ") + std::string(param->name()->text());
    });
}

std::string problemOf(const WebSocketServiceText& text) {
    if (std::string problem = problemOfName(text.listener); !problem.empty())
        return "Listener: " + problem;
    if (std::string problem = problemOfName(text.className); !problem.empty())
        return "Class: " + problem;
    if (std::string problem = checkRule(GrammarRule::AttachPoint, text.path, "a path such as /chat");
        !problem.empty())
        return "Path: " + problem;
    if (std::string problem = checkRule(GrammarRule::ResourcePath, text.resourcePath, "a path such as .");
        !problem.empty())
        return "Resource path: " + problem;
    if (text.isNewListener)
        if (std::string problem = checkRule(GrammarRule::Expression, text.port, "a port"); !problem.empty())
            return "Port: " + problem;
    for (const std::string& name : text.callbacks)
        if (!design::findCallback(name))
            return "There is no callback '" + name + "'.";
    return {};
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string textOfListener(const ServicePlan& plan) {
    const std::string& port = plan.portName.empty() ? plan.text.port : plan.portName;
    return "listener websocket:Listener " + plan.text.listener + " = new (" + port + ");";
}

std::string textOfService(const ServicePlan& plan) {
    std::string code;
    if (!plan.text.idleTimeout.empty())
        code = "@websocket:ServiceConfig {\n    idleTimeout: " + plan.text.idleTimeout + "\n}\n";
    code += "service " + plan.text.path + " on " + plan.text.listener + " {\n";
    code += "    resource function get " + plan.text.resourcePath + "() returns websocket:Service|error {\n";
    code += "        return new " + plan.text.className + "(" + plan.arguments + ");\n    }\n}";
    return code;
}

std::string textOfConstructor(const ServicePlan& plan) {
    std::string fields, parameters, body;
    for (const auto& [type, name] : plan.pathParameters) {
        fields += "    private final " + type + " " + name + ";\n";
        parameters += (parameters.empty() ? "" : ", ") + type + " " + name;
        body += "        self." + name + " = " + name + ";\n";
    }
    if (fields.empty())
        return {};
    return "\n" + fields + "\n    function init(" + parameters + ") {\n" + body + "    }\n";
}

std::string textOfCallback(const design::CallbackRow& row, bool echo) {
    std::string body;
    if (echo && row.name == "onTextMessage")
        body = "        check caller->writeTextMessage(\"Echo: \" + message);\n";
    return "\n    remote function " + std::string(row.name) + "(" + std::string(row.parameters) +
           ") returns " + std::string(row.returns) + " {\n" + body + "    }\n";
}

std::string textOfClass(const ServicePlan& plan) {
    std::string code = "service class " + plan.text.className + " {\n    *websocket:Service;\n";
    code += textOfConstructor(plan);
    for (const design::CallbackRow& row : design::callbacks())
        if (std::ranges::find(plan.text.callbacks, row.name) != plan.text.callbacks.end())
            code += textOfCallback(row, plan.text.echo);
    return code + "}";
}

/// The parts of a service in the order in which they stand in a file.
std::vector<std::pair<Section, std::string>> partsOf(const ServicePlan& plan) {
    std::vector<std::pair<Section, std::string>> parts;
    if (plan.text.isNewListener && !plan.portName.empty())
        parts.emplace_back(Section::Configurable,
                           "configurable int " + plan.portName + " = " + plan.text.port + ";");
    if (plan.text.isNewListener)
        parts.emplace_back(Section::Listener, textOfListener(plan));
    parts.emplace_back(Section::Service, textOfService(plan));
    parts.emplace_back(Section::Class, textOfClass(plan));
    return parts;
}

bool hasDeclarations(const model::SourceFile& file) {
    return !cast<ModulePart>(file.tree->root())->members().empty();
}

std::string asWholeFile(const ServicePlan& plan) {
    std::string text = "import ballerina/websocket;\n";
    for (const auto& [section, code] : partsOf(plan))
        text += "\n" + code + "\n";
    return text;
}

/// The parts that go to the same place follow one another there.
EditResult insertParts(const Snapshot& snapshot, const model::SourceFile& file, const ServicePlan& plan) {
    EditBuilder builder(snapshot);
    const std::string prefix = importInto(builder, file, design::webSocketModule);
    std::vector<std::pair<DeclarationPlace, std::string>> places;
    for (auto [section, code] : partsOf(plan)) {
        for (size_t at = 0; prefix != "websocket" && (at = code.find("websocket:", at)) != std::string::npos;
             ++at)
            code.replace(at, 9, prefix);
        const DeclarationPlace place = forSection(file, section);
        if (!places.empty() && places.back().first.replaced == place.replaced)
            places.back().second += "\n\n" + code;
        else
            places.emplace_back(place, code);
    }
    for (const auto& [place, code] : places)
        insertDeclaration(builder, snapshot, place, code);
    EditResult result = builder.doneAtInsertion(file.path, places.back().first.replaced.begin);
    return result;
}

std::string tomlText(std::string_view value) {
    const std::string text = stringLiteralText(value);
    return text;
}

} // namespace

EditResult createWebSocketService(const Snapshot& snapshot, const WebSocketServiceText& text) {
    if (std::string problem = problemOf(text); !problem.empty())
        return refused(std::move(problem));
    const model::SourceFile* file = snapshot.file(text.file);
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const model::SourceModule* module = file ? snapshot.moduleOf(text.file) : &snapshot.modules().front();
    const auto isTaken = [&](const std::string& name) {
        return freeNameInModule(all, module, identifierValue(name)) != identifierValue(name);
    };
    if (isTaken(text.className))
        return refused("There is already a '" + text.className + "' here.");
    if (isTaken(text.listener) == text.isNewListener)
        return refused(text.isNewListener ? "There is already a '" + text.listener + "' here."
                                          : "There is no listener '" + text.listener + "'.");
    ServicePlan plan{text, {}, {}, {}};
    addPathParameters(plan);
    if (isNumber(text.port))
        plan.portName = freeNameInModule(all, module, "port");
    if (file && hasDeclarations(*file))
        return insertParts(snapshot, *file, plan);
    EditBuilder builder(snapshot);
    if (file)
        builder.replace(text.file, {0, uint32_t(file->text().size())}, asWholeFile(plan));
    else
        builder.create(text.file, asWholeFile(plan));
    EditResult result = builder.done();
    result.focus = {text.file, {0, 0}};
    return result;
}

EditResult createProject(std::string_view org, std::string_view name) {
    EditResult result;
    std::string manifest = "[package]\n";
    if (!org.empty())
        manifest += "org = " + tomlText(org) + "\n";
    manifest += "name = " + tomlText(name) + "\nversion = \"0.1.0\"\n";
    const model::Manifest checked = model::readManifest(manifest, "project");
    if (!checked.diagnostics.empty())
        return refused("This cannot be a project's name: " + checked.diagnostics.front().message() + ".");
    result.edit.files.push_back({"Ballerina.toml", {{{0, 0}, manifest}}, true, false});
    result.edit.files.push_back({"main.bal", {}, true, false});
    return result;
}

namespace {

/// A string may be given without its quotes.
std::string configText(const Declaration& declaration, std::string_view value) {
    const auto* variable = cast<ModuleVarDecl>(declaration.node);
    const bool isString =
        variable && design::oneLine(variable->typedBindingPattern()->typeDescriptor()) == "string";
    const bool isQuoted = value.starts_with('"') || value.starts_with('\'');
    return isString && !isQuoted && !value.empty() ? tomlText(value) : std::string(value);
}

} // namespace

EditResult setConfigValue(const Snapshot& snapshot, const SymbolId& id, std::string_view given) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (!declaration || design::itemKindOf(*declaration) != design::ItemKind::Configurable)
        return refused("This configurable is not there any more.");
    const std::string value = configText(*declaration, given);
    const std::string& name = declaration->name;
    const std::string key = declaration->module->isDefault ? name : declaration->module->name + "." + name;
    if (!value.empty() && !model::readConfig("x = " + value).diagnostics.empty())
        return refused("This is not a value of a TOML file, for example 8080, true or \"text\".");
    const model::ConfigValue* old =
        snapshot.config().find(snapshot.manifest().org, declaration->module->name, name);
    const std::string_view text = snapshot.text("Config.toml");
    EditBuilder builder(snapshot);
    if (old && value.empty())
        builder.remove("Config.toml", {lineBegin(text, old->range.begin), nextLine(text, old->range.end)});
    else if (old)
        builder.replace("Config.toml", old->range, value);
    else if (!value.empty() && snapshot.hasFile("Config.toml"))
        builder.insert("Config.toml", 0, key + " = " + value + "\n"); // before any [table]
    else if (!value.empty())
        builder.create("Config.toml", key + " = " + value + "\n");
    return builder.done();
}

} // namespace barre::edits
