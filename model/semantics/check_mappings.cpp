// Mapping constructors: the inherent type comes from what is expected.
#include "model/semantics/checker.h"
#include "model/semantics/name_hint.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using types::BasicType;

namespace {

/// Where a message about the value of a field points to.
const syntax::Node* placeOfValue(const syntax::SpecificField* field) {
    return field->valueExpr() ? static_cast<const syntax::Node*>(field->valueExpr()) : field;
}

} // namespace

std::string Checker::fieldName(const syntax::SpecificField* field) {
    const syntax::Token* token = field->fieldName();
    return token->kind() == syntax::TokenKind::StringLiteral ? syntax::stringLiteralValue(token)
                                                             : syntax::identifierValue(token);
}

/// The type of the value of a field, which need not belong to what is expected.
SemType Checker::checkFieldValue(const syntax::SpecificField* field, Expected expected) {
    if (field->valueExpr())
        return check(field->valueExpr(), expected);
    const Symbol* symbol = lookUp(nullptr, field->fieldName());
    if (!symbol)
        return poisonType;
    m_analysis.noteReference(field, symbol);
    m_analysis.resolve(symbol);
    SemType type = poisonType;
    if (const auto* variable = as<VariableSymbol>(symbol))
        type = variableType(*variable, field);
    else if (const auto* constant = as<ConstantSymbol>(symbol))
        type = constant->type;
    else if (const auto* function = as<FunctionSymbol>(symbol))
        type = function->type;
    if (!isPoison(type))
        tables().types[field] = type;
    return type;
}

SemType Checker::fieldValue(const syntax::SpecificField* field, Expected expected) {
    const SemType found = checkFieldValue(field, expected);
    return !expected || require(placeOfValue(field), found, *expected) ? found : poisonType;
}

/// A field that may be missing: its value may be nil, which leaves it out.
bool Checker::checkOptionalField(const syntax::SpecificField* field, SemType expected) {
    const SemType found = checkFieldValue(field, &expected);
    if (isPoison(found) || !require(placeOfValue(field), types::withoutNil(found), expected))
        return false;
    if (types::containsNil(found) && !types::containsNil(expected))
        tables().nilLeavesOut[field] = true;
    return true;
}

SemType Checker::checkMapping(const syntax::MappingConstructorExpr* expr, Expected expected) {
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Mapping) : types::neverType;
    if (!expected)
        return inferMapping(expr, false);
    if (part.isNever()) {
        const SemType found = inferMapping(expr, false);
        return isPoison(found)
                   ? found
                   : wrong(DiagnosticCode::IncompatibleTypes, expr, {text(*expected), text(found)});
    }
    if (isSubtype(types::mappingType, part))
        return checkMappingAs(expr, types::mapOf(m_types, types::valueType));
    if (isSubtype(part, m_types.readonlyType()) &&
        isSubtype(types::intersect(m_types, types::mappingType, m_types.readonlyType()), part))
        return inferMapping(expr, true);
    if (m_analysis.recordOfType(part))
        return checkMappingAs(expr, part);
    std::vector<SemType> candidates = applicable(types::mappingAlternatives(m_types, part),
                                                 [&](SemType type) { return mappingCouldBe(expr, type); });
    if (candidates.size() != 1 && types::mappingAtomicType(m_types, part))
        candidates = {part};
    candidates =
        checkable(expr, std::move(candidates), [&](SemType type) { return checkMappingAs(expr, type); });
    if (candidates.size() == 1)
        return checkMappingAs(expr, candidates.front());
    inferMapping(expr, false);
    return wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(*expected)});
}

SemType Checker::inferMapping(const syntax::MappingConstructorExpr* expr, bool isReadonly) {
    std::vector<types::Field> fields;
    SemType rest = types::neverType;
    const SemType immutable = m_types.readonlyType();
    bool ok = true;
    GivenFields given(m_types);
    for (const syntax::MappingField* field : expr->fields()) {
        if (const auto* specific = syntax::SpecificField::cast(field)) {
            SemType type =
                fieldValue(specific, isReadonly || specific->readonlyKeyword() ? &immutable : nullptr);
            ok = ok && !isPoison(type);
            if (specific->valueExpr() && !specific->readonlyKeyword())
                type = broadType(specific->valueExpr(), type);
            const bool isNew = !reportClash(given.addSpecific(fieldName(specific)), specific);
            ok = ok && isNew;
            if (isNew)
                fields.push_back(
                    {fieldName(specific), sane(type), false, specific->readonlyKeyword() != nullptr});
        } else if (const auto* computed = syntax::ComputedNameField::cast(field)) {
            ok = !isPoison(checkAs(computed->fieldNameExpr(), types::stringType)) && ok;
            const SemType type = check(computed->valueExpr());
            ok = ok && !isPoison(type);
            rest = types::unite(m_types, rest, sane(broadType(computed->valueExpr(), type)));
        } else if (const auto* spread = syntax::SpreadField::cast(field)) {
            const SemType type = check(spread->expression());
            ok = ok && !isPoison(type);
            if (!isPoison(type) && !type.within(BasicType::Mapping)) {
                report(DiagnosticCode::SpreadNotMapping, spread, {text(type)});
                ok = false;
            } else if (!isPoison(type)) {
                ok = !reportClash(given.addSpread(type), spread) && ok;
                addSpreadFields(type, fields, rest);
            }
        }
    }
    if (!ok)
        return poisonType;
    // `never x?` of a mapping that is spread makes room for an x.
    std::erase_if(fields, [&](const types::Field& field) {
        return field.type.isNever() && given.contains(field.name);
    });
    SemType type = fields.empty() && !rest.isNever() ? types::mapOf(m_types, rest)
                                                     : types::recordOf(m_types, fields, rest);
    if (isReadonly)
        type = types::intersect(m_types, type, immutable);
    tables().inherentTypes[expr] = type;
    return type;
}

