// What `@test:Mock` and `test:mock` ask for. A mocked function keeps its id, but what stands behind it asks
// the mock; its own body gets an id of its own. A mock class has the fields of its model, and methods that
// ask.
#include "model/diagnostics/diagnostic_code.h"
#include "runtime/compiler/function_compiler.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

constexpr std::string_view testModule = "ballerina/test";

bool isMockAnnotation(const AnnotationSymbol* symbol) {
    return symbol && symbol->name == "Mock" && symbol->module &&
           symbol->module->moduleName.text() == testModule;
}

/// The text of a constant field of an annotation's value, or what stands for it if it is not given.
std::string fieldText(const SemanticModel& model, const MappingConstructorExpr* value, std::string_view name,
                      std::string missing) {
    if (!value)
        return missing;
    for (const MappingField* field : value->fields()) {
        auto* specific = cast<SpecificField>(field);
        if (!specific || !specific->valueExpr() || identifierValue(specific->fieldName()) != name)
            continue;
        if (const ConstantValue* constant = model.constantOf(specific->valueExpr()))
            if (const std::string* text = constant->get<std::string>())
                return *text;
    }
    return missing;
}

const Node* declarationOf(const VariableSymbol& variable) {
    const Node* node = variable.decl;
    while (node && !is<ModuleVarDecl>(node))
        node = node->parent();
    return node;
}

const ClassSymbol* classNamedBy(const Symbol* symbol) {
    if (auto* type = as<TypeSymbol>(symbol))
        return type->object;
    return as<ClassSymbol>(symbol);
}

} // namespace

void ProgramCompiler::findMocks() {
    for (const auto& model : m_package.modules)
        for (const Symbol* member : model->module().members) {
            FunctionMock mock{as<VariableSymbol>(member), as<FunctionSymbol>(member)};
            const Node* declaration = mock.variable ? declarationOf(*mock.variable) : member->decl;
            if (!declaration || (!mock.variable && !mock.replacement))
                continue;
            for (const Annotation* annotation : annotsOf(declaration))
                if (isMockAnnotation(as<AnnotationSymbol>(model->symbolOf(annotation))))
                    addMock(*model, *annotation, mock);
        }
}

void ProgramCompiler::addMock(const SemanticModel& model, const Node& annotation, const FunctionMock& mock) {
    const MappingConstructorExpr* value = cast<Annotation>(&annotation)->annotValue();
    const std::string functionName = fieldText(model, value, "functionName", "");
    const std::string moduleName = fieldText(model, value, "moduleName", ".");
    const auto isTarget = [&](const auto& module) {
        const ModuleName& name = module->module().moduleName;
        return moduleName == "." ? module.get() == &model
                                 : moduleName == name.text() || moduleName == name.name;
    };
    for (const auto* modules : {&m_package.modules, &m_package.libraries}) {
        const auto module = std::find_if(modules->begin(), modules->end(), isTarget);
        if (module == modules->end())
            continue;
        if (auto* function = as<FunctionSymbol>((*module)->module().find(functionName))) {
            m_mocks[function] = mock;
            return;
        }
    }
    unknownMockTarget(annotation, model.module(), functionName, moduleName);
}

void ProgramCompiler::unknownMockTarget(const Node& annotation, const ModuleSymbol& module,
                                        std::string functionName, std::string moduleName) {
    m_diagnostics.push_back(makeDiagnostic(DiagnosticCode::UnknownMockTarget, annotation.range(),
                                           {std::move(functionName), std::move(moduleName)},
                                           pathOf(annotation, module)));
}

void ProgramCompiler::compileMock(const PendingFunction& pending, const FunctionMock& mock) {
    const FunctionSymbol& function = *pending.symbol;
    const FunctionId original = m_builder->declareFunction();
    compileBody(function, original);
    FunctionCode code = header(function);
    code.native.clear();
    FunctionCompiler compiler(*this, *modelOf(function), std::move(code));
    m_builder->defineFunction(pending.id, compiler.compileMock(function, mock, original));
}

