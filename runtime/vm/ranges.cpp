#include "runtime/vm/ranges.h"

#include "model/types/projections.h"
#include "runtime/vm/worker.h"

namespace barre::runtime {
namespace {

NativeResult iteratorOf(NativeCall& call) {
    return call.give(call.vm().ranges().iterator(call.arg(0).as<Object>()));
}

// Slots: where it is, and the end.
NativeResult nextOf(NativeCall& call) {
    Value* slots = call.arg(0).as<Object>()->slots();
    if (slots[0].integer >= slots[1].integer)
        return call.giveNil();
    Mapping* record = makeRecord(call.heap(), call.vm().ranges().itemShape(), 1);
    record->slots()[0] = Value::of(slots[0].integer++);
    return call.give(Value::of(record));
}

LinkedFunction method(FunctionCode& code, const char* name, NativeFunction native) {
    code.name = name;
    code.native = std::string("barre:range.") + name;
    code.paramCount = 1;
    code.type = types::functionType;
    LinkedFunction function;
    function.code = &code;
    function.paramCount = 1;
    function.registerCount = 9;
    function.native = native;
    return function;
}

} // namespace

Ranges::Classes& Ranges::classesFor(const TypeInfo* type) {
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Classes>& classes = m_classes[type];
    if (classes)
        return *classes;
    classes = std::make_unique<Classes>();
    classes->iteratorFunction = method(classes->iteratorCode, "iterator", iteratorOf);
    classes->nextFunction = method(classes->nextCode, "next", nextOf);
    const auto fill = [&](ClassInfo& info, const char* name, String* methodName,
                          const LinkedFunction& function) {
        info.id = uint32_t(m_vm.program().classes.size() + m_classes.size() * 2);
        info.name = name;
        info.fields = {{m_vm.intern("at"), types::intType, false, false},
                       {m_vm.intern("end"), types::intType, false, false}};
        info.methodOf.emplace(methodName, &function);
        info.methods.push_back({methodName, &function, uint8_t(MethodKind::Method), 0});
    };
    fill(classes->range, "$IntRange", m_vm.intern("iterator"), classes->iteratorFunction);
    fill(classes->iterator, "$IntRangeIterator", m_vm.intern("next"), classes->nextFunction);
    ++classes->iterator.id;
    classes->range.isRange = true;
    classes->range.type = type->type;
    const std::lock_guard typesLock(m_vm.typeTable().mutex());
    types::TypeContext& context = m_vm.typeTable().context();
    const types::SemType iterator =
        types::objectMemberType(context, type->type, "iterator", types::MemberKind::Method);
    const auto signature = types::functionSignature(context, iterator);
    classes->iterator.type = signature ? signature->returns : types::objectType;
    return *classes;
}

Shape* Ranges::itemShape() {
    const std::lock_guard lock(m_mutex);
    if (!m_itemShape) {
        const std::lock_guard typesLock(m_vm.typeTable().mutex());
        const types::Field field{"value", types::intType, false, false};
        const TypeInfo* type = m_vm.typeTable().of(types::recordOf(m_vm.typeTable().context(), {&field, 1}));
        m_itemShape = m_vm.shapes().with(m_vm.shapes().empty(type), m_vm.intern("value"));
    }
    return m_itemShape;
}

Value Ranges::make(const TypeInfo* type, int64_t from, int64_t to) {
    Object* range = makeObject(m_vm.heap(), &classesFor(type).range);
    range->flags |= ReadonlyFlag;
    range->slots()[0] = Value::of(from);
    range->slots()[1] = Value::of(to);
    return Value::of(range);
}

Value Ranges::iterator(Object* range) {
    const TypeInfo* type = m_vm.typeTable().of(range->info->type);
    Object* iterator = makeObject(m_vm.heap(), &classesFor(type).iterator);
    iterator->slots()[0] = range->slots()[0];
    iterator->slots()[1] = range->slots()[1];
    return Value::of(iterator);
}

} // namespace barre::runtime