/// Reports a field that is, or may be, given twice.
bool Checker::reportClash(const GivenFields::Clash& clash, const syntax::MappingField* place) {
    using Kind = GivenFields::Clash::Kind;
    static constexpr DiagnosticCode codes[] = {DiagnosticCode::DuplicateField, DiagnosticCode::DuplicateField,
                                               DiagnosticCode::PossibleDuplicateField,
                                               DiagnosticCode::SeveralOpenSpreads};
    if (clash.kind != Kind::None)
        report(codes[size_t(clash.kind)], place, {clash.name});
    return clash.kind != Kind::None;
}

void Checker::addSpreadFields(SemType type, std::vector<types::Field>& fields, SemType& rest) {
    const auto mapping = types::mappingAtomicType(m_types, type);
    if (!mapping) {
        rest = types::unite(m_types, rest, memberOfMapping(type));
        return;
    }
    for (size_t i = 0; i < mapping->names.size(); ++i)
        fields.push_back({mapping->names[i], mapping->slots[i].valueType(), mapping->slots[i].isOptional()});
    rest = types::unite(m_types, rest, mapping->rest.valueType());
}

SemType Checker::checkMappingAs(const syntax::MappingConstructorExpr* expr, SemType inherent) {
    const auto mapping = types::mappingAtomicType(m_types, inherent);
    if (!mapping) {
        inferMapping(expr, false);
        return wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(inherent)});
    }
    const RecordSymbol* record = m_analysis.recordOfType(inherent);
    GivenFields given(m_types);
    bool ok = true;
    for (const syntax::MappingField* field : expr->fields())
        ok = checkField(field, *mapping, record, given) && ok;
    ok = checkMissingFields(expr, *mapping, record, given, inherent) && ok;
    tables().inherentTypes[expr] = withReadonlyFields(expr, *mapping, inherent);
    return ok ? inherent : poisonType;
}

/// `{readonly f: value}` narrows what the mapping may hold in f.
SemType Checker::withReadonlyFields(const syntax::MappingConstructorExpr* expr,
                                    types::MappingAtomicType mapping, SemType inherent) {
    bool isNarrower = false;
    for (const syntax::MappingField* field : expr->fields()) {
        const auto* specific = syntax::SpecificField::cast(field);
        if (!specific || !specific->readonlyKeyword())
            continue;
        const std::string name = fieldName(specific);
        const types::Slot narrow{
            types::intersect(m_types, mapping.slotOf(name).valueType(), m_types.readonlyType()), true};
        if (const auto index = mapping.indexOf(name)) {
            mapping.slots[*index] = narrow;
        } else {
            mapping.names.push_back(name);
            mapping.slots.push_back(narrow);
        }
        isNarrower = true;
    }
    return isNarrower ? types::mappingOf(m_types, std::move(mapping)) : inherent;
}

