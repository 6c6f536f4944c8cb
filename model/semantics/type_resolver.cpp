#include "model/semantics/type_resolver.h"

#include "model/semantics/checker.h"

namespace barre::model {

using syntax::NodeKind;
using syntax::TokenKind;
using types::BasicType;
using types::Placeholder;

SemType TypeResolver::resolve(const syntax::TypeDesc* desc) {
    const SemType type = build(desc);
    if (records())
        m_analysis.tables().descriptors[desc] = type;
    return type;
}

template<class Build>
SemType TypeResolver::structural(BasicType kind, Build build) {
    if (!m_analysis.isDeferring() || m_bindings)
        return build(nullptr, nullptr);
    const Placeholder placeholder = types().env().declare(kind);
    TypeResolver later = *this;
    m_analysis.defer([later, placeholder, build]() mutable { build(&placeholder, &later); });
    return placeholder.type;
}

SemType TypeResolver::build(const syntax::TypeDesc* desc) {
    switch (desc->kind()) {
    case NodeKind::BuiltinTypeDesc: return builtin(syntax::BuiltinTypeDesc::cast(desc));
    case NodeKind::NilTypeDesc: return types::nilType;
    case NodeKind::TypeReference: return reference(syntax::TypeReference::cast(desc));
    case NodeKind::ParenthesizedTypeDesc:
        return resolve(syntax::ParenthesizedTypeDesc::cast(desc)->typeDescriptor());
    case NodeKind::ArrayTypeDesc: return array(syntax::ArrayTypeDesc::cast(desc), 0);
    case NodeKind::TupleTypeDesc: return tuple(syntax::TupleTypeDesc::cast(desc));
    case NodeKind::MapTypeDesc: return mapping(syntax::MapTypeDesc::cast(desc));
    case NodeKind::RecordTypeDesc: return record(syntax::RecordTypeDesc::cast(desc));
    case NodeKind::TableTypeDesc: return table(syntax::TableTypeDesc::cast(desc));
    case NodeKind::XmlTypeDesc: return xml(syntax::XmlTypeDesc::cast(desc));
    case NodeKind::ErrorTypeDesc: return error(syntax::ErrorTypeDesc::cast(desc));
    case NodeKind::StreamTypeDesc: return stream(syntax::StreamTypeDesc::cast(desc));
    case NodeKind::FutureTypeDesc: return future(syntax::FutureTypeDesc::cast(desc));
    case NodeKind::TypedescTypeDesc: return typedescOf(syntax::TypedescTypeDesc::cast(desc));
    case NodeKind::FunctionTypeDesc: return function(syntax::FunctionTypeDesc::cast(desc));
    case NodeKind::ObjectTypeDesc: return object(syntax::ObjectTypeDesc::cast(desc));
    case NodeKind::SingletonTypeDesc: return singleton(syntax::SingletonTypeDesc::cast(desc));
    case NodeKind::DistinctTypeDesc: return distinct(syntax::DistinctTypeDesc::cast(desc));
    case NodeKind::UnionTypeDesc: return unionOf(syntax::UnionTypeDesc::cast(desc));
    case NodeKind::IntersectionTypeDesc: return intersection(syntax::IntersectionTypeDesc::cast(desc));
    case NodeKind::OptionalTypeDesc: {
        const SemType type = resolve(syntax::OptionalTypeDesc::cast(desc)->typeDescriptor());
        return isPoison(type) ? type : types::unite(types(), type, types::nilType);
    }
    case NodeKind::VarTypeDesc: m_analysis.report(DiagnosticCode::VarNotAllowed, desc); return poisonType;
    default: return poisonType; // missing: the parser has said so
    }
}

SemType TypeResolver::builtin(const syntax::BuiltinTypeDesc* desc) {
    switch (desc->name()->kind()) {
    case TokenKind::BooleanKeyword: return types::booleanType;
    case TokenKind::IntKeyword: return types::intType;
    case TokenKind::FloatKeyword: return types::floatType;
    case TokenKind::DecimalKeyword: return types::decimalType;
    case TokenKind::StringKeyword: return types::stringType;
    case TokenKind::ByteKeyword: return types::byteType(types());
    case TokenKind::JsonKeyword: return types().jsonType();
    case TokenKind::AnyKeyword: return types::anyType;
    case TokenKind::AnydataKeyword: return types().anydataType();
    case TokenKind::NeverKeyword: return types::neverType;
    case TokenKind::ReadonlyKeyword: return types().readonlyType();
    case TokenKind::HandleKeyword: return types::handleType;
    case TokenKind::NullKeyword: return types::nilType;
    default: return poisonType;
    }
}

SemType TypeResolver::reference(const syntax::TypeReference* desc) {
    if (!desc->prefix()) {
        const std::string name = syntax::identifierValue(desc->name());
        if (m_bindings)
            if (const auto bound = m_bindings->find(name); bound != m_bindings->end())
                return bound->second;
        if (m_dependent)
            for (const Parameter& param : m_dependent->params)
                if (param.name == name && !name.empty())
                    return describedBy(param);
    }
    const Symbol* symbol = m_analysis.lookUp(m_module, m_file, desc->prefix(), desc->name());
    if (!symbol)
        return poisonType;
    if (records())
        m_analysis.noteReference(desc, symbol);
    return typeOfSymbol(symbol, desc);
}

/// What a typedesc parameter describes at most: as it is written, because the type itself cannot be looked
/// into while the class of a method is being defined.
SemType TypeResolver::describedBy(const Parameter& param) {
    const auto* desc =
        syntax::TypedescTypeDesc::cast(paramDescriptor(static_cast<const syntax::Param*>(param.decl)));
    if (desc && desc->typeParameter())
        return build(desc->typeParameter()->typeDescriptor());
    return desc ? types::valueType : types::typedescDescribedType(types(), param.type);
}

SemType TypeResolver::typeOfSymbol(const Symbol* symbol, const syntax::TypeReference* desc) {
    if (const auto* type = as<TypeSymbol>(symbol)) {
        return type->module == &m_analysis.module() ? m_analysis.typeOfTypeSymbol(*type) : type->type;
    }
    m_analysis.resolve(symbol);
    if (const auto* object = as<ClassSymbol>(symbol))
        return object->type;
    if (const auto* enumeration = as<EnumSymbol>(symbol))
        return enumeration->type;
    if (const auto* constant = as<ConstantSymbol>(symbol))
        return constant->type;
    m_analysis.report(DiagnosticCode::NotAType, desc, {symbol->name});
    return poisonType;
}

// Lists
// --------------------------------------------------------------------------------------------------------

bool TypeResolver::arrayLength(const syntax::Expression* length, uint64_t& result) {
    if (syntax::is<syntax::InferredArrayLength>(length)) {
        const std::optional<uint64_t> inferred = m_inferredLength ? m_inferredLength() : std::nullopt;
        if (!inferred) {
            m_analysis.report(DiagnosticCode::InferredLengthNotAllowed, length);
            return false;
        }
        result = *inferred;
        return true;
    }
    const std::optional<types::SingleValue> value =
        evaluateConstant(m_analysis, m_module, m_file, length, types::intType);
    if (!value)
        return false;
    const int64_t* number = std::get_if<int64_t>(&*value);
    if (!number || *number < 0 || *number > 0x7fffffff) {
        m_analysis.report(DiagnosticCode::InvalidArrayLength, length);
        return false;
    }
    result = uint64_t(*number);
    return true;
}

SemType TypeResolver::array(const syntax::ArrayTypeDesc* desc, size_t dimension) {
    const auto dimensions = desc->dimensions();
    if (dimension == dimensions.size())
        return resolve(desc->memberTypeDescriptor());
    const syntax::Expression* length = dimensions[dimension]->arrayLength();
    uint64_t fixed = 0;
    if (length && !arrayLength(length, fixed))
        return poisonType;
    return structural(BasicType::List, [this, desc, dimension, isFixed = length != nullptr,
                                        fixed](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        const SemType member = self.array(desc, dimension + 1);
        if (!placeholder && isPoison(member))
            return poisonType;
        types::ListAtomicType list;
        if (isFixed && fixed > 0) {
            list.initial = {{sane(member)}};
            list.fixedLength = fixed;
        } else if (!isFixed) {
            list.rest = {sane(member)};
        }
        return types::listOf(self.types(), std::move(list), placeholder);
    });
}

SemType TypeResolver::tuple(const syntax::TupleTypeDesc* desc) {
    return structural(BasicType::List, [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        types::ListAtomicType list;
        bool poisoned = false;
        for (const syntax::Node* member : desc->members()) {
            const auto* rest = syntax::TupleRestDescriptor::cast(member);
            const auto* single = syntax::MemberTypeDescriptor::cast(member);
            const SemType type = self.resolve(rest ? rest->typeDescriptor() : single->typeDescriptor());
            poisoned = poisoned || isPoison(type);
            if (rest)
                list.rest = {sane(type)};
            else
                list.initial.push_back({sane(type)});
        }
        list.fixedLength = list.initial.size();
        if (!placeholder && poisoned)
            return poisonType;
        return types::listOf(self.types(), std::move(list), placeholder);
    });
}

// Mappings and tables
// ------------------------------------------------------------------------------------------

SemType TypeResolver::mapping(const syntax::MapTypeDesc* desc) {
    return structural(BasicType::Mapping, [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        const SemType member = self.resolve(desc->typeParameter()->typeDescriptor());
        if (!placeholder && isPoison(member))
            return poisonType;
        return types::mapOf(self.types(), sane(member), placeholder);
    });
}

SemType TypeResolver::record(const syntax::RecordTypeDesc* desc) {
    if (records())
        return m_analysis.recordOf(desc, m_file).type;
    const RecordSymbol* known = as<RecordSymbol>(m_analysis.tables().symbolOf[desc]);
    if (known)
        return known->type;
    types::MappingAtomicType mapping;
    for (const syntax::RecordMember* member : desc->fields())
        if (const auto* field = syntax::IndividualFieldDescriptor::cast(member)) {
            SemType type = sane(resolve(field->typeDescriptor()));
            if (field->readonlyKeyword())
                type = types::intersect(types(), type, types().readonlyType());
            if (field->questionMark())
                type.all |= types::undefType.all;
            mapping.names.push_back(syntax::identifierValue(field->name()));
            mapping.slots.push_back({type, field->readonlyKeyword() != nullptr});
        }
    const bool isOpen = desc->openBrace()->kind() == TokenKind::OpenBrace;
    mapping.rest = {isOpen ? types().anydataType() : types::neverType};
    mapping.rest.type.all |= types::undefType.all;
    return types::mappingOf(types(), std::move(mapping));
}

const syntax::TypeDesc* paramDescriptor(const syntax::Param* param) {
    if (const auto* required = syntax::RequiredParam::cast(param))
        return required->typeDescriptor();
    if (const auto* defaultable = syntax::DefaultableParam::cast(param))
        return defaultable->typeDescriptor();
    if (const auto* included = syntax::IncludedRecordParam::cast(param))
        return included->typeReference();
    const auto* rest = syntax::RestParam::cast(param);
    return rest ? rest->typeDescriptor() : nullptr;
}

namespace {

/// A test may ask for a type of which there can be no table.
bool isTested(const syntax::Node* place) {
    while (place && !syntax::is<syntax::IsExpr>(place))
        place = place->parent();
    return place;
}

/// The type of one field of the key.
SemType keyField(ModuleAnalysis& analysis, const syntax::Node* place, const std::string& name, SemType row) {
    types::TypeContext& context = analysis.types();
    const SemType type = types::undefToNil(types::mappingMemberTypeAt(context, row, name));
    if (isTested(place))
        return type;
    if (!types::isRequiredField(context, row, name))
        analysis.report(DiagnosticCode::KeyFieldNotRequired, place, {name});
    else if (!types::isReadonlyField(context, row, name))
        analysis.report(DiagnosticCode::KeyFieldNotReadonly, place, {name});
    else if (!types::isSubtype(context, type, context.anydataType()))
        analysis.report(DiagnosticCode::KeyFieldNotAnydata, place, {name});
    return type;
}

/// The key type that the named fields of the row give.
void keyFields(ModuleAnalysis& analysis, const syntax::KeySpecifier* keys, types::TableAtomicType& table) {
    std::vector<std::string> names;
    std::vector<SemType> keyTypes;
    for (const syntax::IdentifierName* name : keys->fieldNames()) {
        names.push_back(syntax::identifierValue(name->name()));
        keyTypes.push_back(keyField(analysis, name, names.back(), table.row));
    }
    table.keyType = keyTypes.empty()       ? types::neverType
                    : keyTypes.size() == 1 ? keyTypes.front()
                                           : types::tupleOf(analysis.types(), keyTypes);
    table.keyFields = std::move(names);
}

} // namespace

SemType TypeResolver::table(const syntax::TableTypeDesc* desc) {
    const auto define = [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        types::TableAtomicType table;
        table.row = self.resolve(desc->rowTypeParameter()->typeDescriptor());
        if (isPoison(table.row)) {
            if (!placeholder)
                return poisonType;
            table.row = types::mappingType;
        }
        if (const auto* constraint = syntax::KeyTypeConstraint::cast(desc->keyConstraint()))
            table.keyType = sane(self.resolve(constraint->typeParameter()->typeDescriptor()));
        auto finish = [desc, table, self](const Placeholder* target) mutable {
            if (!table.row.within(BasicType::Mapping)) {
                self.m_analysis.report(DiagnosticCode::TableRowNotMapping, desc->rowTypeParameter());
                table.row = types::mappingType;
            }
            if (const auto* keys = syntax::KeySpecifier::cast(desc->keyConstraint()))
                keyFields(self.m_analysis, keys, table);
            return types::tableOf(self.types(), table, target);
        };
        if (!placeholder)
            return finish(nullptr);
        self.m_analysis.deferCompletion(
            [finish, placeholder = *placeholder]() mutable { finish(&placeholder); });
        return placeholder->type;
    };
    return structural(BasicType::Table, define);
}

// The rest
// -----------------------------------------------------------------------------------------------------

SemType TypeResolver::xml(const syntax::XmlTypeDesc* desc) {
    if (!desc->typeParameter())
        return types::xmlType;
    const SemType item = resolve(desc->typeParameter()->typeDescriptor());
    if (isPoison(item))
        return poisonType;
    if (!item.within(BasicType::Xml)) {
        m_analysis.report(DiagnosticCode::TypeParameterOutOfBounds, desc->typeParameter(), {"xml"});
        return poisonType;
    }
    return types::xmlOf(types(), item);
}

SemType TypeResolver::error(const syntax::ErrorTypeDesc* desc) {
    if (!desc->typeParameter())
        return types::errorType;
    const SemType detail = resolve(desc->typeParameter()->typeDescriptor());
    if (isPoison(detail))
        return poisonType;
    if (!detail.within(BasicType::Mapping)) {
        m_analysis.report(DiagnosticCode::TypeParameterOutOfBounds, desc->typeParameter(),
                          {"map<value:Cloneable>"});
        return poisonType;
    }
    const SemType type = types::errorOf(types(), detail);
    if (records())
        if (const RecordSymbol* record = m_analysis.recordOfType(detail))
            m_analysis.deferQuestion([&analysis = m_analysis, type, record] {
                analysis.tables().recordOfType.emplace(types::errorDetailType(analysis.types(), type),
                                                       record);
            });
    return type;
}

SemType TypeResolver::stream(const syntax::StreamTypeDesc* desc) {
    if (!desc->typeParameters())
        return types::streamOf(types(), types::valueType,
                               types::unite(types(), types::errorType, types::nilType));
    return structural(BasicType::Stream, [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        const auto* params = desc->typeParameters();
        const SemType value = self.resolve(params->valueTypeDescriptor());
        const SemType completion = params->completionTypeDescriptor()
                                       ? self.resolve(params->completionTypeDescriptor())
                                       : types::nilType;
        if (!placeholder && (isPoison(value) || isPoison(completion)))
            return poisonType;
        const bool canEnd = completion.isNever() || completion.has(BasicType::Nil) ||
                            completion.has(BasicType::Error) || isPoison(completion);
        if (self.records() && !canEnd)
            self.m_analysis.report(DiagnosticCode::StreamCompletion, params->completionTypeDescriptor(),
                                   {self.m_analysis.text(completion)});
        return types::streamOf(self.types(), sane(value), sane(completion), placeholder);
    });
}

SemType TypeResolver::future(const syntax::FutureTypeDesc* desc) {
    if (!desc->typeParameter())
        return types::futureType;
    return structural(BasicType::Future, [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        const SemType value = self.resolve(desc->typeParameter()->typeDescriptor());
        return types::futureOf(self.types(), sane(value), placeholder);
    });
}

SemType TypeResolver::typedescOf(const syntax::TypedescTypeDesc* desc) {
    if (!desc->typeParameter())
        return types::typedescType;
    return structural(BasicType::Typedesc, [this, desc](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        const SemType value = self.resolve(desc->typeParameter()->typeDescriptor());
        return types::typedescOf(self.types(), sane(value), placeholder);
    });
}

SemType TypeResolver::function(const syntax::FunctionTypeDesc* desc) {
    const bool isIsolated = syntax::hasQualifier(desc, TokenKind::IsolatedKeyword);
    if (!desc->functionSignature())
        return isIsolated ? types::isolatedFunctionType(types()) : types::functionType;
    if (records())
        m_analysis.noteDefaults(desc);
    const auto define = [this, desc, isIsolated](const Placeholder* placeholder, TypeResolver* later) {
        TypeResolver& self = later ? *later : *this;
        types::FunctionSignature signature;
        for (const syntax::Param* param : desc->functionSignature()->params())
            if (const auto* rest = syntax::RestParam::cast(param))
                signature.rest = sane(self.resolve(rest->typeDescriptor()));
            else
                signature.params.push_back(sane(self.resolve(paramDescriptor(param))));
        const auto* returns = desc->functionSignature()->returnTypeDescriptor();
        signature.returns = returns ? sane(self.resolve(returns->typeDescriptor())) : types::nilType;
        signature.isIsolated = isIsolated;
        signature.isTransactional = syntax::hasQualifier(desc, TokenKind::TransactionalKeyword);
        return types::functionOf(self.types(), signature, placeholder);
    };
    return structural(BasicType::Function, define);
}

SemType TypeResolver::object(const syntax::ObjectTypeDesc* desc) {
    if (!records())
        return boundObject(desc);
    ClassSymbol& object = m_analysis.objectTypeOf(desc, m_file);
    m_analysis.resolveClass(object);
    return object.type;
}

/// An object type inside the generic signature of a library function.
SemType TypeResolver::boundObject(const syntax::ObjectTypeDesc* desc) {
    types::ObjectAtomicType object;
    for (const syntax::ObjectMember* member : desc->members()) {
        const auto* method = syntax::FunctionLike::cast(member);
        if (!method)
            continue;
        types::FunctionSignature signature;
        for (const syntax::Param* param : method->functionSignature()->params())
            signature.params.push_back(sane(resolve(paramDescriptor(param))));
        const auto* returns = method->functionSignature()->returnTypeDescriptor();
        signature.returns = returns ? sane(resolve(returns->typeDescriptor())) : types::nilType;
        signature.isIsolated = syntax::hasQualifier(member, TokenKind::IsolatedKeyword);
        object.members.push_back({syntax::identifierValue(method->name()), types::MemberKind::Method,
                                  types::functionOf(types(), signature), true});
    }
    return types::objectOf(types(), object);
}

SemType TypeResolver::singleton(const syntax::SingletonTypeDesc* desc) {
    const std::optional<types::SingleValue> value =
        evaluateConstant(m_analysis, m_module, m_file, desc->simpleConstExpr(), std::nullopt);
    return value ? types::singletonType(types(), *value) : poisonType;
}

SemType TypeResolver::distinct(const syntax::DistinctTypeDesc* desc) {
    const SemType type = resolve(desc->typeDescriptor());
    if (isPoison(type))
        return type;
    if (!type.within(types::bitOf(BasicType::Error) | types::bitOf(BasicType::Object))) {
        m_analysis.report(DiagnosticCode::DistinctNotAllowed, desc);
        return type;
    }
    if (!types::isDefinite(type)) { // published packages have it, and mean the union itself
        m_analysis.report(DiagnosticCode::DistinctOfUnion, desc);
        return type;
    }
    const SemType result = types::distinctOf(types(), type, m_analysis.distinctIdOf(m_module, desc));
    if (records())
        if (const ClassSymbol* object = m_analysis.classOfType(type))
            m_analysis.tables().classOfType.emplace(result, object);
    return result;
}

SemType TypeResolver::unionOf(const syntax::UnionTypeDesc* desc) {
    const SemType left = resolve(desc->left());
    const SemType right = resolve(desc->right());
    return isPoison(left) || isPoison(right) ? poisonType : types::unite(types(), left, right);
}

SemType TypeResolver::intersection(const syntax::IntersectionTypeDesc* desc) {
    const SemType left = resolve(desc->left());
    const SemType right = resolve(desc->right());
    if (isPoison(left) || isPoison(right))
        return poisonType;
    const SemType type = types::intersect(types(), left, right);
    if (type.isNever() && !left.isNever() && !right.isNever() && records()) {
        m_analysis.report(DiagnosticCode::EmptyIntersection, desc);
        return poisonType;
    }
    if (records())
        m_analysis.noteIntersection(desc, left, right, type);
    return type;
}

} // namespace barre::model
