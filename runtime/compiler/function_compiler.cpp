#include "runtime/compiler/function_compiler.h"

#include "model/types/operations.h"
#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

FunctionCompiler::FunctionCompiler(ProgramCompiler& program, const SemanticModel& model, FunctionCode code,
                                   FunctionCompiler* outer, ObjectCaptures* object)
    : m_program(program), m_model(model), m_code(std::move(code)), m_outer(outer), m_object(object) {}

Reg FunctionCompiler::temp() {
    return temps(1);
}

Reg FunctionCompiler::temps(size_t count) {
    Reg first = m_next;
    m_next = Reg(m_next + count);
    m_highest = std::max(m_highest, m_next);
    return first;
}

Reg FunctionCompiler::argBase(Reg dst) {
    if (dst >= m_firstTemp && dst + 1 == m_next)
        return dst;
    return temp();
}

void FunctionCompiler::loadString(Reg dst, std::string_view text) {
    m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().stringConstant(text));
}

void FunctionCompiler::loadInt(Reg dst, int64_t value) {
    if (value >= INT32_MIN && value <= INT32_MAX)
        m_asm.ai(Opcode::LOAD_INT, dst, int32_t(value));
    else
        m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().intConstant(value));
}

void FunctionCompiler::intrinsic(std::string_view name, Reg base, Reg count) {
    emit(Opcode::CALL_INTRINSIC, base, count, builder().intrinsic(name));
}

void FunctionCompiler::place(const Node* node) {
    if (node)
        place(node, node->range());
}

void FunctionCompiler::place(const Node* node, SourceRange range) {
    m_asm.at(m_program.place(*node, range));
}

void FunctionCompiler::unsupported(const Node* node, std::string construct) {
    m_program.unsupported(*node, m_model.module(), std::move(construct));
}

FunctionCode FunctionCompiler::finish() {
    m_code.registerCount = uint16_t(m_highest + 1);
    m_code.hasCaptures = !m_captures.empty();
    if (!m_asm.finish())
        m_program.unsupported(*m_model.trees().front()->root(), m_model.module(),
                              "the length of function '" + m_code.name + "'");
    return std::move(m_code);
}

// A closure finds itself in the register behind its parameters; the others leave that one unused.
void FunctionCompiler::bindParameters(const FunctionSymbol& function) {
    m_function = &function;
    if (function.self) {
        m_self = function.self;
        m_class = function.owner;
        m_variables[function.self] = {temp(), false};
    }
    for (const PathSegment& segment : function.path)
        if (segment.symbol)
            m_variables[segment.symbol] = {temp(), false};
    for (const Parameter& param : function.signature.params) {
        Reg reg = temp();
        m_code.paramNames.push_back(param.name);
        m_code.paramDefaults.push_back(param.defaultValue != nullptr);
        if (param.symbol)
            m_variables[param.symbol] = {reg, false};
        m_code.hasRest = param.kind == ParamKind::Rest;
    }
    m_code.paramCount = m_next;
    m_closureReg = temp();
    m_firstTemp = m_next;
    for (const Parameter& param : function.signature.params) {
        if (!param.symbol)
            continue;
        Reg reg = m_variables[param.symbol].reg;
        if (param.defaultValue && !param.isInferredTypedesc) {
            Label present = m_asm.label();
            m_asm.jumpIf(Opcode::JUMP_PRESENT, reg, present);
            exprTo(param.defaultValue, reg);
            m_asm.bind(present);
        }
    }
}

void FunctionCompiler::body(const Node* body) {
    if (auto* block = cast<BlockFunctionBody>(body)) {
        declareWorkers(block->statements());
        statements(block->statements());
        place(block, block->closeBrace()->range());
        emit(Opcode::RETURN_NIL);
    } else if (auto* expression = cast<ExprFunctionBody>(body)) {
        Reg value = expr(expression->expression());
        emit(Opcode::RETURN, value);
    } else if (is<Expression>(body)) {
        Reg value = expr(body);
        emit(Opcode::RETURN, value);
    } else if (auto* statementBlock = cast<StatementBlock>(body)) {
        declareWorkers(statementBlock->statements());
        statements(statementBlock->statements());
        emit(Opcode::RETURN_NIL);
    } else {
        emit(Opcode::RETURN_NIL);
    }
}

