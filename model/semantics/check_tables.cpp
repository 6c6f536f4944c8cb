// Table constructors: the row type and the key come from what is expected, or from the rows.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

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

} // namespace barre::model
