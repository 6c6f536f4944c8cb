// Table constructors: the row type and the key come from what is expected, or from the rows.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

using types::BasicType;

namespace {

std::vector<std::string> keyNames(const syntax::KeySpecifier* keys) {
    std::vector<std::string> names;
    if (keys)
        for (const syntax::IdentifierName* name : keys->fieldNames())
            names.push_back(syntax::identifierValue(name->name()));
    return names;
}

/// The text of a template stands for its value, if nothing is inserted.
template<class Template>
std::optional<ConstantValue> constantTemplate(const Template* expr) {
    for (const syntax::TemplateItem* item : expr->items())
        if (syntax::is<syntax::Interpolation>(item))
            return std::nullopt;
    return ConstantValue{std::string(expr->text())};
}

} // namespace

/// The table type that is expected; of a union, the one whose rows the rows could be.
SemType Checker::tableTarget(const syntax::TableConstructorExpr* expr, SemType expected) {
    const SemType part = types::partOf(m_types, expected, BasicType::Table);
    if (part.isNever() || types::tableAtomicType(m_types, part))
        return part;
    const std::vector<SemType> fitting =
        applicable(types::tableAlternatives(m_types, part), [&](SemType type) {
            const auto rows = expr->rows();
            const SemType row = types::tableRowType(m_types, type);
            return std::all_of(rows.begin(), rows.end(),
                               [&](const syntax::Expression* each) { return couldBe(each, row); });
        });
    return fitting.size() == 1 ? fitting.front() : part;
}

/// Where any table of data belongs, the rows of one with a key say what they are.
bool Checker::takesAnyTable(SemType part) {
    return isSubtype(types::partOf(m_types, m_types.anydataType(), BasicType::Table), part);
}

SemType Checker::checkTable(const syntax::TableConstructorExpr* expr, Expected expected) {
    types::TableAtomicType table;
    const SemType part = expected ? tableTarget(expr, *expected) : types::neverType;
    const bool isInferred = expr->keySpecifier() && takesAnyTable(part) && !expr->rows().empty();
    const auto known = part.isNever() || isInferred ? std::nullopt : types::tableAtomicType(m_types, part);
    if (known) {
        table = *known;
        for (const syntax::Expression* row : expr->rows())
            checkAs(row, table.row);
    } else if (expected && !isInferred && !isSubtype(types::tableType, part)) {
        for (const syntax::Expression* row : expr->rows())
            check(row);
        return part.isNever() ? wrong(DiagnosticCode::IncompatibleTypes, expr, {text(*expected), "table"})
                              : wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(part)});
    } else if (!inferRow(expr, table.row, keyNames(expr->keySpecifier()))) {
        return poisonType;
    }
    if (!checkTableKeys(expr, table, known.has_value()) || !checkRowKeys(expr, table))
        return poisonType;
    SemType type = types::tableOf(m_types, table);
    if (known && isSubtype(type, part) && !expr->keySpecifier())
        type = part;
    if (expected && isSubtype(part, m_types.readonlyType()) && !part.isNever())
        type = types::intersect(m_types, type, m_types.readonlyType());
    tables().inherentTypes[expr] = type;
    return type;
}

/// Every row says what its key is, so that two rows with the same key are found here.
bool Checker::checkRowKeys(const syntax::TableConstructorExpr* expr, const types::TableAtomicType& table) {
    const std::vector<std::string> names = table.keyFields.value_or(std::vector<std::string>());
    std::vector<std::vector<ConstantValue>> known;
    bool ok = true;
    for (const syntax::Expression* row : expr->rows()) {
        const auto* mapping = syntax::MappingConstructorExpr::cast(row);
        if (!mapping || names.empty())
            continue;
        const std::optional<std::vector<ConstantValue>> key = rowKey(mapping, names);
        ok = ok && key;
        if (key && std::find(known.begin(), known.end(), *key) != known.end()) {
            report(DiagnosticCode::DuplicateKey, row);
            ok = false;
        } else if (key) {
            known.push_back(*key);
        }
    }
    return ok;
}

/// The values of the key fields; nothing and a message if one is not a constant.
std::optional<std::vector<ConstantValue>> Checker::rowKey(const syntax::MappingConstructorExpr* row,
                                                          const std::vector<std::string>& names) {
    std::vector<ConstantValue> key;
    for (const std::string& name : names) {
        std::optional<ConstantValue> value;
        const syntax::Node* place = row;
        for (const syntax::MappingField* field : row->fields()) {
            const auto* specific = syntax::SpecificField::cast(field);
            if (!specific || fieldName(specific) != name)
                continue;
            place = specific;
            value = fieldConstant(specific);
        }
        if (!value) {
            report(DiagnosticCode::KeyNotConstant, place, {name});
            return std::nullopt;
        }
        key.push_back(*value);
    }
    return key;
}

std::optional<ConstantValue> Checker::fieldConstant(const syntax::SpecificField* field) {
    if (const auto* xml = syntax::XmlTemplateExpr::cast(field->valueExpr()))
        return constantTemplate(xml);
    if (const auto* regExp = syntax::RegExpTemplateExpr::cast(field->valueExpr()))
        return constantTemplate(regExp);
    return constantField(tables(), field);
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

/// Adds a row to the smallest record type that has all rows so far.
void Checker::mergeRow(types::MappingAtomicType& merged, const types::MappingAtomicType& row, bool isFirst,
                       const std::vector<std::string>& keys) {
    for (size_t i = 0; i < row.names.size(); ++i) {
        if (merged.indexOf(row.names[i]))
            continue;
        const bool isKey = std::find(keys.begin(), keys.end(), row.names[i]) != keys.end();
        const SemType others =
            isFirst ? types::neverType : merged.rest.type; // what earlier rows may have there
        const auto place = std::lower_bound(merged.names.begin(), merged.names.end(), row.names[i]);
        const auto index = place - merged.names.begin();
        merged.slots.insert(merged.slots.begin() + index,
                            {others, isKey || (isFirst && row.slots[i].isReadonly)});
        merged.names.insert(place, row.names[i]);
    }
    for (size_t i = 0; i < merged.names.size(); ++i) {
        const types::Slot& slot = row.slotOf(merged.names[i]);
        const bool isKey = std::find(keys.begin(), keys.end(), merged.names[i]) != keys.end();
        merged.slots[i].type = types::unite(m_types, merged.slots[i].type, slot.type);
        merged.slots[i].isReadonly = isKey || (merged.slots[i].isReadonly && slot.isReadonly);
    }
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
        } else if (!types::isReadonlyField(m_types, table.row, names.back())) {
            report(DiagnosticCode::KeyFieldNotReadonly, name, {names.back()});
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

} // namespace barre::model
