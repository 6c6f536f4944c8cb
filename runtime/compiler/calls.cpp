#include "runtime/compiler/function_compiler.h"

#include "model/types/operations.h"
#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

const ArgList* argListOf(const Node* node) {
    for (const Node* child : node->childNodes())
        if (auto* list = cast<ArgList>(child))
            return list;
    return nullptr;
}

} // namespace

void FunctionCompiler::callTo(const Node* node, Reg dst) {
    const CallFacts* call = m_model.callOf(node);
    if (!call)
        return unsupported(node, "this call");
    if (!call->nilIfEmpty)
        return callTo(node, *call, dst);
    Label over = m_asm.label();
    Label some = m_asm.label();
    {
        Scope scope(*this);
        Reg length = temp();
        emit(Opcode::LIST_LENGTH, length, expr(call->args.front().expr));
        m_asm.compareJump(Opcode::JUMP_NE_INT_K, length, 0, some);
    }
    loadNil(dst);
    m_asm.jump(over);
    m_asm.bind(some);
    callTo(node, *call, dst);
    m_asm.bind(over);
}

void FunctionCompiler::callTo(const Node* node, const CallFacts& call, Reg dst) {
    switch (call.kind) {
    case CallKind::Function: return functionCall(node, call, dst);
    case CallKind::FunctionValue: return functionValueCall(node, call, dst);
    case CallKind::Method:
    case CallKind::Remote: return methodCall(node, call, dst);
    case CallKind::Resource: return resourceCall(node, call, dst);
    case CallKind::Langlib: return langlibCall(node, call, dst);
    case CallKind::New: return newObject(node, call, dst);
    case CallKind::Error: return errorConstructor(node, call, dst);
    case CallKind::NewStream: return newStream(node, call, dst);
    }
}

bool FunctionCompiler::hasRestParam(const CallFacts& call) const {
    return !call.args.empty() && call.args.back().source == ArgFacts::Source::Rest;
}

SemType FunctionCompiler::paramType(const CallFacts& call, size_t index) const {
    if (call.function && index < call.function->signature.params.size())
        return call.function->signature.params[index].type;
    auto& context = const_cast<FunctionCompiler*>(this)->types();
    auto params = types::functionParamListType(context, call.functionType);
    if (!params)
        return types::valueType;
    if (hasRestParam(call) && index + 1 == call.args.size())
        return types::arrayOf(context, types::listMemberTypeAt(context, *params, index));
    return types::listMemberTypeAt(context, *params, index);
}

void FunctionCompiler::argTo(const CallFacts& call, const ArgFacts& arg, size_t index, Reg dst) {
    switch (arg.source) {
    case ArgFacts::Source::Expr: return exprTo(arg.expr, dst);
    case ArgFacts::Source::Receiver: return exprTo(arg.expr ? arg.expr : call.receiver, dst);
    case ArgFacts::Source::Typedesc: return m_asm.ak(Opcode::LOAD_TYPEDESC, dst, typeId(arg.typedesc));
    case ArgFacts::Source::Rest: return restTo(call, arg, index, dst);
    case ArgFacts::Source::SpreadMember: {
        Scope scope(*this);
        Reg list = expr(arg.expr);
        return m_asm.abi(Opcode::LIST_GET_K, dst, list, int16_t(arg.index));
    }
    case ArgFacts::Source::SpreadField: {
        Scope scope(*this);
        Reg mapping = expr(arg.expr);
        return emit(Opcode::FIELD_GET, dst, mapping, builder().name(arg.field));
    }
    case ArgFacts::Source::Closure: return defaultByClosure(*arg.closure, index, dst);
    case ArgFacts::Source::Fields: break;
    case ArgFacts::Source::Default: {
        bool included = call.function && index < call.function->signature.params.size() &&
                        call.function->signature.params[index].kind == ParamKind::IncludedRecord;
        if (!included)
            return emit(Opcode::LOAD_ABSENT, dst);
    }
    }
    // An included record of the named arguments; its other fields have their defaults.
    SemType type = paramType(call, index);
    std::vector<NewField> fields;
    for (const auto& [name, value] : arg.fields)
        fields.push_back({name, [this, value = value](Reg reg) { exprTo(value, reg); }});
    if (const RecordSymbol* record = m_model.recordOfType(type))
        for (const FieldSymbol* field : record->fields) {
            bool given = false;
            for (const auto& [name, value] : arg.fields)
                given = given || name == field->name;
            if (!given && field->initializer)
                fields.push_back({field->name, [this, field](Reg reg) { defaultTo(*field, reg); }});
        }
    newMapping(nullptr, type, fields, dst);
}

