// List, mapping, table and error constructors: the inherent type comes from what is expected.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

// Which alternatives of a union a constructor could make
// --------------------------------------------------------

/// A rough look at an expression, without checking it.
bool Checker::couldBe(const syntax::Expression* expr, SemType type) {
    switch (expr->kind()) {
    case NodeKind::ListConstructorExpr: {
        if (!type.has(BasicType::List))
            return false;
        for (const SemType& alternative : types::listAlternatives(m_types, type))
            if (listCouldBe(syntax::ListConstructorExpr::cast(expr), alternative))
                return true;
        return false;
    }
    case NodeKind::MappingConstructorExpr: {
        if (!type.has(BasicType::Mapping))
            return false;
        for (const SemType& alternative : types::mappingAlternatives(m_types, type))
            if (mappingCouldBe(syntax::MappingConstructorExpr::cast(expr), alternative))
                return true;
        return false;
    }
    case NodeKind::TableConstructorExpr: return type.has(BasicType::Table);
    case NodeKind::XmlTemplateExpr: return type.has(BasicType::Xml);
    case NodeKind::StringTemplateExpr: return type.has(BasicType::String);
    case NodeKind::NilLiteral: return type.has(BasicType::Nil);
    case NodeKind::ErrorConstructorExpr: return type.has(BasicType::Error);
    case NodeKind::ParenthesizedExpr:
        return couldBe(syntax::ParenthesizedExpr::cast(expr)->expression(), type);
    case NodeKind::BasicLiteral: {
        const syntax::Token* token = syntax::BasicLiteral::cast(expr)->literal();
        switch (token->kind()) {
        case syntax::TokenKind::StringLiteral:
            return types::containsValue(type, types::SingleValue(syntax::stringLiteralValue(token)));
        case syntax::TokenKind::TrueKeyword: return types::containsValue(type, types::SingleValue(true));
        case syntax::TokenKind::FalseKeyword: return types::containsValue(type, types::SingleValue(false));
        case syntax::TokenKind::NullKeyword: return type.has(BasicType::Nil);
        case syntax::TokenKind::IntLiteral:
        case syntax::TokenKind::HexIntLiteral: return (type.bits() & types::numericType.bits()) != 0;
        default: return type.has(BasicType::Float) || type.has(BasicType::Decimal);
        }
    }
    case NodeKind::VariableReferenceExpr: {
        const auto* reference = syntax::VariableReferenceExpr::cast(expr);
        const Symbol* symbol =
            reference->prefix() ? nullptr : findLocal(syntax::identifierValue(reference->name()));
        const auto* variable = as<VariableSymbol>(symbol);
        if (!variable || isPoison(variable->type))
            return true;
        return isSubtype(m_flow.typeOf(*variable), type);
    }
    default: return true;
    }
}

bool Checker::listCouldBe(const syntax::ListConstructorExpr* expr, SemType alternative) {
    uint64_t index = 0;
    for (const syntax::Expression* member : expr->members()) {
        if (syntax::is<syntax::SpreadListMember>(member))
            return true;
        const SemType type = types::listMemberTypeAt(m_types, alternative, index++);
        if (type.isNever() || !couldBe(member, type))
            return false;
    }
    const auto list = types::listAtomicType(m_types, alternative);
    return !list || index >= types::minLengthWithFill(m_types, *list);
}

bool Checker::mappingCouldBe(const syntax::MappingConstructorExpr* expr, SemType alternative) {
    const auto mapping = types::mappingAtomicType(m_types, alternative);
    if (!mapping)
        return true;
    const RecordSymbol* record = m_analysis.recordOfType(alternative);
    std::unordered_set<std::string> given;
    bool open = false;
    for (const syntax::MappingField* field : expr->fields()) {
        const auto* specific = syntax::SpecificField::cast(field);
        if (!specific) {
            open = true;
            continue;
        }
        const std::string name = fieldName(specific);
        given.insert(name);
        const SemType type = mapping->slotOf(name).valueType();
        if (type.isNever() || (specific->valueExpr() && !couldBe(specific->valueExpr(), type)))
            return false;
    }
    for (size_t i = 0; i < mapping->names.size() && !open; ++i) {
        const FieldSymbol* field = record ? record->field(mapping->names[i]) : nullptr;
        if (!mapping->slots[i].isOptional() && !given.contains(mapping->names[i]) &&
            !(field && field->initializer))
            return false;
    }
    return true;
}

