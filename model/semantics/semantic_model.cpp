#include "model/semantics/semantic_model.h"

#include "model/semantics/analysis.h"
#include "model/semantics/model_tables.h"
#include "model/types/operations.h"

#include <algorithm>

namespace barre::model {

namespace {

template<class Map, class Key>
const typename Map::mapped_type* lookUp(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

template<class Map, class Key>
typename Map::mapped_type valueOr(const Map& map, const Key& key) {
    const auto* found = lookUp(map, key);
    return found ? *found : typename Map::mapped_type{};
}

} // namespace

SemanticModel::SemanticModel(std::unique_ptr<ModelTables> tables) : m_tables(std::move(tables)) {}
SemanticModel::~SemanticModel() = default;

const ModuleSymbol& SemanticModel::module() const {
    return *m_tables->module;
}

const std::vector<std::shared_ptr<const syntax::SyntaxTree>>& SemanticModel::trees() const {
    return m_tables->trees;
}

const std::vector<std::shared_ptr<const SemanticModel>>& SemanticModel::imports() const {
    return m_tables->imports;
}

SemType SemanticModel::typeOf(const syntax::Node* expr) const {
    return valueOr(m_tables->types, expr);
}

bool SemanticModel::hasType(const syntax::Node* expr) const {
    return lookUp(m_tables->types, expr) != nullptr;
}

SemType SemanticModel::inherentTypeOf(const syntax::Node* expr) const {
    const SemType* inherent = lookUp(m_tables->inherentTypes, expr);
    return inherent ? *inherent : typeOf(expr);
}

bool SemanticModel::expectedTypeOf(const syntax::Node* expr, SemType& expected) const {
    const SemType* found = lookUp(m_tables->expectedTypes, expr);
    if (found)
        expected = *found;
    return found != nullptr;
}

SemType SemanticModel::descriptorType(const syntax::Node* typeDescriptor) const {
    const SemType type = valueOr(m_tables->descriptors, typeDescriptor);
    return isPoison(type) ? types::neverType : type; // a mistake is in the table, so that it is told once
}

const ConstantValue* SemanticModel::constantOf(const syntax::Node* expr) const {
    return lookUp(m_tables->constants, expr);
}

const Symbol* SemanticModel::symbolOf(const syntax::Node* node) const {
    return valueOr(m_tables->symbolOf, node);
}

const FunctionSymbol* SemanticModel::functionOf(const syntax::Node* node) const {
    return valueOr(m_tables->functions, node);
}

const FunctionSymbol* SemanticModel::closureOf(const syntax::Node* defaultValue) const {
    return valueOr(m_tables->closures, defaultValue);
}

const ClassSymbol* SemanticModel::classOf(const syntax::Node* node) const {
    return valueOr(m_tables->classes, node);
}

const std::vector<const FieldSymbol*>*
SemanticModel::defaultedFieldsOf(const syntax::Node* constructor) const {
    return lookUp(m_tables->defaultedFields, constructor);
}

bool SemanticModel::leavesOutNil(const syntax::Node* specificField) const {
    return m_tables->nilLeavesOut.contains(specificField);
}

const CallFacts* SemanticModel::callOf(const syntax::Node* node) const {
    return lookUp(m_tables->calls, node);
}

const AccessFacts* SemanticModel::accessOf(const syntax::Node* node) const {
    return lookUp(m_tables->accesses, node);
}

const IterationFacts* SemanticModel::iterationOf(const syntax::Node* node) const {
    return lookUp(m_tables->iterations, node);
}

const CheckFacts* SemanticModel::checkOf(const syntax::Node* node) const {
    return lookUp(m_tables->checks, node);
}

const QueryFacts* SemanticModel::queryOf(const syntax::Node* node) const {
    return lookUp(m_tables->queries, node);
}

const OperatorFacts* SemanticModel::operatorOf(const syntax::Node* node) const {
    return lookUp(m_tables->operators, node);
}

namespace {

/// Asks the model, then all that it reaches by imports.
template<class Question>
auto askReached(const SemanticModel& model, Question question) {
    std::vector<const SemanticModel*> reached{&model};
    for (size_t i = 0; i < reached.size(); ++i) {
        if (const auto answer = question(*reached[i]))
            return answer;
        for (const auto& import : reached[i]->imports())
            if (std::find(reached.begin(), reached.end(), import.get()) == reached.end())
                reached.push_back(import.get());
    }
    return decltype(question(model))();
}

} // namespace

std::vector<const LocalScope*> SemanticModel::scopesAt(uint32_t file, uint32_t position) const {
    std::vector<const LocalScope*> result;
    for (const auto& scope : m_tables->scopes)
        if (scope->file == file && scope->range.begin <= position && position <= scope->range.end)
            result.push_back(scope.get());
    std::stable_sort(result.begin(), result.end(), [](const LocalScope* a, const LocalScope* b) {
        return a->range.end - a->range.begin < b->range.end - b->range.begin;
    });
    return result;
}

const ClassSymbol* SemanticModel::classOfType(SemType type) const {
    return askReached(*this,
                      [&](const SemanticModel& model) { return valueOr(model.m_tables->classOfType, type); });
}

const RecordSymbol* SemanticModel::recordOfType(SemType type) const {
    return askReached(
        *this, [&](const SemanticModel& model) { return valueOr(model.m_tables->recordOfType, type); });
}

const RecordSymbol* ModelTables::recordOfReadonly(types::TypeContext& context, SemType type) const {
    const RecordSymbol* first = nullptr;
    const auto place = [](const RecordSymbol* record) {
        return std::pair(record->file, record->nameRange.begin);
    };
    for (const auto& [known, record] : recordOfType)
        if ((!first || place(record) < place(first)) &&
            types::isSameType(context, type, types::intersect(context, known, context.readonlyType())))
            first = record;
    return first;
}

const RecordSymbol* SemanticModel::recordOfReadonly(types::TypeContext& context, SemType type) const {
    return m_tables->recordOfReadonly(context, type);
}

const SemanticModel* PackageModel::modelOf(const ModuleSymbol& module) const {
    for (const auto* list : {&modules, &libraries})
        for (const auto& model : *list)
            if (&model->module() == &module)
                return model.get();
    return nullptr;
}

namespace {

const Symbol* findMember(const Symbol* symbol, const SymbolId& id) {
    if (symbol->id == id)
        return symbol;
    const ServiceSymbol* service = as<ServiceSymbol>(symbol);
    const ClassSymbol* object = service ? service->object : as<ClassSymbol>(symbol);
    if (!object)
        return nullptr;
    for (const FunctionSymbol* method : object->methods)
        if (method->id == id)
            return method;
    for (const FieldSymbol* field : object->fields)
        if (field->id == id)
            return field;
    return nullptr;
}

} // namespace

const Symbol* PackageModel::find(const SymbolId& id) const {
    for (const auto* list : {&modules, &libraries})
        for (const auto& model : *list)
            for (const Symbol* member : model->module().members)
                if (const Symbol* found = findMember(member, id))
                    return found;
    return nullptr;
}

} // namespace barre::model