FunctionCode FunctionCompiler::compileFunction(const FunctionSymbol& function) {
    place(function.decl);
    const bool isNamed = function.nameRange.end > function.nameRange.begin;
    m_code.line = m_program.place(*function.decl, isNamed ? function.nameRange : function.decl->range()).line;
    bindParameters(function);
    if (auto* worker = cast<NamedWorkerDecl>(function.decl); worker && worker->onFailClause())
        withOnFail(worker, worker->onFailClause(), [&] { body(function.body); });
    else
        body(function.body);
    emit(Opcode::RETURN_NIL);
    return finish();
}

void FunctionCompiler::fieldInitialisers(const ClassSymbol& object, Reg self) {
    for (const FieldSymbol* field : object.fields) {
        if (!field->initializer)
            continue;
        Scope scope(*this);
        place(field->initializer);
        Reg value = expr(field->initializer);
        m_asm.abi(Opcode::SLOT_SET, self, value, int16_t(m_program.slotOf(object, *field)));
    }
}

FunctionCode FunctionCompiler::compileInit(const ClassSymbol& object) {
    place(object.decl);
    if (object.init) {
        bindParameters(*object.init);
    } else {
        temp();
        m_code.paramCount = 1;
        m_closureReg = temp();
        m_firstTemp = m_next;
    }
    m_class = &object;
    if (object.initializers && object.initializers->self) {
        m_variables[object.initializers->self] = {0, false};
        if (!m_self)
            m_self = object.initializers->self;
    }
    fieldInitialisers(object, 0);
    if (object.init)
        body(object.init->body);
    emit(Opcode::RETURN_NIL);
    return finish();
}

FunctionCode FunctionCompiler::compileThunk(const Node& expression) {
    place(&expression);
    m_closureReg = temp();
    m_firstTemp = m_next;
    Reg value = expr(&expression);
    emit(Opcode::RETURN, value);
    return finish();
}

// The variables of one binding pattern are given their values together.
void FunctionCompiler::initialise(const VariableSymbol& variable, std::unordered_set<const Node*>& done) {
    const Node* declaration = variable.decl;
    while (declaration && !is<ModuleVarDecl>(declaration) && !is<ListenerDecl>(declaration))
        declaration = declaration->parent();
    place(variable.initializer);
    auto* decl = cast<ModuleVarDecl>(declaration);
    bool isPattern = decl && !is<CaptureBindingPattern>(decl->typedBindingPattern()->bindingPattern());
    if (isPattern) {
        if (done.insert(decl).second)
            destructure(decl->typedBindingPattern()->bindingPattern(), expr(variable.initializer), false);
        return;
    }
    GlobalId global = m_program.globalId(variable);
    if (variable.isConfigurable)
        configurable(variable, global);
    else
        exprToGlobal(variable.initializer, global);
}

FunctionCode FunctionCompiler::compileModuleInit(const std::vector<const Symbol*>& order,
                                                 const std::function<void(FunctionCompiler&)>& annotations) {
    m_closureReg = temp();
    m_firstTemp = m_next;
    std::unordered_set<const Node*> done;
    for (const Symbol* symbol : order) {
        Scope scope(*this);
        if (auto* constant = as<ConstantSymbol>(symbol))
            exprToGlobal(cast<ModuleConstDecl>(constant->decl)->expression(),
                         m_program.constantGlobal(*constant));
        else if (auto* variable = as<VariableSymbol>(symbol); variable->initializer)
            initialise(*variable, done);
    }
    ignoredVariables();
    annotations(*this);
    if (auto* init = as<FunctionSymbol>(m_model.module().find("init"))) {
        Reg result = temp();
        place(init->decl);
        m_asm.ak(Opcode::CALL, result, m_program.functionId(*init));
        emit(Opcode::RETURN_IF_ERROR, result);
    }
    emit(Opcode::RETURN_NIL);
    return finish();
}

// `_ = f();` of a module: there is no variable, but what it says is done.
void FunctionCompiler::ignoredVariables() {
    for (const auto& tree : m_model.trees())
        for (const Node* member : tree->root()->childNodes()) {
            auto* decl = cast<ModuleVarDecl>(member);
            if (!decl || !decl->initializer() ||
                !is<WildcardBindingPattern>(decl->typedBindingPattern()->bindingPattern()))
                continue;
            Scope scope(*this);
            place(decl->initializer());
            expr(decl->initializer());
        }
}