/// The alternatives that a constructor could make; if none could, all of them, so that messages can say why.
template<class Could>
std::vector<SemType> Checker::applicable(std::vector<SemType> alternatives, SemType, Could could) {
    std::vector<SemType> fitting;
    for (const SemType& alternative : alternatives)
        if (could(alternative))
            fitting.push_back(alternative);
    std::vector<SemType>& candidates = fitting.empty() ? alternatives : fitting;
    std::vector<SemType> distinct;
    for (const SemType& candidate : candidates) {
        bool known = false;
        for (const SemType& other : distinct)
            known = known || candidate == other;
        if (!known)
            distinct.push_back(candidate);
    }
    return distinct;
}

// Lists
// --------------------------------------------------------------------------------------------------------

SemType Checker::checkList(const syntax::ListConstructorExpr* expr, Expected expected) {
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::List) : types::neverType;
    if (!expected)
        return inferList(expr, false);
    if (part.isNever()) {
        const SemType found = inferList(expr, false);
        return isPoison(found)
                   ? found
                   : wrong(DiagnosticCode::IncompatibleTypes, expr, {text(*expected), text(found)});
    }
    if (isSubtype(types::listType, part))
        return checkListAs(expr, types::arrayOf(m_types, types::valueType));
    if (isSubtype(part, m_types.readonlyType()) &&
        isSubtype(types::intersect(m_types, types::listType, m_types.readonlyType()), part))
        return inferList(expr, true);
    std::vector<SemType> candidates = applicable(types::listAlternatives(m_types, part), part,
                                                 [&](SemType type) { return listCouldBe(expr, type); });
    if (candidates.size() > 1 || candidates.empty()) {
        const auto atomic = types::listAtomicType(m_types, part);
        if (atomic)
            candidates = {part};
    }
    if (candidates.size() == 1)
        return checkListAs(expr, candidates.front());
    for (const syntax::Expression* member : expr->members())
        checkListMember(member, nullptr);
    return wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(*expected)});
}

SemType Checker::checkListMember(const syntax::Expression* member, Expected expected) {
    if (const auto* spread = syntax::SpreadListMember::cast(member))
        return check(spread->expression());
    return check(member, expected);
}

SemType Checker::inferList(const syntax::ListConstructorExpr* expr, bool isReadonly) {
    types::ListAtomicType list;
    const SemType immutable = m_types.readonlyType();
    for (const syntax::Expression* member : expr->members()) {
        const SemType found = checkListMember(member, isReadonly ? &immutable : nullptr);
        if (isPoison(found))
            return poisonType;
        if (isReadonly)
            require(member, found, immutable);
        if (!syntax::is<syntax::SpreadListMember>(member)) {
            if (list.rest.type.isNever())
                list.initial.push_back({broadType(member, found)});
            else
                list.rest.type = types::unite(m_types, list.rest.type, broadType(member, found));
            continue;
        }
        if (!found.within(BasicType::List))
            return wrong(DiagnosticCode::SpreadNotList, member, {text(found)});
        const auto spread = types::listAtomicType(m_types, found);
        if (spread && spread->isClosed() && list.rest.type.isNever()) {
            for (uint64_t i = 0; i < spread->fixedLength; ++i)
                list.initial.push_back({spread->memberAt(i).type});
        } else {
            list.rest.type = types::unite(m_types, list.rest.type, types::listAllMemberTypes(m_types, found));
        }
    }
    list.fixedLength = list.initial.size();
    SemType type = types::listOf(m_types, std::move(list));
    if (isReadonly)
        type = types::intersect(m_types, type, immutable);
    tables().inherentTypes[expr] = type;
    return type;
}