// The arguments before this one stand in the registers before it. A closure that captures nothing is compiled
// once, any other where it is called.
void FunctionCompiler::defaultByClosure(const FunctionSymbol& closure, size_t index, Reg dst) {
    Scope scope(*this);
    const bool isPlain = closure.captures.empty();
    Reg function = temp();
    if (!isPlain)
        functionValueTo(closure, function);
    Reg base = temps(index + 1);
    for (size_t i = 0; i < index; ++i)
        move(Reg(base + i), Reg(dst - index + i));
    place(closure.body);
    if (isPlain) {
        m_asm.ak(Opcode::CALL, base, m_program.functionId(closure));
    } else {
        emit(Opcode::CALL_VALUE, base, function, Reg(index));
        m_asm.extra(0);
    }
    move(dst, base);
}

// A native that gets nothing else that could be changed, and gives nothing of the kind, only reads its rest
// list.
bool FunctionCompiler::onlyReadsRest(const CallFacts& call, size_t restIndex) {
    const FunctionSymbol* function = call.function;
    if (!function || !function->isExternal || !types::isReadonly(types(), function->signature.returnType))
        return false;
    for (size_t i = 0; i < restIndex; ++i)
        if (!types::isReadonly(types(), paramType(call, i)))
            return false;
    return true;
}

void FunctionCompiler::restTo(const CallFacts& call, const ArgFacts& arg, size_t index, Reg dst) {
    std::vector<std::pair<const Node*, bool>> parts;
    for (const Node* node : arg.rest) {
        if (auto* rest = cast<RestArg>(node))
            parts.emplace_back(rest->expression(), true);
        else if (auto* positional = cast<PositionalArg>(node))
            parts.emplace_back(positional->expression(), isSequence(positional->expression()));
        else
            parts.emplace_back(node, isSequence(node));
    }
    SemType type = paramType(call, index);
    bool fromMiddle = arg.index > 0 && !parts.empty() && parts.front().second;
    if (!fromMiddle && parts.size() == 1 && parts.front().second && onlyReadsRest(call, index))
        return exprTo(parts.front().first, dst);
    if (!fromMiddle)
        return listOfParts(type, parts, dst);
    Scope scope(*this);
    Reg list = expr(parts.front().first);
    emit(Opcode::NEW_LIST, dst, 0, 0);
    m_asm.extra(typeId(type));
    Reg tail = temp();
    m_asm.abi(Opcode::LIST_SLICE_FROM, tail, list, int16_t(arg.index));
    emit(Opcode::LIST_APPEND_ALL, dst, tail);
}

Reg FunctionCompiler::args(const CallFacts& call, Reg base) {
    Reg count = Reg(call.args.size());
    if (base + count > m_next)
        temps(size_t(base + count - m_next));
    for (size_t i = 0; i < call.args.size(); ++i) {
        Reg reg = Reg(base + i);
        bool splits = hasRestParam(call) && i + 2 == call.args.size() &&
                      call.args[i].source == ArgFacts::Source::Expr && isSequence(call.args[i].expr);
        if (!splits) {
            argTo(call, call.args[i], i, reg);
            continue;
        }
        // max(x) of a sequence x: the first member, and the rest.
        Scope scope(*this);
        Reg list = expr(call.args[i].expr);
        m_asm.abi(Opcode::LIST_GET_K, reg, list, 0);
        m_asm.abi(Opcode::LIST_SLICE_FROM, Reg(reg + 1), list, 1);
        break;
    }
    return count;
}

void FunctionCompiler::functionCall(const Node* node, const CallFacts& call, Reg dst) {
    if (!call.function)
        return functionValueCall(node, call, dst);
    if (inlineLanglib(node, call, dst))
        return;
    mockedClass(node, call);
    Scope scope(*this);
    Reg base = argBase(dst);
    args(call, base);
    place(node);
    const bool isNative = m_program.isNative(*call.function);
    m_asm.ak(isNative ? Opcode::CALL_NATIVE : Opcode::CALL, base, m_program.functionId(*call.function));
    move(dst, base);
}

// The function that a call of a value calls: of a variable, or of a field.
Reg FunctionCompiler::calledValue(const Node* node, const CallFacts& call) {
    auto* method = cast<MethodCallExpr>(node);
    if (method && (!call.receiver || call.receiver == method->expression())) {
        Reg object = expr(method->expression());
        Reg function = temp();
        emit(Opcode::OBJECT_GET, function, object, builder().name(call.method));
        return function;
    }
    if (call.receiver)
        return expr(call.receiver);
    Reg function = temp();
    if (auto* named = cast<FunctionCallExpr>(node))
        referenceTo(named->functionReference(), function);
    return function;
}

void FunctionCompiler::functionValueCall(const Node* node, const CallFacts& call, Reg dst) {
    Scope scope(*this);
    Reg function = calledValue(node, call);
    m_firstTemp = std::max(m_firstTemp, m_next);
    Reg base = temp();
    Reg count = args(call, base);
    place(node);
    emit(Opcode::CALL_VALUE, base, function, count);
    m_asm.extra(hasRestParam(call) ? 1 : 0);
    move(dst, base);
}

