#include "runtime/compiler/program_compiler.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/fillers.h"
#include "model/semantics/library.h"
#include "model/types/projections.h"
#include "runtime/compiler/function_compiler.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

CompileResult compile(std::shared_ptr<const PackageModel> package, const CompileOptions& options) {
    ProgramCompiler compiler(*package, options);
    CompileResult result = compiler.run();
    if (result.program)
        result.program->keepAlive = std::move(package);
    return result;
}

ProgramCompiler::ProgramCompiler(const PackageModel& package, const CompileOptions& options)
    : m_package(package), m_options(options), m_types(package.library->typeEnv()),
      m_builder(std::make_unique<ProgramBuilder>(
          std::shared_ptr<types::TypeEnv>(package.library, &package.library->typeEnv()))) {}

ProgramCompiler::~ProgramCompiler() = default;

const SemanticModel* ProgramCompiler::modelOf(const Symbol& symbol) const {
    return symbol.module ? m_package.modelOf(*symbol.module) : nullptr;
}

namespace {

/// Functions of the language library that natives look up by name, whether the program calls them or not.
bool isCalledByNatives(const ModuleName& module, const std::string& function) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"lang.value", "fromJsonString"},
        {"lang.value", "fromJsonStringWithType"},
        {"lang.value", "toJsonString"},
        {"lang.xml", "fromString"},
        {"lang.stream", "next"},
        {"lang.stream", "close"},
        {"test", "runSuite"},
        {"websocket", "authenticate"},
    };
    if (module.org != "ballerina")
        return false;
    return std::any_of(std::begin(names), std::end(names),
                       [&](const auto& row) { return row.first == module.name && row.second == function; });
}

} // namespace

CompileResult ProgramCompiler::run() {
    findMocks();
    for (const auto& library : m_package.libraries)
        compileModule(*library, false);
    for (const auto& module : m_package.modules)
        compileModule(*module, true);
    drain();
    for (auto& [model, id] : m_moduleInits)
        id.first = compileModuleInit(*model);
    compileRecordFields();
    drain();
    for (auto& [model, id] : m_moduleInits)
        m_builder->program().modules[id.second].initFunction = id.first;
    if (m_builder->overflowed())
        m_diagnostics.push_back(
            makeDiagnostic(DiagnosticCode::NotCompiledYet, {}, {"a program of this size"}));
    CompileResult result;
    result.diagnostics = std::move(m_diagnostics);
    if (result.diagnostics.empty())
        result.program = m_builder->finish();
    return result;
}

void ProgramCompiler::compileModule(const SemanticModel& module, bool isOwn) {
    if (isOwn)
        addFieldAnnotations(module);
    const ModuleSymbol& symbol = module.module();
    size_t index = m_builder->program().modules.size();
    m_builder->program().modules.emplace_back();
    m_builder->program().modules.back().name = symbol.moduleName.text();
    m_moduleInits.push_back({&module, {noId, index}});
    for (const Symbol* member : symbol.members) {
        if (auto* variable = as<VariableSymbol>(member))
            globalId(*variable);
        auto* function = as<FunctionSymbol>(member);
        if (function && !isOwn && isCalledByNatives(symbol.moduleName, function->name))
            functionId(*function);
        if (!isOwn)
            continue;
        if (function)
            functionId(*function);
        else if (auto* type = as<TypeSymbol>(member); type && type->decl)
            m_builder->program().typeAnnotations.push_back({type->type, annotationsOf(*type->decl, module)});
        else if (auto* object = as<ClassSymbol>(member); object && object->role == ClassRole::Class)
            classId(*object);
    }
    addModuleTables(module, m_builder->program().modules[index]);
    compileServices(module);
    if (!isOwn || !symbol.isDefaultModule)
        return;
    if (auto* main = as<FunctionSymbol>(symbol.find("main")); main && main->isPublic())
        m_builder->program().mainFunction = functionId(*main);
}

// Natives make objects and errors of a library's public declarations by name, so all of them are there.
void ProgramCompiler::addModuleTables(const SemanticModel& module, ModuleCode& code) {
    for (const Symbol* member : module.module().members) {
        if (auto* type = as<TypeSymbol>(member)) {
            if (!type->isTypeParam)
                code.types.emplace_back(type->name, m_builder->type(type->type));
        } else if (auto* enumeration = as<EnumSymbol>(member)) {
            code.types.emplace_back(enumeration->name, m_builder->type(enumeration->type));
        } else if (auto* object = as<ClassSymbol>(member); object && object->role == ClassRole::Class) {
            code.classes.emplace_back(object->name, classId(*object));
        } else if (auto* function = as<FunctionSymbol>(member)) {
            auto known = m_functions.find(function);
            if (known != m_functions.end())
                code.functions.emplace_back(function->name, known->second);
        }
    }
}