SemType Checker::checkListAs(const syntax::ListConstructorExpr* expr, SemType inherent) {
    uint64_t index = 0;
    bool spread = false, ok = true;
    const auto list = types::listAtomicType(m_types, inherent);
    const types::LengthBounds bounds = types::listLengthBounds(m_types, inherent);
    for (const syntax::Expression* member : expr->members()) {
        if (const auto* spreadMember = syntax::SpreadListMember::cast(member)) {
            ok = checkSpreadMember(spreadMember, inherent, index) && ok;
            spread = true;
            continue;
        }
        const SemType expected = spread ? types::listAllMemberTypes(m_types, inherent)
                                        : types::listMemberTypeAt(m_types, inherent, index);
        if (!spread && expected.isNever() && bounds.max && index >= *bounds.max) {
            if (ok)
                report(DiagnosticCode::TooManyMembers, member, {text(inherent)});
            check(member);
            ok = false;
            continue;
        }
        ok = !isPoison(checkAs(member, expected)) && ok;
        ++index;
    }
    if (ok && list && !spread && index < types::minLengthWithFill(m_types, *list))
        return wrong(DiagnosticCode::TooFewMembers, expr, {text(inherent)});
    tables().inherentTypes[expr] = inherent;
    return ok ? inherent : poisonType;
}

bool Checker::checkSpreadMember(const syntax::SpreadListMember* member, SemType inherent, uint64_t& index) {
    const SemType found = check(member->expression());
    if (isPoison(found))
        return false;
    if (!found.within(BasicType::List)) {
        report(DiagnosticCode::SpreadNotList, member, {text(found)});
        return false;
    }
    const types::LengthBounds given = types::listLengthBounds(m_types, found);
    const types::LengthBounds wanted = types::listLengthBounds(m_types, inherent);
    if (wanted.max && (!given.max || index + *given.max > *wanted.max)) {
        report(DiagnosticCode::TooManyMembers, member, {text(inherent)});
        return false;
    }
    bool ok = true;
    for (uint64_t i = 0; i < given.min && i < 1000; ++i)
        ok = ok && isSubtype(types::listMemberTypeAt(m_types, found, i),
                             types::listMemberTypeAt(m_types, inherent, index + i));
    if (!given.max || *given.max > given.min)
        ok = ok && isSubtype(types::listAllMemberTypes(m_types, found), restMembers(inherent, index));
    if (!ok)
        report(DiagnosticCode::IncompatibleTypes, member, {text(inherent), text(found)});
    index += given.min;
    return ok;
}

SemType Checker::restMembers(SemType list, uint64_t from) {
    const auto atomic = types::listAtomicType(m_types, list);
    if (!atomic || from >= atomic->fixedLength)
        return atomic ? atomic->rest.type : types::listAllMemberTypes(m_types, list);
    SemType all = atomic->isClosed() ? atomic->memberAt(from).type : atomic->rest.type;
    for (uint64_t i = from; i < atomic->fixedLength && i < from + 100; ++i)
        all = types::intersect(m_types, all, atomic->memberAt(i).type);
    return all;
}

// Mappings
// -----------------------------------------------------------------------------------------------------

std::string Checker::fieldName(const syntax::SpecificField* field) {
    const syntax::Token* token = field->fieldName();
    return token->kind() == syntax::TokenKind::StringLiteral ? syntax::stringLiteralValue(token)
                                                             : syntax::identifierValue(token);
}

SemType Checker::fieldValue(const syntax::SpecificField* field, Expected expected) {
    if (field->valueExpr())
        return expected ? checkAs(field->valueExpr(), *expected) : check(field->valueExpr());
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
    if (expected && !require(field, type, *expected))
        return poisonType;
    return type;
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
    std::vector<SemType> candidates = applicable(types::mappingAlternatives(m_types, part), part,
                                                 [&](SemType type) { return mappingCouldBe(expr, type); });
    if (candidates.size() != 1 && types::mappingAtomicType(m_types, part))
        candidates = {part};
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
    std::unordered_set<std::string> given;
    for (const syntax::MappingField* field : expr->fields()) {
        if (const auto* specific = syntax::SpecificField::cast(field)) {
            SemType type =
                fieldValue(specific, isReadonly || specific->readonlyKeyword() ? &immutable : nullptr);
            ok = ok && !isPoison(type);
            if (specific->valueExpr())
                type = broadType(specific->valueExpr(), type);
            if (!given.insert(fieldName(specific)).second)
                report(DiagnosticCode::DuplicateField, specific->fieldName(), {fieldName(specific)});
            else
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
                addSpreadFields(type, fields, rest);
            }
        }
    }
    if (!ok)
        return poisonType;
    SemType type = fields.empty() && !rest.isNever() ? types::mapOf(m_types, rest)
                                                     : types::recordOf(m_types, fields, rest);
    if (isReadonly)
        type = types::intersect(m_types, type, immutable);
    tables().inherentTypes[expr] = type;
    return type;
}

