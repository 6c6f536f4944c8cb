// Default values of function type descriptors, and of record type descriptors inside functions: closures that
// belong to the descriptor. That of a parameter takes the arguments before it; a call through a value of the
// type computes by it what it is not given.
#include "model/semantics/checker.h"
#include "model/semantics/semantic_model.h"

#include <algorithm>

namespace barre::model {

namespace {

const syntax::Expression* defaultOf(const syntax::Param* param) {
    const auto* defaultable = syntax::DefaultableParam::cast(param);
    return defaultable ? syntax::cast<syntax::Expression>(defaultable->defaultExpression()) : nullptr;
}

} // namespace

void ModuleAnalysis::noteDefaults(const syntax::FunctionTypeDesc* desc) {
    const auto params = desc->functionSignature()->params();
    if (std::any_of(params.begin(), params.end(), defaultOf) && m_checkedDecls.insert(desc).second)
        m_uncheckedDefaults.push_back(desc);
}

std::vector<const syntax::FunctionTypeDesc*>
ModuleAnalysis::takeUncheckedDefaults(const syntax::Node* inside) {
    std::vector<const syntax::FunctionTypeDesc*> taken;
    std::erase_if(m_uncheckedDefaults, [&](const syntax::FunctionTypeDesc* desc) {
        const bool isTaken = !inside || (&inside->tree() == &desc->tree() && inside->contains(desc));
        if (isTaken)
            taken.push_back(desc);
        return isTaken;
    });
    return taken;
}

bool ModuleAnalysis::takeUncheckedRecord(const syntax::RecordTypeDesc* desc) {
    return m_checkedDecls.insert(desc).second;
}

void ModuleAnalysis::checkModuleDefaults() {
    for (const syntax::FunctionTypeDesc* desc : takeUncheckedDefaults())
        Checker(*this, fileOf(desc)).checkDefaults(desc);
}

void Checker::checkDefaultsIn(const syntax::Node* desc) {
    for (const syntax::FunctionTypeDesc* function : m_analysis.takeUncheckedDefaults(desc))
        checkDefaults(function);
    if (m_function && m_function->function)
        syntax::forEachNode(desc, [&](const syntax::Node* node) {
            const auto* desc = syntax::RecordTypeDesc::cast(node);
            const auto record = tables().symbolOf.find(node);
            if (desc && record != tables().symbolOf.end() && m_analysis.takeUncheckedRecord(desc))
                checkLocalDefaults(*as<RecordSymbol>(record->second));
        });
}

/// The fields of a record type descriptor inside a function.
void Checker::checkLocalDefaults(const RecordSymbol& record) {
    for (const FieldSymbol* field : record.fields) {
        if (!field->decl || field->decl->parent() != record.decl)
            continue;
        checkMetadata(field->decl);
        if (field->initializer)
            checkClosure(makeClosure(field->decl), static_cast<const syntax::Expression*>(field->initializer),
                         field->type);
    }
}

void Checker::checkDefaults(const syntax::FunctionTypeDesc* desc) {
    const auto params = desc->functionSignature()->params();
    for (size_t i = 0; i < params.size(); ++i)
        if (defaultOf(params[i]))
            checkDefault(desc, i);
}

void Checker::checkDefault(const syntax::FunctionTypeDesc* desc, size_t param) {
    const syntax::Param* decl = desc->functionSignature()->params()[param];
    FunctionSymbol& closure = makeClosure(decl);
    m_analysis.fillSignature(closure, desc->functionSignature(), m_file);
    closure.signature.isIsolated = syntax::hasQualifier(desc, syntax::TokenKind::IsolatedKeyword);
    const SemType type = closure.signature.params[param].type;
    closure.signature.params.resize(param);
    for (Parameter& before : closure.signature.params)
        before.defaultValue = nullptr;
    checkClosure(closure, defaultOf(decl), type);
}

FunctionSymbol& Checker::makeClosure(const syntax::Node* decl) {
    FunctionSymbol& closure = tables().make<FunctionSymbol>();
    closure.decl = decl;
    closure.file = m_file;
    closure.role = FunctionRole::Anonymous;
    closure.outer = m_function ? m_function->function : nullptr;
    return closure;
}

/// Checks a default value as the body of its closure.
void Checker::checkClosure(FunctionSymbol& closure, const syntax::Expression* value, SemType type) {
    closure.body = value;
    closure.signature.returnType = type;
    closure.signature.returnDescriptor = nullptr;
    closure.type = m_analysis.functionTypeOf(closure.signature);
    tables().closures[value] = &closure;
    runNested(closure, closure.decl, [&](FunctionContext& context) {
        context.returnType = type;
        declareParams(closure);
        if (isPoison(type))
            check(value);
        else
            checkAs(value, type);
    });
}

const FunctionSymbol* ModuleAnalysis::closureOfImport(const syntax::Node* value) const {
    for (const auto& model : m_tables->imports)
        if (const FunctionSymbol* closure = model->closureOf(value))
            return closure;
    return nullptr;
}

/// The closure of a default value, which may be one of a type definition of another module; null if none is
/// known.
const FunctionSymbol* Checker::defaultClosure(const syntax::Node* value) {
    if (!tables().closures.contains(value))
        m_analysis.checkModuleDefaults();
    const auto known = tables().closures.find(value);
    return known == tables().closures.end() ? m_analysis.closureOfImport(value) : known->second;
}

bool Checker::reachesDefault(const FieldSymbol& field) {
    const auto closure = tables().closures.find(field.initializer);
    return closure == tables().closures.end() || reachesCaptures(*closure->second);
}

/// What the closure uses of the functions around its descriptor is to be seen from here, too: a closure is
/// made for each call.
bool Checker::reachesCaptures(const FunctionSymbol& closure) {
    for (const VariableSymbol* variable : closure.captures) {
        if (variable->role == VariableRole::Self || findLocal(variable->name) != variable)
            return false;
        capture(*variable);
    }
    return true;
}

} // namespace barre::model