NameId FunctionCompiler::methodName(const CallFacts& call) {
    return builder().name(call.kind == CallKind::Remote ? "->" + call.method : call.method);
}

void FunctionCompiler::methodCall(const Node* node, const CallFacts& call, Reg dst) {
    Scope scope(*this);
    Reg base = argBase(dst);
    if (base + 1 > m_next)
        temps(1);
    exprTo(call.receiver, base);
    Reg first = temp();
    if (first != base + 1)
        first = Reg(base + 1);
    Reg count = args(call, first);
    place(node);
    const Node* receiver = call.receiver;
    auto* reference = cast<VariableReferenceExpr>(receiver);
    auto* variable = reference ? as<VariableSymbol>(m_model.symbolOf(reference)) : nullptr;
    bool isSelf =
        variable && variable == m_self && m_class && call.function && call.function->owner == m_class;
    if (isSelf && !m_object && m_class->role != ClassRole::ObjectType && call.function->body &&
        !call.function->isExternal) {
        m_asm.ak(Opcode::CALL, base, m_program.functionId(*call.function));
    } else {
        emit(Opcode::CALL_METHOD, base, Reg(count + 1), methodName(call));
        m_asm.extra(hasRestParam(call) ? 1 : 0);
    }
    move(dst, base);
}

// The object, the values of the path as one list, then the arguments; returns how many these are.
Reg FunctionCompiler::resourceArgs(const CallFacts& call, Reg base) {
    exprTo(call.receiver, base);
    Reg path = Reg(base + 1);
    if (path + 1 > m_next)
        temps(size_t(path + 1 - m_next));
    emit(Opcode::NEW_LIST, path, 0, 0);
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    for (const Node* segment : call.path) {
        Scope inner(*this);
        if (auto* name = cast<ResourceAccessSegmentName>(segment)) {
            Reg text = temp();
            loadString(text, identifierValue(name->name()));
            emit(Opcode::LIST_PUSH, path, text);
        } else if (auto* computed = cast<ComputedResourceAccessSegment>(segment)) {
            emit(Opcode::LIST_PUSH, path, expr(computed->expression()));
        } else if (auto* rest = cast<ResourceAccessRestSegment>(segment)) {
            emit(Opcode::LIST_APPEND_ALL, path, expr(rest->expression()));
        }
    }
    return args(call, Reg(base + 2));
}

void FunctionCompiler::callResource(const Node* node, const CallFacts& call, Reg base, Reg count) {
    place(node);
    emit(Opcode::CALL_RESOURCE, base, 1, count);
    const std::string& accessor = call.function ? call.function->accessor : call.method;
    m_asm.extra(builder().name(accessor), hasRestParam(call) ? 1 : 0);
}

void FunctionCompiler::resourceCall(const Node* node, const CallFacts& call, Reg dst) {
    Scope scope(*this);
    Reg base = argBase(dst);
    callResource(node, call, base, resourceArgs(call, base));
    move(dst, base);
}

// A function that takes what a call of a resource needs, and makes it: for a strand that starts with it.
FunctionId FunctionCompiler::resourceCaller(const Node* node, const CallFacts& call, Reg count) {
    FunctionCode code;
    code.name = call.function ? call.function->accessor : call.method;
    code.module = m_code.module;
    code.file = m_code.file;
    code.paramCount = uint16_t(count + 2);
    code.type = types::functionType;
    const FunctionId id = builder().declareFunction();
    FunctionCompiler inner(m_program, m_model, std::move(code), this);
    builder().defineFunction(id, inner.compileResourceCaller(node, call, count));
    return id;
}

FunctionCode FunctionCompiler::compileResourceCaller(const Node* node, const CallFacts& call, Reg count) {
    const Reg base = temps(count + 2u);
    m_firstTemp = m_next;
    callResource(node, call, base, count);
    emit(Opcode::RETURN, base);
    return finish();
}

void FunctionCompiler::langlibCall(const Node* node, const CallFacts& call, Reg dst) {
    functionCall(node, call, dst);
}