void Checker::addSpreadFields(SemType type, std::vector<types::Field>& fields, SemType& rest) {
    const auto mapping = types::mappingAtomicType(m_types, type);
    if (!mapping) {
        rest = types::unite(m_types, rest, memberOfMapping(type));
        return;
    }
    for (size_t i = 0; i < mapping->names.size(); ++i)
        if (!mapping->slots[i].valueType().isNever())
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
    std::unordered_set<std::string> given;
    bool ok = true;
    for (const syntax::MappingField* field : expr->fields())
        ok = checkField(field, *mapping, given) && ok;
    ok = checkMissingFields(expr, *mapping, record, given, inherent) && ok;
    tables().inherentTypes[expr] = inherent;
    return ok ? inherent : poisonType;
}

bool Checker::checkField(const syntax::MappingField* field, const types::MappingAtomicType& mapping,
                         std::unordered_set<std::string>& given) {
    if (const auto* specific = syntax::SpecificField::cast(field)) {
        const std::string name = fieldName(specific);
        if (!given.insert(name).second) {
            report(DiagnosticCode::DuplicateField, specific->fieldName(), {name});
            fieldValue(specific, nullptr);
            return false;
        }
        const bool isQuoted = specific->fieldName()->kind() == syntax::TokenKind::StringLiteral;
        const types::Slot& slot = mapping.slotOf(name);
        SemType expected = slot.valueType();
        if (expected.isNever() || (!isQuoted && !mapping.indexOf(name) && !mapping.names.empty())) {
            fieldValue(specific, nullptr);
            report(expected.isNever() ? DiagnosticCode::FieldNotInType : DiagnosticCode::FieldNeedsQuotes,
                   specific->fieldName(), {name});
            return false;
        }
        if (specific->readonlyKeyword())
            expected = types::intersect(m_types, expected, m_types.readonlyType());
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
    return checkSpreadField(spread, found, mapping, given);
}

SemType Checker::allFieldTypes(const types::MappingAtomicType& mapping) {
    SemType all = mapping.rest.valueType();
    for (const types::Slot& slot : mapping.slots)
        all = types::unite(m_types, all, slot.valueType());
    return all;
}

bool Checker::checkSpreadField(const syntax::SpreadField* spread, SemType found,
                               const types::MappingAtomicType& mapping,
                               std::unordered_set<std::string>& given) {
    const auto source = types::mappingAtomicType(m_types, found);
    if (!source)
        return require(spread, types::undefToNil(memberOfMapping(found)), allFieldTypes(mapping));
    for (size_t i = 0; i < source->names.size(); ++i) {
        const std::string& name = source->names[i];
        const SemType value = source->slots[i].valueType();
        if (value.isNever())
            continue;
        if (given.contains(name)) {
            report(DiagnosticCode::DuplicateField, spread, {name});
            return false;
        }
        if (!source->slots[i].isOptional())
            given.insert(name);
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

bool Checker::checkMissingFields(const syntax::MappingConstructorExpr* expr,
                                 const types::MappingAtomicType& mapping, const RecordSymbol* record,
                                 const std::unordered_set<std::string>& given, SemType inherent) {
    std::vector<const FieldSymbol*> defaults;
    bool ok = true;
    for (size_t i = 0; i < mapping.names.size(); ++i) {
        const std::string& name = mapping.names[i];
        if (given.contains(name) || mapping.slots[i].isOptional())
            continue;
        const FieldSymbol* field = record ? record->field(name) : nullptr;
        if (field && field->initializer) {
            defaults.push_back(field);
        } else if (ok) {
            report(DiagnosticCode::MissingField, expr, {name, text(inherent)});
            ok = false;
        }
    }
    if (!defaults.empty())
        tables().defaultedFields[expr] = std::move(defaults);
    return ok;
}

// Tables
// -------------------------------------------------------------------------------------------------------

SemType Checker::checkTable(const syntax::TableConstructorExpr* expr, Expected expected) {
    types::TableAtomicType table;
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Table) : types::neverType;
    const auto known = expected && !part.isNever() ? types::tableAtomicType(m_types, part) : std::nullopt;
    if (known) {
        table = *known;
        for (const syntax::Expression* row : expr->rows())
            checkAs(row, table.row);
    } else if (expected && part.isNever()) {
        for (const syntax::Expression* row : expr->rows())
            check(row);
        return wrong(DiagnosticCode::IncompatibleTypes, expr, {text(*expected), "table"});
    } else {
        std::vector<std::string> keys;
        if (expr->keySpecifier())
            for (const syntax::IdentifierName* name : expr->keySpecifier()->fieldNames())
                keys.push_back(syntax::identifierValue(name->name()));
        if (!inferRow(expr, table.row, keys))
            return poisonType;
    }
    const bool ok = checkTableKeys(expr, table, known.has_value());
    if (!ok)
        return poisonType;
    SemType type = types::tableOf(m_types, table);
    if (known && isSubtype(type, part) && !expr->keySpecifier())
        type = part;
    if (expected && isSubtype(part, m_types.readonlyType()) && !part.isNever())
        type = types::intersect(m_types, type, m_types.readonlyType());
    tables().inherentTypes[expr] = type;
    return type;
}

/// The row type of a table constructor without an expected type: every field that some row has.
bool Checker::inferRow(const syntax::TableConstructorExpr* expr, SemType& row,
                       const std::vector<std::string>& keys) {
    if (expr->rows().empty()) {
        wrong(DiagnosticCode::EmptyTableNeedsType, expr);
        return false;
    }
    types::MappingAtomicType merged;
    bool ok = true, first = true;
    merged.rest = {types::undefType};
    for (const syntax::Expression* member : expr->rows()) {
        const SemType type = check(member);
        if (isPoison(type)) {
            ok = false;
            continue;
        }
        const auto mapping = types::mappingAtomicType(m_types, type);
        if (!type.within(BasicType::Mapping) || !mapping) {
            report(DiagnosticCode::TableRowNotMapping, member);
            ok = false;
            continue;
        }
        mergeRow(merged, *mapping, first, keys);
        first = false;
    }
    if (ok)
        row = types::mappingOf(m_types, merged);
    return ok;
}

void Checker::mergeRow(types::MappingAtomicType& merged, const types::MappingAtomicType& row, bool isFirst,
                       const std::vector<std::string>& keys) {
    for (size_t i = 0; i < row.names.size(); ++i) {
        const auto known = std::find(merged.names.begin(), merged.names.end(), row.names[i]);
        const bool isKey = std::find(keys.begin(), keys.end(), row.names[i]) != keys.end();
        SemType type = row.slots[i].type;
        if (known != merged.names.end()) {
            types::Slot& slot = merged.slots[size_t(known - merged.names.begin())];
            slot.type = types::unite(m_types, slot.type, type);
            continue;
        }
        if (!isFirst)
            type = types::unite(m_types, type, types::undefType);
        merged.names.push_back(row.names[i]);
        merged.slots.push_back({type, isKey});
    }
    for (size_t i = 0; i < merged.names.size(); ++i)
        if (std::find(row.names.begin(), row.names.end(), merged.names[i]) == row.names.end())
            merged.slots[i].type = types::unite(m_types, merged.slots[i].type, types::undefType);
    merged.rest.type = types::unite(m_types, merged.rest.type, row.rest.type);
}

bool Checker::checkTableKeys(const syntax::TableConstructorExpr* expr, types::TableAtomicType& table,
                             bool isKnown) {
    const syntax::KeySpecifier* keys = expr->keySpecifier();
    if (!keys) {
        if (!isKnown)
            table.keyType = types::neverType;
        return true;
    }
    std::vector<std::string> names;
    std::vector<SemType> keyTypes;
    bool ok = true;
    for (const syntax::IdentifierName* name : keys->fieldNames()) {
        names.push_back(syntax::identifierValue(name->name()));
        if (!types::isRequiredField(m_types, table.row, names.back())) {
            report(DiagnosticCode::KeyFieldNotRequired, name, {names.back()});
            ok = false;
        }
        keyTypes.push_back(types::diff(m_types, types::mappingMemberTypeAt(m_types, table.row, names.back()),
                                       types::undefType));
    }
    if (!ok)
        return false;
    const SemType keyType = keyTypes.empty()       ? types::neverType
                            : keyTypes.size() == 1 ? keyTypes.front()
                                                   : types::tupleOf(m_types, keyTypes);
    if (isKnown && table.keyFields && *table.keyFields != names) {
        report(DiagnosticCode::TableKeysDiffer, keys);
        return false;
    }
    if (isKnown && table.keyType && !isSubtype(keyType, *table.keyType)) {
        report(DiagnosticCode::IncompatibleTypes, keys, {text(*table.keyType), text(keyType)});
        return false;
    }
    table.keyType = keyType;
    table.keyFields = std::move(names);
    return true;
}

// Errors
// -------------------------------------------------------------------------------------------------------

SemType Checker::checkErrorConstructor(const syntax::ErrorConstructorExpr* expr, Expected expected) {
    SemType type = types::errorType;
    if (expr->errorTypeReference()) {
        type = resolveType(expr->errorTypeReference());
        if (!isPoison(type) && !type.within(BasicType::Error))
            type = wrong(DiagnosticCode::NotAnErrorType, expr->errorTypeReference(), {text(type)});
    } else if (expected && expected->has(BasicType::Error)) {
        type = types::partOf(m_types, *expected, BasicType::Error);
        const std::vector<SemType> alternatives = types::errorAlternatives(m_types, type);
        if (alternatives.size() > 1)
            type = wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(type)});
    }
    CallFacts call;
    call.kind = CallKind::Error;
    call.constructedType = type;
    const SemType positional[] = {types::stringType, types::unite(m_types, types::errorType, types::nilType)};
    size_t count = 0;
    bool ok = true;
    for (const syntax::Arg* arg : expr->argList()->args()) {
        const auto* value = syntax::PositionalArg::cast(arg);
        if (!value)
            continue;
        if (count >= 2) {
            report(DiagnosticCode::TooManyArgs, arg, {"2"});
            ok = false;
            break;
        }
        ok = !isPoison(checkAs(value->expression(), positional[count])) && ok;
        ArgFacts fact;
        fact.source = ArgFacts::Source::Expr;
        fact.expr = value->expression();
        call.args.push_back(std::move(fact));
        ++count;
    }
    if (count == 0) {
        report(DiagnosticCode::MissingArg, expr->argList(), {"message"});
        ok = false;
    }
    ok = checkErrorDetail(expr, type, call) && ok;
    if (!ok || isPoison(type))
        return poisonType;
    tables().calls[expr] = std::move(call);
    return type;
}

