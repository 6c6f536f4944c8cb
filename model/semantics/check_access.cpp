// Access to fields, members, attributes; places that can be assigned to.
#include "model/semantics/checker.h"
#include "model/semantics/name_hint.h"

#include <algorithm>

namespace barre::model {

using types::BasicType;
using types::MemberKind;

/// json, maps of it, and errors in their place: access is checked when the program runs.
bool Checker::isLax(SemType type) {
    const SemType value = types::withoutError(m_types, type);
    const SemType json = m_types.jsonType();
    if (isSubtype(value, json) && isSubtype(types::intersect(m_types, json, m_types.readonlyType()), value))
        return true;
    if (!value.within(BasicType::Mapping) || value.isNever())
        return false;
    const std::vector<SemType> maps = types::mappingAlternatives(m_types, value);
    return std::all_of(maps.begin(), maps.end(), [&](const SemType& map) {
        const auto mapping = types::mappingAtomicType(m_types, map);
        return mapping && mapping->names.empty() && isLax(mapping->rest.valueType());
    });
}

/// For a message about a field that there is not.
void Checker::hintAtField(SemType mapping, const std::string& name) {
    NameHint hint(name);
    for (const SemType& alternative : types::mappingAlternatives(m_types, mapping))
        if (const auto atomic = types::mappingAtomicType(m_types, alternative))
            for (const std::string& known : atomic->names)
                hint.offer(known);
    if (const ClassSymbol* object = m_analysis.classOfType(mapping))
        for (const FieldSymbol* field : object->fields)
            hint.offer(field->name);
    const auto atomic = types::mappingAtomicType(m_types, mapping);
    if (atomic && atomic->names.empty())
        return m_analysis.hint("the member of a map is written '[\"" + name + "\"]'");
    m_analysis.hint(hint.text());
}

bool Checker::declaresField(SemType mapping, const std::string& name) {
    return declaredFieldType(mapping, name).has_value();
}

/// What the field is in the members of a union that declare it, if any does.
std::optional<SemType> Checker::declaredFieldType(SemType mapping, const std::string& name) {
    std::optional<SemType> type;
    for (const SemType& alternative : types::mappingAlternatives(m_types, mapping))
        if (const auto atomic = types::mappingAtomicType(m_types, alternative);
            atomic && atomic->indexOf(name))
            type = types::unite(m_types, type.value_or(types::neverType), atomic->slotOf(name).valueType());
    return type;
}

/// A field to be assigned to is declared in every member of a union.
bool Checker::declaresFieldEverywhere(SemType mapping, const std::string& name) {
    const std::vector<SemType> all = types::mappingAlternatives(m_types, mapping);
    return std::all_of(all.begin(), all.end(),
                       [&](const SemType& type) { return declaresField(type, name); });
}

SemType Checker::checkFieldAccess(const syntax::FieldAccessExpr* expr) {
    const SemType container = check(expr->expression());
    if (isPoison(container) || expr->fieldName()->isMissing())
        return poisonType;
    if (container.within(BasicType::Xml) && !container.isNever())
        return xmlAttribute(expr, container, expr->prefix(), expr->fieldName(), false);
    if (container.within(BasicType::Object) && !container.isNever())
        return requireInitialized(expr) ? fieldOfObject(expr, container, expr->fieldName()) : poisonType;
    if (isLax(container))
        return laxField(expr, container, syntax::identifierValue(expr->fieldName()), false);
    return fieldOfMapping(expr, container, expr->fieldName(), false);
}

SemType Checker::checkOptionalFieldAccess(const syntax::OptionalFieldAccessExpr* expr) {
    const SemType container = check(expr->expression());
    if (isPoison(container) || expr->fieldName()->isMissing())
        return poisonType;
    const SemType value = types::withoutNil(container);
    if (value.within(BasicType::Xml) && !value.isNever())
        return xmlAttribute(expr, container, expr->prefix(), expr->fieldName(), true);
    if (isLax(container) || isLax(value))
        return laxField(expr, container, syntax::identifierValue(expr->fieldName()), true);
    return fieldOfMapping(expr, container, expr->fieldName(), true);
}

SemType Checker::fieldOfObject(const syntax::Expression* expr, SemType object, const syntax::Token* token) {
    const std::string name = syntax::identifierValue(token);
    AccessFacts facts;
    facts.container = object;
    facts.name = name;
    facts.kind = AccessKind::ObjectField;
    SemType type = types::objectMemberType(m_types, object, name, MemberKind::Field);
    if (const ClassSymbol* known = m_analysis.classOfType(object)) {
        facts.field = known->field(name);
        facts.method = facts.field ? nullptr : known->method(name);
        const Symbol* member = facts.field ? static_cast<const Symbol*>(facts.field) : facts.method;
        if (member && !isVisible(*member))
            report(DiagnosticCode::PrivateMember, token, {name});
        if (facts.field)
            m_analysis.noteReference(expr, facts.field);
    }
    if (type.isNever()) {
        type = types::objectMemberType(m_types, object, name, MemberKind::Method);
        facts.kind = AccessKind::BoundMethod;
    }
    if (type.isNever()) {
        report(DiagnosticCode::UnknownField, token, {name, text(object)});
        hintAtField(object, name);
        return poisonType;
    }
    tables().accesses[expr] = facts;
    return facts.field && isPoison(facts.field->type) ? poisonType : type;
}

SemType Checker::fieldOfMapping(const syntax::Expression* expr, SemType container, const syntax::Token* token,
                                bool isOptional) {
    const std::string name = syntax::identifierValue(token);
    const SemType mapping = types::partOf(m_types, container, BasicType::Mapping);
    const bool hasNil = types::containsNil(container);
    const SemType allowed =
        isOptional ? types::unite(m_types, types::mappingType, types::nilType) : types::mappingType;
    if (mapping.isNever() || !container.within(allowed.bits())) {
        const bool onlyNil =
            !mapping.isNever() && hasNil && types::withoutNil(container).within(BasicType::Mapping);
        report(onlyNil ? DiagnosticCode::FieldOfOptional : DiagnosticCode::FieldNotAllowed, token,
               {name, text(container)});
        if (name == "length" && langlibFunction(container, name))
            m_analysis.hint("write 'length()'");
        return poisonType;
    }
    AccessFacts facts;
    facts.container = mapping;
    facts.name = name;
    facts.nilLifted = hasNil;
    SemType member = types::mappingMemberTypeAt(m_types, mapping, name);
    const bool isRequired = types::isRequiredField(m_types, mapping, name);
    SemType value = types::diff(m_types, member, types::undefType);
    const std::optional<SemType> declared = isRequired ? value : declaredFieldType(mapping, name);
    if (!declared) {
        report(DiagnosticCode::UnknownField, token, {name, text(mapping)});
        hintAtField(mapping, name);
        return poisonType;
    }
    if (!isRequired && !isOptional && types::containsNil(value)) {
        report(DiagnosticCode::OptionalFieldWithNil, token, {name});
        return poisonType;
    }
    const RecordSymbol* record = m_analysis.recordOfType(mapping);
    const FieldSymbol* field = record ? record->field(name) : nullptr;
    if (field)
        m_analysis.noteReference(expr, field);
    // An open record that does not declare the field could have it with any value. The reference expects that
    // it has not; so does this, and looks when it runs.
    if (!isSubtype(value, *declared)) {
        value = *declared;
        facts.asserted = types::unite(m_types, value, types::nilType);
    }
    facts.kind = isRequired && !isOptional ? AccessKind::RecordField : AccessKind::OptionalField;
    tables().accesses[expr] = facts;
    if (field && isPoison(field->type))
        return poisonType;
    return isRequired && !hasNil ? value : types::unite(m_types, value, types::nilType);
}

SemType Checker::laxField(const syntax::Expression* expr, SemType container, const std::string& name,
                          bool isOptional) {
    AccessFacts facts;
    facts.kind = isOptional ? AccessKind::LaxOptionalField : AccessKind::LaxField;
    facts.container = container;
    facts.name = name;
    facts.nilLifted = isOptional;
    facts.errorLifted = true;
    tables().accesses[expr] = facts;
    const SemType member = memberOfMapping(container);
    SemType type = types::unite(m_types, member, types::errorType);
    if (isOptional) {
        type = types::unite(m_types, member, types::nilType);
        if (!isSubtype(container, types::unite(m_types, types::mappingType, types::nilType)))
            type = types::unite(m_types, type, types::errorType);
    }
    return type;
}

SemType Checker::xmlAttribute(const syntax::Expression* expr, SemType container, const syntax::Token* prefix,
                              const syntax::Token* token, bool isOptional) {
    AccessFacts facts;
    facts.kind = AccessKind::XmlAttribute;
    facts.container = container;
    facts.nilLifted = isOptional;
    facts.name = syntax::identifierValue(token);
    if (prefix) {
        if (const XmlNamespaceSymbol* xmlns = namespaceOf(prefix)) {
            facts.name = "{" + xmlns->uri + "}" + facts.name;
        } else {
            const Symbol* constant = m_analysis.lookUp(m_analysis.module(), m_file, prefix, token);
            if (!constant)
                return poisonType;
            m_analysis.resolve(constant);
            const auto* known = as<ConstantSymbol>(constant);
            const std::string* name = known ? known->value.get<std::string>() : nullptr;
            if (!name)
                return wrong(DiagnosticCode::NotAnXmlName, expr);
            facts.name = *name;
        }
    }
    tables().accesses[expr] = facts;
    const SemType result = types::unite(m_types, types::stringType, types::errorType);
    return isOptional ? types::unite(m_types, result, types::nilType) : result;
}

SemType Checker::checkAnnotAccess(const syntax::AnnotAccessExpr* expr) {
    const SemType type = check(expr->expression());
    const AnnotationSymbol* annotation = m_analysis.lookUpAnnotation(m_file, expr->annotTagReference());
    if (isPoison(type) || !annotation)
        return poisonType;
    m_analysis.noteReference(expr->annotTagReference(), annotation);
    if (!require(expr->expression(), type, types::typedescType))
        return poisonType;
    AccessFacts facts;
    facts.kind = AccessKind::Annotation;
    facts.container = type;
    facts.name = annotation->id.path;
    tables().accesses[expr] = facts;
    return unite(annotation->type, types::nilType);
}

// Members
// ------------------------------------------------------------------------------------------------------

SemType Checker::checkMemberAccess(const syntax::MemberAccessExpr* expr) {
    const SemType container = check(expr->containerExpression());
    if (isPoison(container)) {
        for (const syntax::Expression* key : expr->keyExpressions())
            check(key);
        return poisonType;
    }
    return memberOf(expr, container);
}

SemType Checker::memberOf(const syntax::MemberAccessExpr* expr, SemType container) {
    if (container.within(BasicType::Table) && !container.isNever())
        return tableMember(expr, container);
    if (expr->keyExpressions().size() != 1) {
        for (const syntax::Expression* key : expr->keyExpressions())
            check(key);
        return wrong(DiagnosticCode::SeveralKeys, expr, {text(container)});
    }
    const syntax::Expression* key = expr->keyExpressions().front();
    AccessFacts facts;
    facts.container = types::withoutNil(container);
    const SemType value = facts.container;
    const auto isOf = [&](BasicType type) { return container.within(type) && !container.isNever(); };
    if (isOf(BasicType::String) || isOf(BasicType::Xml) || isOf(BasicType::List)) {
        const SemType keyType = checkAs(key, types::intType);
        facts.kind = isOf(BasicType::String) ? AccessKind::StringMember
                     : isOf(BasicType::Xml)  ? AccessKind::XmlMember
                                             : AccessKind::ListMember;
        tables().accesses[expr] = facts;
        if (isPoison(keyType))
            return poisonType;
        if (facts.kind == AccessKind::StringMember)
            return types::charType(m_types);
        if (facts.kind == AccessKind::XmlMember)
            return types::unite(m_types, types::xmlItemTypes(m_types, container),
                                types::xmlEmptyType(m_types));
        const SemType member = types::listMemberType(m_types, container, keyType);
        const std::optional<types::SingleValue> index = valueOf(keyType);
        const bool isFixed = types::listLengthBounds(m_types, container).max.has_value();
        const bool isNegative = index && std::get<int64_t>(*index) < 0; // panics when the program runs
        if (member.isNever() && index && (isFixed || !isNegative))
            return wrong(DiagnosticCode::IndexOutOfRange, key, {text(container)});
        return member.isNever() ? types::listAllMemberTypes(m_types, container) : member;
    }
    if (value.isNever() || !value.within(BasicType::Mapping)) {
        check(key);
        report(DiagnosticCode::MemberNotAllowed, expr, {text(container)});
        const auto* literal = syntax::BasicLiteral::cast(key);
        const std::string name = literal ? syntax::stringLiteralValue(literal->literal()) : "";
        if (isLax(container) && !name.empty())
            m_analysis.hint("write 'check value." + name + "'");
        return poisonType;
    }
    const SemType keyType = checkAs(key, types::stringType);
    if (isPoison(keyType))
        return poisonType;
    facts.kind = AccessKind::MappingMember;
    facts.nilLifted = types::containsNil(container);
    tables().accesses[expr] = facts;
    const SemType member = types::mappingMemberType(m_types, value, keyType);
    const SemType present = types::diff(m_types, member, types::undefType);
    const auto mapping = types::mappingAtomicType(m_types, value);
    if (present.isNever() && mapping && !mapping->names.empty())
        return wrong(DiagnosticCode::UnknownKey, key, {text(value)});
    const bool mayLack = member.has(BasicType::Undef) || facts.nilLifted;
    return mayLack ? types::unite(m_types, present, types::nilType) : present;
}

SemType Checker::tableMember(const syntax::MemberAccessExpr* expr, SemType container) {
    AccessFacts facts;
    facts.kind = AccessKind::TableMember;
    facts.container = container;
    tables().accesses[expr] = facts;
    const auto table = types::tableAtomicType(m_types, container);
    const auto keys = expr->keyExpressions();
    if (table && (!table->keyType || table->keyType->isNever())) {
        for (const syntax::Expression* key : keys)
            check(key);
        return wrong(DiagnosticCode::KeylessTable, expr, {text(container)});
    }
    std::optional<SemType> keyType = table ? table->keyType : std::nullopt;
    for (size_t i = 0; i < keys.size(); ++i) {
        const SemType expected = !keyType          ? m_types.anydataType()
                                 : keys.size() > 1 ? types::listMemberTypeAt(m_types, *keyType, i)
                                                   : *keyType;
        checkAs(keys[i], expected);
    }
    return types::unite(m_types, types::tableRowType(m_types, container), types::nilType);
}

// XML
// ----------------------------------------------------------------------------------------------------------

void Checker::checkXmlNamePattern(syntax::SeparatedNodeList<syntax::XmlAtomicNamePattern> pattern) {
    for (const syntax::XmlAtomicNamePattern* name : pattern) {
        if (!name->prefix())
            continue;
        const std::string prefix = syntax::identifierValue(name->prefix());
        if (const XmlNamespaceSymbol* symbol = namespaceOf(name->prefix()))
            m_analysis.noteReference(name, symbol);
        else
            report(DiagnosticCode::UnknownPrefix, name->prefix(), {prefix});
    }
}

SemType Checker::checkXmlFilter(const syntax::XmlFilterExpr* expr) {
    const SemType type = checkAs(expr->expression(), types::xmlType);
    checkXmlNamePattern(expr->xmlNamePattern());
    return isPoison(type) ? type
                          : types::xmlOf(m_types, types::xmlItemType(m_types, types::XmlItem::Element));
}

SemType Checker::checkXmlStep(const syntax::XmlStepExpr* expr) {
    const SemType type = checkAs(expr->expression(), types::xmlType);
    SemType result = types::xmlOf(m_types, types::xmlItemType(m_types, types::XmlItem::Element));
    if (const auto* children = syntax::XmlElementChildrenStep::cast(expr->xmlStepStart()))
        checkXmlNamePattern(children->xmlNamePattern());
    else if (const auto* descendants = syntax::XmlElementDescendantsStep::cast(expr->xmlStepStart()))
        checkXmlNamePattern(descendants->xmlNamePattern());
    else
        result = types::xmlType;
    for (const syntax::XmlStepExtend* extend : expr->xmlStepExtends()) {
        if (const auto* filter = syntax::XmlStepFilterExtend::cast(extend)) {
            checkXmlNamePattern(filter->xmlNamePattern());
            result = types::xmlOf(m_types, types::xmlItemType(m_types, types::XmlItem::Element));
        } else if (const auto* member = syntax::XmlStepMemberExtend::cast(extend)) {
            checkAs(member->expression(), types::intType);
        } else if (const auto* call = syntax::XmlStepMethodCallExtend::cast(extend)) {
            // The call stands for its receiver, too: what the step has come to so far.
            result = callLanglib(call, result, call->methodName(), call, call->argList(), nullptr);
            if (isPoison(result))
                return result;
            if (!isSubtype(result, types::xmlType))
                return wrong(DiagnosticCode::IncompatibleTypes, call, {"xml", text(result)});
        }
    }
    return isPoison(type) ? type : result;
}

// Places
// -------------------------------------------------------------------------------------------------------

SemType Checker::checkPlace(const syntax::Expression* lvexpr, bool isCompound) {
    if (const auto* inner = syntax::ParenthesizedExpr::cast(lvexpr))
        return checkPlace(inner->expression(), isCompound);
    if (const auto* variable = syntax::VariableReferenceExpr::cast(lvexpr))
        return variablePlace(variable, isCompound);
    if (const auto* field = syntax::FieldAccessExpr::cast(lvexpr))
        return fieldPlace(field, isCompound);
    if (const auto* member = syntax::MemberAccessExpr::cast(lvexpr))
        return memberPlace(member, isCompound);
    return poisonType; // the parser has said that this is no place
}

/// A variable: the container of a store, or the target of a compound assignment.
SemType Checker::variablePlace(const syntax::VariableReferenceExpr* expr, bool) {
    const SemType type = check(expr);
    const auto* variable = as<VariableSymbol>(tables().symbolOf[expr]);
    return isPoison(type) || !variable ? poisonType : variable->type;
}

SemType Checker::fieldPlace(const syntax::FieldAccessExpr* expr, bool isCompound) {
    const SemType container = checkContainer(expr->expression());
    const syntax::Token* token = expr->fieldName();
    const std::string name = syntax::identifierValue(token);
    if (isPoison(container) || token->isMissing())
        return poisonType;
    if (container.within(BasicType::Object) && !container.isNever()) {
        const SemType type = fieldOfObject(expr, container, token);
        if (isPoison(type))
            return type;
        const AccessFacts& facts = tables().accesses[expr];
        if (facts.kind == AccessKind::BoundMethod)
            return wrong(DiagnosticCode::NotAssignable, expr, {name});
        const auto object = types::objectAtomicType(m_types, container);
        const types::ObjectMember* member = object ? object->field(name) : nullptr;
        const bool isFinal = (facts.field && facts.field->isFinal) || (member && member->isFinal);
        if (isFinal && (isCompound || !mayInitialize(expr)))
            return wrong(DiagnosticCode::AssignToFinal, expr, {name});
        if (isCompound && !requireInitialized(expr))
            return poisonType;
        tables().types[expr] = type;
        return type;
    }
    if (!container.within(BasicType::Mapping) || container.isNever()) {
        report(DiagnosticCode::FieldNotAllowed, token, {name, text(container)});
        return poisonType;
    }
    const SemType member = types::mappingMemberTypeAt(m_types, container, name);
    const SemType value = types::diff(m_types, member, types::undefType);
    const bool isRequired = types::isRequiredField(m_types, container, name);
    if (value.isNever() || (!isRequired && isCompound) || !declaresFieldEverywhere(container, name)) {
        report(DiagnosticCode::UnknownField, token, {name, text(container)});
        hintAtField(container, name);
        return poisonType;
    }
    const auto mapping = types::mappingAtomicType(m_types, container);
    if ((mapping && mapping->slotOf(name).isReadonly) || isSubtype(container, m_types.readonlyType()))
        return wrong(DiagnosticCode::AssignToReadonly, expr, {name});
    AccessFacts facts;
    facts.kind = isRequired ? AccessKind::RecordField : AccessKind::OptionalField;
    facts.container = container;
    facts.name = name;
    facts.fills = true;
    tables().accesses[expr] = facts;
    tables().types[expr] = value;
    const std::vector<SemType> alternatives = types::mappingAlternatives(m_types, container);
    const bool removable = !isCompound && std::ranges::none_of(alternatives, [&](const SemType& each) {
        return types::isRequiredField(m_types, each, name);
    });
    return removable ? types::unite(m_types, value, types::nilType) : value;
}

SemType Checker::memberPlace(const syntax::MemberAccessExpr* expr, bool isCompound) {
    const SemType container = checkContainer(expr->containerExpression());
    if (isPoison(container)) {
        for (const syntax::Expression* key : expr->keyExpressions())
            check(key);
        return poisonType;
    }
    if (!container.isNever() && isSubtype(container, m_types.readonlyType())) {
        check(expr->keyExpressions().front());
        return wrong(DiagnosticCode::AssignToReadonly, expr, {text(container)});
    }
    constexpr uint32_t unassignable =
        types::bitOf(BasicType::String) | types::bitOf(BasicType::Xml) | types::bitOf(BasicType::Table);
    if (!container.isNever() && container.within(unassignable)) {
        for (const syntax::Expression* key : expr->keyExpressions())
            check(key);
        return wrong(DiagnosticCode::MemberNotAssignable, expr, {text(container)});
    }
    if (types::containsNil(container) && !types::withoutNil(container).isNever()) {
        check(expr->keyExpressions().front());
        return wrong(DiagnosticCode::MemberNotAllowed, expr, {text(container)});
    }
    const SemType member = memberOf(expr, container);
    if (isPoison(member))
        return member;
    AccessFacts& facts = tables().accesses[expr];
    facts.fills = true;
    tables().types[expr] = member;
    if (isCompound || facts.kind == AccessKind::ListMember)
        return member;
    const SemType keyType = tables().types[expr->keyExpressions().front()];
    const SemType stored = types::mappingMemberType(m_types, facts.container, keyType);
    const std::optional<types::SingleValue> key = valueOf(keyType);
    const auto* name = key ? std::get_if<std::string>(&*key) : nullptr;
    const bool isRemovable =
        stored.has(BasicType::Undef) && name && declaresFieldEverywhere(facts.container, *name);
    const SemType present = types::diff(m_types, stored, types::undefType);
    return isRemovable ? types::unite(m_types, present, types::nilType) : present;
}

/// The container of a store is a place itself: what is missing on the way is filled in.
SemType Checker::checkContainer(const syntax::Expression* expr) {
    if (const auto* inner = syntax::ParenthesizedExpr::cast(expr))
        return checkContainer(inner->expression());
    SemType type = poisonType;
    if (const auto* member = syntax::MemberAccessExpr::cast(expr)) {
        const SemType container = checkContainer(member->containerExpression());
        type = isPoison(container) ? poisonType : memberOf(member, container);
        if (isPoison(type))
            return type;
        if (container.within(BasicType::Table))
            return wrong(DiagnosticCode::MemberNotAssignable, member, {text(container)});
        AccessFacts& facts = tables().accesses[expr];
        facts.fills = true;
        if (facts.kind == AccessKind::MappingMember && !facts.nilLifted) {
            const SemType key = tables().types[member->keyExpressions().front()];
            type = types::diff(m_types, types::mappingMemberType(m_types, container, key), types::undefType);
        }
    } else if (const auto* field = syntax::FieldAccessExpr::cast(expr)) {
        const SemType container = checkContainer(field->expression());
        if (isPoison(container) || field->fieldName()->isMissing())
            return poisonType;
        if (container.within(BasicType::Object) && !container.isNever())
            type =
                requireInitialized(field) ? fieldOfObject(field, container, field->fieldName()) : poisonType;
        else
            type = fieldOfMapping(field, container, field->fieldName(), false);
        if (isPoison(type))
            return type;
        AccessFacts& facts = tables().accesses[expr];
        facts.fills = true;
        if (facts.kind == AccessKind::OptionalField && !facts.nilLifted)
            type = types::withoutNil(type);
    } else {
        return check(expr);
    }
    tables().types[expr] = type;
    return type;
}

} // namespace barre::model