bool Checker::checkField(const syntax::MappingField* field, const types::MappingAtomicType& mapping,
                         const RecordSymbol* record, GivenFields& given) {
    if (const auto* specific = syntax::SpecificField::cast(field)) {
        const std::string name = fieldName(specific);
        if (reportClash(given.addSpecific(name), specific)) {
            fieldValue(specific, nullptr);
            return false;
        }
        const bool isQuoted = specific->fieldName()->kind() == syntax::TokenKind::StringLiteral;
        const types::Slot& slot = mapping.slotOf(name);
        SemType expected = slot.valueType();
        if (expected.isNever() || (!isQuoted && !mapping.indexOf(name) && !mapping.names.empty())) {
            const size_t reports = m_analysis.reportCount();
            fieldValue(specific, nullptr);
            if (!specific->valueExpr() && m_analysis.reportCount() > reports)
                return false; // `{nmae}`: the variable is not there either
            report(expected.isNever() ? DiagnosticCode::FieldNotInType : DiagnosticCode::FieldNeedsQuotes,
                   specific->fieldName(), {name});
            NameHint hint(name);
            for (const std::string& known : mapping.names)
                hint.offer(known);
            m_analysis.hint(hint.text());
            return false;
        }
        if (specific->readonlyKeyword())
            expected = types::intersect(m_types, expected, m_types.readonlyType());
        const FieldSymbol* symbol = record ? record->field(name) : nullptr;
        if (slot.isOptional() || (symbol && symbol->initializer))
            return checkOptionalField(specific, expected);
        return !isPoison(fieldValue(specific, &expected));
    }
    const SemType any = allFieldTypes(mapping);
    if (const auto* computed = syntax::ComputedNameField::cast(field)) {
        const bool okName = !isPoison(checkAs(computed->fieldNameExpr(), types::stringType));
        return !isPoison(checkAs(computed->valueExpr(), any)) && okName;
    }
    const auto* spread = syntax::SpreadField::cast(field);
    if (!spread)
        return false;
    const SemType found = check(spread->expression());
    if (isPoison(found))
        return false;
    if (!found.within(BasicType::Mapping)) {
        report(DiagnosticCode::SpreadNotMapping, spread, {text(found)});
        return false;
    }
    return !reportClash(given.addSpread(found), spread) && checkSpreadField(spread, found, mapping);
}

SemType Checker::allFieldTypes(const types::MappingAtomicType& mapping) {
    SemType all = mapping.rest.valueType();
    for (const types::Slot& slot : mapping.slots)
        all = types::unite(m_types, all, slot.valueType());
    return all;
}

bool Checker::checkSpreadField(const syntax::SpreadField* spread, SemType found,
                               const types::MappingAtomicType& mapping) {
    const auto source = types::mappingAtomicType(m_types, found);
    if (!source)
        return require(spread, types::undefToNil(memberOfMapping(found)), allFieldTypes(mapping));
    for (size_t i = 0; i < source->names.size(); ++i) {
        const std::string& name = source->names[i];
        const SemType value = source->slots[i].valueType();
        if (value.isNever())
            continue;
        const SemType expected = mapping.slotOf(name).valueType();
        if (expected.isNever()) {
            report(DiagnosticCode::FieldNotInType, spread, {name});
            return false;
        }
        if (!require(spread, value, expected))
            return false;
    }
    const SemType rest = source->rest.valueType();
    return rest.isNever() ||
           require(spread, rest, mapping.names.empty() ? mapping.rest.valueType() : allFieldTypes(mapping));
}

/// A field whose name is not declared may well be meant for one that is missing.
bool Checker::hasUnknownField(const syntax::MappingConstructorExpr* expr,
                              const types::MappingAtomicType& mapping) const {
    const auto fields = expr->fields();
    return std::any_of(fields.begin(), fields.end(), [&](const syntax::MappingField* field) {
        const auto* specific = syntax::SpecificField::cast(field);
        return specific && mapping.slotOf(fieldName(specific)).valueType().isNever();
    });
}

bool Checker::checkMissingFields(const syntax::MappingConstructorExpr* expr,
                                 const types::MappingAtomicType& mapping, const RecordSymbol* record,
                                 const GivenFields& given, SemType inherent) {
    if (hasUnknownField(expr, mapping))
        return false;
    std::vector<const FieldSymbol*> defaults;
    bool ok = true;
    std::unordered_set<std::string> leftOut;
    for (const syntax::MappingField* field : expr->fields())
        if (tables().nilLeavesOut.contains(field))
            leftOut.insert(fieldName(syntax::SpecificField::cast(field)));
    for (size_t i = 0; i < mapping.names.size(); ++i) {
        const std::string& name = mapping.names[i];
        if ((given.contains(name) && !leftOut.contains(name)) || mapping.slots[i].isOptional())
            continue;
        const FieldSymbol* field = record ? record->field(name) : nullptr;
        if (field && field->initializer && reachesDefault(*field)) {
            defaults.push_back(field);
        } else if (field && field->initializer) {
            report(DiagnosticCode::DefaultOutOfReach, expr, {name});
            ok = false;
        } else if (ok) {
            report(DiagnosticCode::MissingField, expr, {name, text(inherent)});
            ok = false;
        }
    }
    // In the order of the record: that is the order in which they are evaluated.
    if (record)
        std::sort(defaults.begin(), defaults.end(), [&](const FieldSymbol* a, const FieldSymbol* b) {
            return std::find(record->fields.begin(), record->fields.end(), a) <
                   std::find(record->fields.begin(), record->fields.end(), b);
        });
    if (!defaults.empty())
        tables().defaultedFields[expr] = std::move(defaults);
    return ok;
}

} // namespace barre::model