// The few that a loop is full of become instructions.
bool FunctionCompiler::inlineLanglib(const Node* node, const CallFacts& call, Reg dst) {
    const FunctionSymbol& function = *call.function;
    if (!function.isExternal || !function.module || function.module->moduleName.org != "ballerina" ||
        call.args.empty())
        return false;
    const std::string& module = function.module->moduleName.name;
    auto argNode = [&](size_t i) -> const Node* {
        const ArgFacts& arg = call.args[i];
        if (arg.source == ArgFacts::Source::Receiver)
            return arg.expr ? arg.expr : call.receiver;
        return arg.source == ArgFacts::Source::Expr ? arg.expr : nullptr;
    };
    const Node* first = argNode(0);
    if (!first)
        return false;
    Scope scope(*this);
    if (function.name == "length" && (module == "lang.array" || module == "lang.string")) {
        Reg value = expr(first);
        emit(module == "lang.array" ? Opcode::LIST_LENGTH : Opcode::STRING_LENGTH, dst, value);
        return true;
    }
    bool onePush = module == "lang.array" && function.name == "push" && call.args.size() == 2 &&
                   call.args[1].source == ArgFacts::Source::Rest && call.args[1].rest.size() == 1 &&
                   !is<RestArg>(call.args[1].rest.front());
    if (onePush) {
        const Node* item = call.args[1].rest.front();
        if (auto* positional = cast<PositionalArg>(item))
            item = positional->expression();
        Reg list = expr(first);
        Reg value = expr(item);
        place(node);
        emit(Opcode::LIST_PUSH, list, value);
        loadNil(dst);
        return true;
    }
    return false;
}

void FunctionCompiler::newObject(const Node* node, const CallFacts& call, Reg dst) {
    if (!call.object)
        return unsupported(node, "the creation of this object");
    ClassId classId = m_program.classId(*call.object);
    FunctionId init = m_program.initFunction(*call.object);
    instantiate(
        node, classId, init, nullptr, [&](Reg base) { return args(call, base); }, dst);
}

// new: make the object, call init with it, keep the object unless init gives an error.
void FunctionCompiler::instantiate(const Node* node, ClassId classId, FunctionId init,
                                   const ObjectCaptures* captures, const std::function<Reg(Reg)>& args,
                                   Reg dst) {
    Scope scope(*this);
    Reg object = temp();
    m_firstTemp = m_next;
    place(node);
    m_asm.ak(Opcode::NEW_OBJECT, object, classId);
    if (captures) {
        m_program.evaluateAnnotations(*captures->object, *this);
        for (size_t i = 0; i < captures->variables.size(); ++i) {
            Scope inner(*this);
            Reg value = temp();
            captureTo(*captures->variables[i], value);
            m_asm.abi(Opcode::SLOT_SET, object, value, int16_t(m_program.hiddenSlotOf(*captures->object, i)));
        }
    }
    if (init == noId)
        return move(dst, object);
    Reg base = temp();
    args(Reg(base + 1));
    move(base, object);
    m_highest = std::max<Reg>(m_highest, Reg(base + 2));
    place(node);
    m_asm.ak(Opcode::CALL, base, init);
    Label failed = m_asm.label(), end = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_ERROR, base, failed);
    move(dst, object);
    m_asm.jump(end);
    m_asm.bind(failed);
    move(dst, base);
    m_asm.bind(end);
}

void FunctionCompiler::newStream(const Node* node, const CallFacts& call, Reg dst) {
    Scope scope(*this);
    const ArgList* list = argListOf(node);
    auto* positional = list && !list->args().empty() ? cast<PositionalArg>(list->args().front()) : nullptr;
    Reg source = temp();
    if (positional) {
        exprTo(positional->expression(), source);
    } else {
        emit(Opcode::NEW_LIST, source, 0, 0);
        m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    }
    emit(Opcode::NEW_STREAM, dst, source);
    m_asm.extra(typeId(call.constructedType));
}

void FunctionCompiler::errorConstructor(const Node* node, const CallFacts& call, Reg dst) {
    Scope scope(*this);
    Reg base = temps(3);
    const ArgList* list = argListOf(node);
    Reg positional = 0;
    if (list)
        for (const Arg* arg : list->args())
            if (auto* given = cast<PositionalArg>(arg); given && positional < 2)
                exprTo(given->expression(), Reg(base + positional++));
    if (positional == 0)
        loadString(base, "");
    if (positional < 2)
        loadNil(Reg(base + 1));
    SemType detail = types::errorDetailType(types(), call.constructedType);
    std::vector<NewField> fields;
    for (const auto& [name, value] : call.details)
        fields.push_back({name, [this, value = value](Reg reg) { exprTo(value, reg); }});
    if (const RecordSymbol* record = m_model.recordOfType(detail))
        for (const FieldSymbol* field : record->fields) {
            bool given = false;
            for (const auto& [name, value] : call.details)
                given = given || name == field->name;
            if (!given && field->initializer)
                fields.push_back({field->name, [this, field](Reg reg) { defaultTo(*field, reg); }});
        }
    if (fields.empty())
        loadNil(Reg(base + 2));
    else
        newMapping(nullptr, detail, fields, Reg(base + 2));
    place(node);
    emit(Opcode::NEW_ERROR, dst, base, typeId(call.constructedType));
}

} // namespace barre::runtime