bool Checker::checkErrorDetail(const syntax::ErrorConstructorExpr* expr, SemType type, CallFacts& call) {
    const SemType detail = isPoison(type) ? poisonType : types::errorDetailType(m_types, type);
    const auto mapping = isPoison(detail) ? std::nullopt : types::mappingAtomicType(m_types, detail);
    const RecordSymbol* record = isPoison(detail) ? nullptr : m_analysis.recordOfType(detail);
    bool ok = true;
    std::unordered_set<std::string> given;
    for (const syntax::Arg* arg : expr->argList()->args()) {
        const auto* named = syntax::NamedArg::cast(arg);
        if (!named)
            continue;
        const std::string name = syntax::identifierValue(named->name());
        if (!given.insert(name).second) {
            report(DiagnosticCode::ArgGivenTwice, named, {name});
            ok = false;
        }
        SemType expected = types::unite(m_types, m_types.anydataType(), m_types.readonlyType());
        if (mapping) {
            expected = mapping->slotOf(name).valueType();
            if (expected.isNever() || (!mapping->names.empty() && !mapping->indexOf(name))) {
                report(DiagnosticCode::UnknownNamedArg, named->name(), {name});
                check(named->expression());
                ok = false;
                continue;
            }
        }
        ok = !isPoison(checkAs(named->expression(), expected)) && ok;
        call.details.emplace_back(name, named->expression());
    }
    for (size_t i = 0; mapping && i < mapping->names.size(); ++i) {
        const FieldSymbol* field = record ? record->field(mapping->names[i]) : nullptr;
        if (given.contains(mapping->names[i]) || mapping->slots[i].isOptional() ||
            (field && field->initializer))
            continue;
        report(DiagnosticCode::MissingArg, expr->argList(), {mapping->names[i]});
        ok = false;
    }
    return ok;
}

} // namespace barre::model