// A value that was given is there before the module starts; structures still have to get the variable's type
// and the default values of their records.
void FunctionCompiler::configurable(const VariableSymbol& variable, GlobalId global) {
    Scope scope(*this);
    Reg given = temps(2);
    Label absent = m_asm.label(), end = m_asm.label();
    m_asm.ak(Opcode::GLOBAL_GET, given, global);
    m_asm.jumpIf(Opcode::JUMP_ABSENT, given, absent);
    SemType type = variable.type;
    if (!type.within(types::simpleOrStringType.all)) {
        m_asm.ak(Opcode::LOAD_TYPEDESC, Reg(given + 1), typeId(type));
        intrinsic("ballerina/lang.value:fromJsonWithType", given, 2);
        emit(Opcode::RETURN_IF_ERROR, given);
        intrinsic("ballerina/lang.value:cloneReadOnly", given, 1);
        m_asm.ak(Opcode::GLOBAL_SET, given, global);
    }
    m_asm.jump(end);
    m_asm.bind(absent);
    if (!is<RequiredConfigurable>(variable.initializer))
        exprToGlobal(variable.initializer, global);
    m_asm.bind(end);
}

void FunctionCompiler::annotationToGlobal(const std::vector<const Node*>& values, const SemType& type,
                                          GlobalId global) {
    Scope scope(*this);
    const bool isList = !type.isNever() && type.within(BasicType::List);
    const SemType value = isList ? types::listAllMemberTypes(types(), type) : type;
    Reg first = temps(values.size() + 1);
    Reg result = Reg(first + values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i])
            exprTo(values[i], Reg(first + i));
        else
            emptyAnnotationTo(value, Reg(first + i));
    }
    if (isList) {
        emit(Opcode::NEW_LIST, result, first, Reg(values.size()));
        m_asm.extra(typeId(type));
    } else {
        move(result, first);
    }
    if (!type.isNever() && !types::isReadonly(types(), type))
        freeze(result);
    m_asm.ak(Opcode::GLOBAL_SET, result, global);
}

// An annotation that is given no value has the empty mapping, with the defaults of its fields, or else true.
void FunctionCompiler::emptyAnnotationTo(const SemType& type, Reg dst) {
    if (type.isNever() || !type.within(BasicType::Mapping)) {
        m_asm.ai(Opcode::LOAD_BOOLEAN, dst, 1);
        return;
    }
    std::vector<NewField> fields;
    if (const RecordSymbol* record = m_model.recordOfType(type))
        for (const FieldSymbol* field : record->fields)
            if (field->initializer)
                fields.push_back({field->name, [this, field](Reg reg) { defaultTo(*field, reg); }});
    newMapping(nullptr, type, fields, dst);
}

void FunctionCompiler::exprToGlobal(const Node* expression, GlobalId global) {
    Reg value = expr(expression);
    m_asm.ak(Opcode::GLOBAL_SET, value, global);
}

// service object = new; listener.attach(object, path) for each listener.
FunctionCode FunctionCompiler::compileServiceStart(const ServiceSymbol& service, ClassId classId) {
    m_closureReg = temp();
    m_firstTemp = m_next;
    place(service.decl);
    Reg object = temp();
    FunctionId init = m_program.initFunction(*service.object);
    instantiate(
        service.decl, classId, init, nullptr, [](Reg) { return Reg(0); }, object);
    emit(Opcode::RETURN_IF_ERROR, object);
    for (const Node* listener : service.listeners) {
        Scope scope(*this);
        Reg base = temps(3);
        exprTo(listener, base);
        emit(Opcode::RETURN_IF_ERROR, base);
        if (!is<VariableReferenceExpr>(listener))
            m_asm.ak(Opcode::GLOBAL_SET, base, m_program.listenerGlobal()); // to be started and stopped
        move(Reg(base + 1), object);
        if (!service.hasPath) {
            loadNil(Reg(base + 2));
        } else {
            auto* decl = cast<ServiceDecl>(service.decl);
            if (const auto* literal = decl ? cast<BasicLiteral>(decl->attachPoint()) : nullptr) {
                loadString(Reg(base + 2), syntax::stringLiteralValue(literal->literal()));
            } else {
                Reg first = temps(service.path.size());
                for (size_t i = 0; i < service.path.size(); ++i)
                    loadString(Reg(first + i), service.path[i]);
                emit(Opcode::NEW_LIST, Reg(base + 2), first, Reg(service.path.size()));
                m_asm.extra(typeId(types::arrayOf(types(), types::stringType)));
            }
        }
        place(listener);
        emit(Opcode::CALL_METHOD, base, 3, builder().name("attach"));
        m_asm.extra(0);
        emit(Opcode::RETURN_IF_ERROR, base);
    }
    emit(Opcode::RETURN_NIL);
    return finish();
}

} // namespace barre::runtime