void ProgramCompiler::drain() {
    while (!m_pendingFunctions.empty() || !m_pendingClasses.empty()) {
        if (!m_pendingClasses.empty()) {
            PendingClass pending = m_pendingClasses.front();
            m_pendingClasses.pop_front();
            compileClass(pending);
            continue;
        }
        PendingFunction pending = m_pendingFunctions.front();
        m_pendingFunctions.pop_front();
        compileFunction(pending);
    }
}

FunctionId ProgramCompiler::functionId(const FunctionSymbol& function) {
    auto [at, added] = m_functions.try_emplace(&function, noId);
    if (added) {
        at->second = m_builder->declareFunction();
        m_pendingFunctions.push_back({&function, at->second});
    }
    return at->second;
}

bool ProgramCompiler::isNative(const FunctionSymbol& function) const {
    return function.isExternal && !m_mocks.contains(&function);
}

void ProgramCompiler::compileFunction(const PendingFunction& pending) {
    const FunctionSymbol& function = *pending.symbol;
    if (function.isInit() && function.owner) {
        m_builder->defineFunction(pending.id, *m_builder->program().functions[initFunction(*function.owner)]);
        return;
    }
    if (auto mock = m_mocks.find(&function); mock != m_mocks.end())
        compileMock(pending, mock->second);
    else
        compileBody(function, pending.id);
}

void ProgramCompiler::compileBody(const FunctionSymbol& function, FunctionId id) {
    FunctionCode code = header(function);
    if (function.isExternal || !function.body) {
        size_t self = function.owner ? 1 : 0;
        code.paramCount = uint16_t(function.signature.params.size() + self);
        code.registerCount = uint16_t(code.paramCount + 1);
        for (const Parameter& param : function.signature.params) {
            code.paramNames.push_back(param.name);
            code.hasRest = param.kind == ParamKind::Rest;
        }
        m_builder->defineFunction(id, std::move(code));
        return;
    }
    const SemanticModel& model = *modelOf(function);
    for (size_t i = 0; i < function.signature.params.size(); ++i)
        if (const Node* decl = function.signature.params[i].decl; decl && function.owner)
            for (auto& [name, global] : annotationsOf(*decl, model))
                code.paramAnnotations.push_back({uint16_t(i), name, global});
    if (function.role == FunctionRole::Module && function.decl && isOwn(model))
        code.annotations = annotationsOf(*function.decl, model);
    FunctionCompiler compiler(*this, model, std::move(code));
    m_builder->defineFunction(id, compiler.compileFunction(function));
}

bool ProgramCompiler::isOwn(const SemanticModel& model) const {
    return std::any_of(m_package.modules.begin(), m_package.modules.end(),
                       [&](const auto& module) { return module.get() == &model; });
}

namespace {

/// A function that could be declared isolated is so when it runs.
SemType isolatedType(types::TypeContext& types, const SemType& type) {
    auto function = types::functionAtomicType(types, type);
    if (!function || function->isIsolated)
        return type;
    function->isIsolated = true;
    return types::functionOf(types, *function);
}

} // namespace

FunctionCode ProgramCompiler::header(const FunctionSymbol& function) {
    FunctionCode code;
    code.name = function.name;
    if (function.role == FunctionRole::Resource)
        code.name = function.accessor;
    else if (function.role == FunctionRole::Anonymous)
        code.name = lambdaName();
    if (function.module)
        code.module = function.module->moduleName.text();
    code.file = fileName(function);
    code.isIsolated = function.isInferredIsolated || function.signature.isIsolated;
    code.type = code.isIsolated ? isolatedType(m_types, function.type) : function.type;
    code.isTransactional = function.signature.isTransactional;
    bool isMethod =
        function.owner && (function.role == FunctionRole::Method || function.role == FunctionRole::Remote ||
                           function.role == FunctionRole::Resource);
    if (isMethod)
        code.className = function.owner->name;
    if (function.isExternal)
        code.native = code.module + ":" + (isMethod ? function.owner->name + "." : "") + code.name;
    return code;
}

std::string ProgramCompiler::fileName(const Symbol& symbol) const {
    if (!symbol.module || symbol.file >= symbol.module->files.size())
        return {};
    const std::string& path = symbol.module->files[symbol.file];
    return path.substr(path.rfind('/') + 1);
}

std::string ProgramCompiler::lambdaName() {
    return "$lambda$_" + std::to_string(m_lambdas++);
}

GlobalId ProgramCompiler::globalId(const VariableSymbol& variable) {
    auto [at, added] = m_globals.try_emplace(&variable, noId);
    if (added) {
        GlobalCode code;
        code.name = variable.name;
        if (variable.module)
            code.module = variable.module->moduleName.text();
        code.type = variable.isConfigurable ? variable.writtenType : variable.type;
        code.isConfigurable = variable.isConfigurable;
        code.isRequired = variable.isRequired;
        code.isListener = variable.role == VariableRole::Listener;
        code.file = fileName(variable);
        if (variable.decl)
            code.line = place(*variable.decl, variable.nameRange).line;
        at->second = m_builder->global(std::move(code));
    }
    return at->second;
}

