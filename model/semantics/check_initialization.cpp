// Fields of objects and variables of modules that get their values in `init`.
#include "model/semantics/checker.h"

namespace barre::model {

namespace {

const syntax::VariableReferenceExpr* selfOf(const syntax::Expression* expr) {
    const auto* access = syntax::FieldAccessExpr::cast(expr);
    return access ? syntax::VariableReferenceExpr::cast(access->expression()) : nullptr;
}

bool isObjectType(const ClassSymbol& object) {
    return object.role == ClassRole::ObjectType;
}

} // namespace

/// The fields of its object, or the variables of its module, that `function` has to give a value; none if it
/// is no `init`.
std::vector<const Symbol*> Checker::initializedBy(const FunctionSymbol& function) const {
    if (function.isInit())
        return uninitializedFields(*function.owner);
    std::vector<const Symbol*> variables;
    if (function.name != "init" || function.role != FunctionRole::Module || function.owner)
        return variables;
    for (const Symbol* member : m_analysis.module().members) {
        const auto* variable = as<VariableSymbol>(member);
        if (variable && variable->role == VariableRole::Module && !variable->initializer)
            variables.push_back(variable);
    }
    return variables;
}

std::vector<const Symbol*> Checker::uninitializedFields(const ClassSymbol& object) {
    std::vector<const Symbol*> fields;
    for (const FieldSymbol* field : object.fields)
        if (!isObjectType(object) && !(field->owner == &object && field->initializer))
            fields.push_back(field);
    return fields;
}

/// Nothing has a value yet when `init` begins.
void Checker::beginInitialization(FunctionContext& context) {
    context.initializes = initializedBy(*context.function);
    for (const Symbol* symbol : context.initializes)
        m_flow.declareUnassigned(*symbol);
}

/// Here `init` ends without an error.
void Checker::endInitialization() {
    for (const Symbol* symbol : m_function->initializes)
        if (m_flow.isReachable && m_flow.isUnassigned(*symbol))
            m_function->uninitialized.insert(symbol);
}

/// Whether nothing outside the body depends on what is found in it: it can be checked again alone, then.
bool Checker::isOnItsOwn(const FunctionContext& context) {
    const ClassSymbol* object = context.function->owner;
    const bool decidesForClass = object && !object->init && !uninitializedFields(*object).empty();
    return !context.outer && context.initializes.empty() && !decidesForClass;
}

/// What lacks a value is told only where nothing else is wrong, which may be the reason.
void Checker::checkInitializingBody(FunctionContext& context, const std::function<void()>& check) {
    const size_t reports = m_analysis.reportCount();
    check();
    endInitialization();
    if (m_analysis.reportCount() == reports)
        reportUninitialized(context);
}

void Checker::reportUninitialized(const FunctionContext& context) {
    for (const Symbol* symbol : context.initializes)
        if (context.uninitialized.contains(symbol))
            reportUninitialized(*symbol, context.function->owner);
}

void Checker::reportUninitialized(const Symbol& symbol, const ClassSymbol* object) {
    const auto* field = as<FieldSymbol>(&symbol);
    if (field && field->owner != object) { // of an inclusion
        for (const Inclusion& inclusion : object->inclusions) {
            const auto* type = as<TypeSymbol>(inclusion.target);
            const ClassSymbol* target = type ? type->object : as<ClassSymbol>(inclusion.target);
            if (target && target->field(symbol.name) == field)
                return report(DiagnosticCode::NoInitialValue, inclusion.node, {symbol.name});
        }
        return;
    }
    m_analysis.reportAt(DiagnosticCode::NoInitialValue, symbol.file, symbol.nameRange, {symbol.name});
}

/// The field that `self.f` means, in the `init` that gives it its value; null elsewhere.
const FieldSymbol* Checker::initializedField(const syntax::Expression* expr) const {
    const auto* self = selfOf(expr);
    const FunctionSymbol* function = m_function ? m_function->function : nullptr;
    if (!self || !function || !function->isInit())
        return nullptr;
    const auto& symbols = m_analysis.tables().symbolOf;
    const auto found = symbols.find(self);
    if (found == symbols.end() || found->second != function->self)
        return nullptr;
    return function->owner->field(syntax::identifierValue(syntax::FieldAccessExpr::cast(expr)->fieldName()));
}

/// A final field gets its value once, in `init` if it has no initialiser.
bool Checker::mayInitialize(const syntax::Expression* expr) const {
    const FieldSymbol* field = initializedField(expr);
    return field && m_flow.isUnassigned(*field) && !m_flow.mayBeAssigned(*field);
}

void Checker::noteFieldAssigned(const syntax::Expression* lvexpr) {
    if (const FieldSymbol* field = initializedField(lvexpr))
        m_flow.assign(*field, lvexpr);
}

bool Checker::requireInitialized(const syntax::Expression* access) {
    const FieldSymbol* field = initializedField(access);
    if (!field || !m_flow.isUnassigned(*field))
        return true;
    report(DiagnosticCode::NotInitialized, access, {field->name});
    return false;
}

/// Until all fields have a value, `self` is there only to give them one.
void Checker::checkUseOfSelf(const VariableSymbol& variable, const syntax::Node* place) {
    const FunctionSymbol* function = m_function ? m_function->function : nullptr;
    if (variable.role != VariableRole::Self || !function || function->self != &variable ||
        !function->isInit())
        return;
    const auto* access = syntax::cast<syntax::FieldAccessExpr>(place->parent());
    if (access && access->expression() == place)
        return;
    for (const Symbol* field : m_function->initializes)
        if (m_flow.isUnassigned(*field))
            return report(DiagnosticCode::SelfNotInitialized, place, {field->name});
}

} // namespace barre::model