void ProgramCompiler::addMockClass(const ClassSymbol& object) {
    if (!m_mockClasses.insert(&object).second)
        return;
    ClassCode code;
    fillClass(object, code, nullptr);
    code.initFunction = noId;
    code.methods.clear();
    for (const FunctionSymbol* method : object.methods) {
        if (method->isInit() || method->role == FunctionRole::Resource)
            continue;
        const bool isRemote = method->role == FunctionRole::Remote;
        code.methods.push_back({m_builder->name(method->name),
                                compileMethodMock(*method),
                                isRemote ? MethodKind::Remote : MethodKind::Method,
                                {},
                                {}});
    }
    code.fields.push_back({m_builder->name("$cases"), types::valueType, false, false});
    const ClassId id = m_builder->declareClass();
    m_builder->defineClass(id, std::move(code));
    m_builder->program().mocks.push_back({object.type, id});
}

FunctionId ProgramCompiler::compileMethodMock(const FunctionSymbol& method) {
    const FunctionId id = m_builder->declareFunction();
    FunctionCode code = header(method);
    code.native.clear();
    FunctionCompiler compiler(*this, *modelOf(method), std::move(code));
    m_builder->defineFunction(id, compiler.compileMethodMock(method));
    return id;
}

const FunctionSymbol& ProgramCompiler::libraryFunction(std::string_view module, std::string_view name) const {
    for (const auto& library : m_package.libraries)
        if (library->module().moduleName.text() == module)
            return *as<FunctionSymbol>(library->module().find(name));
    std::abort(); // the module is there: the package names it
}

// Until the module's variables have their values, nothing stands for the function.
FunctionCode FunctionCompiler::compileMock(const FunctionSymbol& function, const FunctionMock& mock,
                                           FunctionId original) {
    place(function.decl);
    bindParameters(function);
    if (mock.replacement) {
        passOn(m_program.functionId(*mock.replacement), false);
        return finish();
    }
    const Reg base = temps(5);
    const Label present = m_asm.label();
    m_asm.ak(Opcode::GLOBAL_GET, base, m_program.globalId(*mock.variable));
    m_asm.jumpIf(Opcode::JUMP_PRESENT, base, present);
    passOn(original, function.isExternal);
    m_asm.bind(present);
    m_asm.ak(Opcode::LOAD_FUNCTION, Reg(base + 1), original);
    loadString(Reg(base + 2), function.name);
    loadString(Reg(base + 3), mock.variable->module->moduleName.text());
    argumentListTo(Reg(base + 4), 0);
    m_asm.ak(Opcode::CALL, base, m_program.functionId(m_program.libraryFunction(testModule, "answer")));
    emit(Opcode::RETURN, base);
    return finish();
}

FunctionCode FunctionCompiler::compileMethodMock(const FunctionSymbol& method) {
    place(method.decl);
    bindParameters(method);
    const Reg base = temps(3);
    move(base, 0);
    loadString(Reg(base + 1), method.name);
    argumentListTo(Reg(base + 2), 1);
    m_asm.ak(Opcode::CALL, base, m_program.functionId(m_program.libraryFunction(testModule, "memberAnswer")));
    emit(Opcode::RETURN, base);
    return finish();
}

/// Returns what a function gives for the same arguments.
void FunctionCompiler::passOn(FunctionId function, bool isNative) {
    Scope scope(*this);
    const Reg base = temps(std::max<size_t>(m_code.paramCount, 1));
    for (Reg i = 0; i < m_code.paramCount; ++i)
        move(Reg(base + i), i);
    m_asm.ak(isNative ? Opcode::CALL_NATIVE : Opcode::CALL, base, function);
    emit(Opcode::RETURN, base);
}

/// The parameters from `first` on as one list; those of a rest parameter one by one.
void FunctionCompiler::argumentListTo(Reg dst, Reg first) {
    emit(Opcode::NEW_LIST, dst, 0, 0);
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    for (Reg i = first; i < m_code.paramCount; ++i) {
        const bool isRest = m_code.hasRest && i + 1 == m_code.paramCount;
        emit(isRest ? Opcode::LIST_APPEND_ALL : Opcode::LIST_PUSH, dst, i);
    }
}

/// `test:mock(T)`: there is a class for it.
void FunctionCompiler::mockedClass(const Node* node, const CallFacts& call) {
    const FunctionSymbol& function = *call.function;
    if (function.name != "mock" || !function.module || function.module->moduleName.text() != testModule)
        return;
    const ArgFacts& type = call.args.front();
    const ClassSymbol* object = type.expr ? classNamedBy(m_model.symbolOf(type.expr)) : nullptr;
    if (object)
        m_program.addMockClass(*object);
    else if (call.args[1].source == ArgFacts::Source::Default)
        unsupported(node, "a mock of a type without a name");
}

} // namespace barre::runtime