GlobalId ProgramCompiler::constantGlobal(const ConstantSymbol& constant) {
    auto [at, added] = m_constants.try_emplace(&constant, noId);
    if (added)
        at->second = hiddenGlobal(constant.name, constant.type);
    return at->second;
}

GlobalId ProgramCompiler::hiddenGlobal(std::string name, types::SemType type) {
    GlobalCode code;
    code.name = "$" + std::move(name);
    code.type = type;
    return m_builder->global(std::move(code));
}

GlobalId ProgramCompiler::listenerGlobal() {
    GlobalCode code;
    code.type = types::anyType;
    code.isListener = true;
    return m_builder->global(std::move(code));
}

const VariableSymbol* ProgramCompiler::hiddenVariable(std::string name) {
    m_hiddenVariables.push_back(std::make_unique<VariableSymbol>());
    m_hiddenVariables.back()->name = std::move(name);
    m_hiddenVariables.back()->isCaptured = true;
    return m_hiddenVariables.back().get();
}

FunctionId ProgramCompiler::defaultFunction(const FieldSymbol& field) {
    auto [at, added] = m_defaults.try_emplace(&field, noId);
    if (!added)
        return at->second;
    FunctionId id = m_builder->declareFunction();
    at->second = id;
    const SemanticModel* model = modelOf(field);
    FunctionCode code;
    code.name = "$default$" + field.name;
    code.module = field.module ? field.module->moduleName.text() : std::string();
    code.file = fileName(field);
    FunctionCompiler compiler(*this, *model, std::move(code));
    m_builder->defineFunction(id, compiler.compileThunk(*field.initializer));
    return id;
}

void ProgramCompiler::addFiller(const Symbol& made, const SemType& type,
                                const std::function<FunctionCode(FunctionCompiler&)>& compile) {
    FunctionCode code;
    code.name = "$filler$" + made.name;
    code.module = made.module ? made.module->moduleName.text() : std::string();
    code.file = fileName(made);
    const FunctionId id = m_builder->declareFunction();
    FunctionCompiler compiler(*this, *modelOf(made), std::move(code));
    m_builder->defineFunction(id, compile(compiler));
    m_builder->program().fillers.push_back({type, id});
}

// Not one that uses variables of a function.
bool ProgramCompiler::hasPlainDefault(const FieldSymbol& field) const {
    const FunctionSymbol* closure =
        field.initializer ? modelOf(field)->closureOf(field.initializer) : nullptr;
    return field.initializer && (!closure || closure->captures.empty());
}

// cloneWithType and its kin look here for what a record type fills in.
void ProgramCompiler::compileRecordFields() {
    auto addModule = [&](const SemanticModel& model) {
        for (const auto& tree : model.trees())
            for (const Node* node : tree->nodes()) {
                if (!is<RecordTypeDesc>(node) && !is<IntersectionTypeDesc>(node)) // such as R & readonly
                    continue;
                SemType type = model.descriptorType(node);
                const RecordSymbol* record = type.isNever() ? nullptr : model.recordOfType(type);
                if (!record)
                    continue;
                RecordFields known{type, {}};
                for (const FieldSymbol* field : record->fields)
                    known.fields.emplace_back(m_builder->name(field->name),
                                              hasPlainDefault(*field) ? defaultFunction(*field) : noId);
                m_builder->program().recordFields.push_back(std::move(known));
                if (isMadeOfDefaults(*record) && std::ranges::all_of(record->fields, [&](auto* field) {
                        return field->isOptional || hasPlainDefault(*field);
                    }))
                    addFiller(*record, type, [&](FunctionCompiler& compiler) {
                        return compiler.compileRecordFiller(*record);
                    });
            }
    };
    for (const auto& module : m_package.libraries)
        addModule(*module);
    for (const auto& module : m_package.modules)
        addModule(*module);
}

LineEntry ProgramCompiler::place(const Node& node, SourceRange range) {
    auto& index = m_lines[&node.tree()];
    if (!index)
        index = std::make_unique<LineIndex>(node.tree().text());
    LineColumn at = index->place(range.begin);
    return {0, at.line, at.column, node.range().begin, node.range().end};
}

std::string ProgramCompiler::pathOf(const Node& node, const ModuleSymbol& module) const {
    if (const SemanticModel* model = m_package.modelOf(module))
        for (size_t i = 0; i < model->trees().size() && i < module.files.size(); ++i)
            if (model->trees()[i].get() == &node.tree())
                return module.files[i];
    return {};
}

void ProgramCompiler::unsupported(const Node& node, const ModuleSymbol& module, std::string construct) {
    m_diagnostics.push_back(makeDiagnostic(DiagnosticCode::NotCompiledYet, node.range(),
                                           {std::move(construct)}, pathOf(node, module)));
}

} // namespace barre::runtime
