#include "runtime/vm/vm.h"

#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/vm/fillers.h"
#include "runtime/vm/ranges.h"

#include <algorithm>

namespace barre::runtime {

/// Globals, constants and what belongs to the Vm itself.
struct Vm::Globals : RootSource {
    Vm& vm;
    explicit Globals(Vm& v) : vm(v) { vm.m_heap.addRoots(this); }
    ~Globals() override { vm.m_heap.removeRoots(this); }
    void traceRoots(Tracer& tracer) override {
        tracer.visit(vm.m_globals.data(), vm.m_globals.size());
        tracer.visit(vm.m_constants.data(), vm.m_constants.size());
        tracer.visit(vm.m_lockWaiting);
        tracer.visit(vm.m_outOfMemory);
    }
};

Vm::Vm(std::shared_ptr<Program> program, VmOptions options)
    : m_program(std::move(program)), m_options(options), m_heap(options.heap),
      m_typeTable(*m_program->typeEnv), m_shapes(m_heap) {
    m_roots = std::make_unique<Globals>(*this);
    link();
    m_outOfMemory = panicError("{ballerina}OutOfMemory", "out of memory");
}

// Roots end before the heap does.
Vm::~Vm() {
    dynamicListeners.clear();
    stopHandlers.clear();
    services.clear();
}

void Vm::link() {
    for (const std::string& name : m_program->names)
        m_names.push_back(m_shapes.intern(name));
    for (const types::SemType& type : m_program->types)
        m_types.push_back(m_typeTable.of(type));
    linkConstants();
    linkFunctions();
    for (ClassId id = 0; id < m_program->classes.size(); ++id)
        linkClass(id);
    m_ranges = std::make_unique<Ranges>(*this);
    m_fillFunction = std::make_unique<FillFunction>();
    m_globals.resize(m_program->globals.size(), Value::absent());
    for (const RecordShapeCode& code : m_program->recordShapes) {
        Shape* shape = m_shapes.empty(m_types[code.type]);
        for (const NameId key : code.keys)
            shape = shape ? m_shapes.with(shape, m_names[key]) : nullptr;
        m_recordShapes.push_back(shape);
    }
}

void Vm::linkConstants() {
    for (const Constant& constant : m_program->constants)
        m_constants.push_back(constantValue(constant));
}

Value Vm::constantValue(const Constant& constant) {
    switch (constant.kind) {
    case ConstantKind::Int: return Value::of(constant.integer);
    case ConstantKind::Float: return Value::of(constant.floating);
    case ConstantKind::Decimal:
        return decimalValue(m_heap, decimal::parse(constant.text).value_or(Decimal{}));
    case ConstantKind::String: return Value::of(m_shapes.intern(constant.text));
    case ConstantKind::ByteList: {
        List* list = makeByteList(m_heap, m_typeTable.byteList(), constant.text);
        list->flags |= ReadonlyFlag;
        return Value::of(list);
    }
    }
    return {};
}

namespace {

constexpr uint32_t nativeStateRegisters = 8;

LinkedFunction linked(FunctionCode* code, FunctionId id) {
    LinkedFunction function;
    function.code = code;
    function.begin = code->code.data();
    function.paramCount = code->paramCount;
    function.hasRest = code->hasRest;
    function.hasCaptures = code->hasCaptures;
    function.registerCount = std::max<uint32_t>(code->registerCount, code->paramCount + code->hasCaptures);
    if (!code->native.empty())
        function.registerCount = code->paramCount + nativeStateRegisters;
    function.id = id;
    return function;
}

} // namespace

void Vm::linkFunctions() {
    for (FunctionId id = 0; id < m_program->functions.size(); ++id)
        m_functions.push_back(linked(m_program->functions[id].get(), id));
    for (const std::string& name : m_program->intrinsics) {
        m_intrinsicCode.push_back(std::make_unique<FunctionCode>());
        FunctionCode& code = *m_intrinsicCode.back();
        code.native = name;
        code.paramCount = 8;
        m_intrinsics.push_back(linked(&code, noId));
    }
}

void Vm::linkClass(ClassId id) {
    const ClassCode& code = m_program->classes[id];
    auto info = std::make_unique<ClassInfo>();
    info->id = id + 1;
    info->name = code.name;
    info->module = code.module;
    info->type = code.type;
    info->code = &code;
    for (const FieldCode& field : code.fields) {
        info->slotOf.emplace(m_names[field.name], uint32_t(info->fields.size()));
        info->fields.push_back({m_names[field.name], field.type, field.isFinal, field.isPublic});
    }
    for (uint32_t i = 0; i < code.methods.size(); ++i) {
        const MethodCode& method = code.methods[i];
        const LinkedFunction* function = &m_functions[method.function];
        info->methods.push_back({m_names[method.name], function, uint8_t(method.kind), i});
        linkMethod(*info, info->methods.back());
        if (method.kind == MethodKind::Method && m_names[method.name]->view() == "toString" &&
            function->code->paramNames.empty())
            info->toString = function;
    }
    if (code.initFunction != noId)
        info->init = &m_functions[code.initFunction];
    m_classes.push_back(std::move(info));
}

// A remote method may have the name of another method: it is called by its name behind an arrow.
void Vm::linkMethod(ClassInfo& info, const MethodInfo& method) {
    const bool isRemote = method.kind == uint8_t(MethodKind::Remote);
    if (isRemote)
        info.methodOf.emplace(intern("->" + std::string(method.name->view())), method.function);
    if (isRemote)
        info.methodOf.emplace(method.name, method.function);
    else if (method.kind == uint8_t(MethodKind::Method))
        info.methodOf.insert_or_assign(method.name, method.function);
}

void Vm::bind(std::span<const NativeRow> natives) {
    for (const NativeRow& row : natives)
        m_natives[row.name] = row.function;
    const auto give = [&](LinkedFunction& function) {
        if (const auto found = m_natives.find(function.code->native); found != m_natives.end())
            function.native = found->second;
    };
    for (LinkedFunction& function : m_functions)
        if (!function.code->native.empty())
            give(function);
    for (LinkedFunction& function : m_intrinsics)
        give(function);
}

std::vector<std::string> Vm::unbound() const {
    std::vector<std::string> names;
    for (const LinkedFunction& function : m_functions)
        if (!function.code->native.empty() && !function.native)
            names.push_back(function.code->native);
    for (const LinkedFunction& function : m_intrinsics)
        if (!function.native)
            names.push_back(function.code->native);
    return names;
}

namespace {

const ModuleCode* moduleNamed(const Program& program, std::string_view name) {
    for (const ModuleCode& module : program.modules)
        if (module.name == name)
            return &module;
    return nullptr;
}

} // namespace

FunctionId Vm::findFunction(std::string_view module, std::string_view name) const {
    if (const ModuleCode* code = moduleNamed(*m_program, module))
        for (const auto& [functionName, id] : code->functions)
            if (functionName == name)
                return id;
    return noId;
}

const ClassInfo* Vm::findClass(std::string_view module, std::string_view name) const {
    if (const ModuleCode* code = moduleNamed(*m_program, module))
        for (const auto& [className, id] : code->classes)
            if (className == name)
                return m_classes[id].get();
    return nullptr;
}

const TypeInfo* Vm::findType(std::string_view module, std::string_view name) {
    if (const ModuleCode* code = moduleNamed(*m_program, module))
        for (const auto& [typeName, id] : code->types)
            if (typeName == name)
                return m_types[id];
    return nullptr;
}

GlobalId Vm::findGlobal(std::string_view module, std::string_view name) const {
    for (GlobalId id = 0; id < m_program->globals.size(); ++id)
        if (m_program->globals[id].module == module && m_program->globals[id].name == name)
            return id;
    return noId;
}

const TypeInfo* Vm::restType(const LinkedFunction& function) {
    types::TypeContext& context = m_typeTable.context();
    const std::lock_guard lock(m_typeTable.mutex());
    const auto signature = types::functionSignature(context, function.code->type);
    if (signature && signature->rest)
        return m_typeTable.of(types::arrayOf(context, *signature->rest));
    return m_typeTable.anyList();
}

namespace {

types::SemType memberOf(types::TypeContext& context, const TypeInfo* sequence) {
    if (!sequence)
        return types::valueType;
    return sequence->type.has(types::BasicType::Stream) ? types::streamValueType(context, sequence->type)
                                                        : types::listAllMemberTypes(context, sequence->type);
}

} // namespace

Shape* Vm::valueRecordShape(const TypeInfo* sequence) {
    const std::lock_guard lock(m_typeTable.mutex());
    const auto [place, isNew] = m_valueRecordShapes.try_emplace(sequence);
    if (isNew) {
        const types::Field field{"value", memberOf(m_typeTable.context(), sequence), false, false};
        const TypeInfo* type = m_typeTable.of(types::recordOf(m_typeTable.context(), {&field, 1}));
        place->second = m_shapes.with(m_shapes.empty(type), intern("value"));
    }
    return place->second;
}

namespace {

/// `type` is the record type, or its intersection with readonly.
bool isTypeOrItsReadonlyPart(types::TypeContext& context, const types::SemType& type,
                             const types::SemType& record) {
    return type == record || types::isSameType(context, type, record) ||
           (types::isReadonly(context, type) &&
            types::isSameType(context, type, types::intersect(context, record, context.readonlyType())));
}

} // namespace

// A type that has a descriptor of its own has its defaults. Of others, each field has the first one that is
// known of a type of the same fields.
const std::vector<Vm::RecordField>& Vm::fieldsOf(types::TypeContext& context, const TypeInfo* record) {
    const auto [known, isNew] = m_recordFields.try_emplace(record);
    std::vector<RecordField>& fields = known->second;
    if (!isNew)
        return fields;
    const bool isDeclared = std::ranges::find(m_program->recordFields, record->type, &RecordFields::type) !=
                            m_program->recordFields.end();
    for (const RecordFields& declared : m_program->recordFields) {
        if (isDeclared ? !(declared.type == record->type)
                       : declared.fields.size() != record->fieldNames.size() ||
                             !isTypeOrItsReadonlyPart(context, record->type, declared.type))
            continue;
        for (const auto& [nameId, function] : declared.fields) {
            const auto& name = m_names[nameId];
            const auto same = std::ranges::find(fields, name, &RecordField::name);
            if (same == fields.end())
                fields.push_back({name, function});
            else if (same->defaultValue == noId)
                same->defaultValue = function;
        }
    }
    return fields;
}

FunctionId Vm::fillerOf(types::TypeContext& context, const types::SemType& type) {
    const auto [known, isNew] = m_fillers.try_emplace(m_typeTable.of(type), noId);
    if (!isNew)
        return known->second;
    const std::vector<FillerCode>& fillers = m_program->fillers;
    auto found = std::ranges::find(fillers, type, &FillerCode::type);
    // Only records have a readonly part that has their defaults: an object type is no class.
    if (found == fillers.end() && type.within(types::BasicType::Mapping))
        found = std::ranges::find_if(fillers, [&](const FillerCode& code) {
            return isTypeOrItsReadonlyPart(context, type, code.type);
        });
    return known->second = found == fillers.end() ? noId : found->function;
}

const LinkedFunction& Vm::fillFunction() const {
    return m_fillFunction->linked();
}

FunctionId Vm::defaultOf(types::TypeContext& context, const TypeInfo* record, std::string_view field) {
    for (const RecordField& declared : fieldsOf(context, record))
        if (declared.name->view() == field)
            return declared.defaultValue;
    return noId;
}

std::vector<std::pair<std::string_view, Value>>
Vm::annotatedFields(types::TypeContext& context, const TypeInfo* record, std::string_view annotation) const {
    std::vector<std::pair<std::string_view, Value>> found;
    for (const FieldAnnotation& field : m_program->fieldAnnotations)
        if (field.annotation == annotation && isTypeOrItsReadonlyPart(context, record->type, field.record))
            found.emplace_back(field.field, global(field.value));
    return found;
}

namespace {

// The values behind a place as the list of a rest parameter; null if they are not all of its type.
List* restOfPath(types::TypeContext& context, Vm& vm, const types::SemType& type, const List* values,
                 uint32_t from) {
    List* rest = makeList(vm.heap(), vm.typeTable().of(types::arrayOf(context, type)));
    for (uint32_t i = from; i < values->length; ++i) {
        if (!isOfType(context, values->at(i), type))
            return nullptr;
        append(vm.heap(), rest, values->at(i));
    }
    return rest;
}

// Path segments that are given as values: a name matches its text, a parameter takes what has its type. Gives
// the number of segments with one value only, which go before the others; -1 if the path does not match.
int matchSegments(types::TypeContext& context, Vm& vm, const std::vector<PathSegmentCode>& path,
                  const List* values, std::vector<Value>& bound) {
    uint32_t at = 0;
    int score = 0;
    for (const PathSegmentCode& segment : path) {
        if (segment.kind == PathSegmentCode::Kind::Rest) {
            List* rest = restOfPath(context, vm, segment.type, values, at);
            if (rest && segment.isBound())
                bound.push_back(Value::of(rest));
            return rest ? score : -1;
        }
        if (at == values->length)
            return -1;
        const Value value = values->at(at++);
        if (segment.kind == PathSegmentCode::Kind::Name) {
            if (!value.isString() || value.string()->view() != segment.name)
                return -1;
            ++score;
            continue;
        }
        if (!isOfType(context, value, segment.type))
            return -1;
        score += types::singleShape(segment.type) ? 1 : 0;
        if (segment.isBound())
            bound.push_back(value);
    }
    return at == values->length ? score : -1;
}

} // namespace

const MethodInfo* Vm::findResource(types::TypeContext& context, const Value& object,
                                   std::string_view accessor, const List* path, std::vector<Value>& bound) {
    const ClassInfo* info = object.as<Object>()->info;
    const MethodInfo* best = nullptr;
    int bestScore = -1;
    for (const MethodInfo& method : info->methods) {
        if (method.kind != uint8_t(MethodKind::Resource) || method.name->view() != accessor)
            continue;
        std::vector<Value> values;
        const int score = matchSegments(context, *this, info->code->methods[method.index].path, path, values);
        if (score <= bestScore)
            continue;
        best = &method;
        bestScore = score;
        bound = std::move(values);
    }
    return best;
}

Value Vm::bytes(std::string_view bytes) {
    return Value::of(makeByteList(m_heap, m_typeTable.byteList(), bytes));
}

Value Vm::stringList(std::span<const std::string> strings) {
    List* list = makeList(m_heap, m_typeTable.stringList(), uint32_t(strings.size()));
    for (const std::string& text : strings)
        append(m_heap, list, string(text));
    return Value::of(list);
}

Value Vm::panicError(std::string_view name, std::string_view message) {
    Mapping* detail = makeMap(m_heap, m_typeTable.detailMap());
    if (!message.empty())
        put(m_heap, detail, intern("message"), string(message));
    detail->flags |= ReadonlyFlag;
    Error* error =
        makeError(m_heap, m_typeTable.of(types::errorType), makeString(m_heap, name), Value::nil(), detail);
    return Value::of(error);
}

Value Vm::error(std::string_view message, std::string_view typeName, Value cause, Mapping* detail) {
    if (!detail) {
        detail = makeMap(m_heap, m_typeTable.detailMap());
        detail->flags |= ReadonlyFlag;
    }
    const TypeInfo* type = nullptr;
    if (const size_t colon = typeName.find(':'); colon != std::string_view::npos)
        type = findType(typeName.substr(0, colon), typeName.substr(colon + 1));
    if (!type)
        type = m_typeTable.of(types::errorType);
    Error* error = makeError(m_heap, type, makeString(m_heap, message), cause, detail);
    const std::lock_guard lock(m_typeTable.mutex());
    error->typeName = errorTypeName(m_typeTable.context(), type);
    return Value::of(error);
}

// The module is that of the last of its distinct types, or of the declaration; a file alone is none.
std::string Vm::errorTypeName(types::TypeContext&, const TypeInfo* type) {
    const std::string_view fullName =
        type->type.isWhole() ? std::string_view() : m_program->typeEnv->nameOf(type->type);
    if (fullName.empty())
        return {};
    const std::vector<uint32_t> ids = types::distinctIds(type->type);
    const std::string_view key =
        ids.empty() ? std::string_view()
                    : m_program->typeEnv->distinctKey(*std::max_element(ids.begin(), ids.end()));
    const std::string_view module = key.substr(0, key.find(':'));
    const std::string name(fullName.substr(fullName.rfind(':') + 1));
    const bool isFile = module.find('/') == std::string_view::npos;
    return isFile ? name : "{" + std::string(module) + "}" + name;
}

namespace {

void describeError(std::string& text, const Error* error, bool hasStack) {
    text += error->message->view();
    if (error->detail->length())
        text += " " + toText(Value::of(error->detail));
    for (size_t i = 0; hasStack && i < error->stack.size(); ++i) {
        const StackFrame& frame = error->stack[i];
        text += i ? "\n\t   " : "\n\tat ";
        text += frame.function + "(" + frame.file + ":" + std::to_string(frame.line) + ")";
    }
}

} // namespace

std::string Vm::describe(const Value& value, bool hasStack) const {
    if (!value.isError())
        return "error: " + toText(value);
    std::string text = "error: ";
    describeError(text, value.error(), hasStack);
    for (Value cause = value.error()->cause; cause.isError(); cause = cause.error()->cause) {
        text += "\ncause: ";
        describeError(text, cause.error(), hasStack);
    }
    return text;
}

} // namespace barre::runtime
