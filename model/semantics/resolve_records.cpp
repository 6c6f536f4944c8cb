// Record type descriptors: fields, defaults, inclusions.
#include "model/semantics/type_resolver.h"

#include <algorithm>

namespace barre::model {

using syntax::TokenKind;

namespace {

types::MappingAtomicType mappingOfRecord(const RecordSymbol& record) {
    types::MappingAtomicType mapping;
    for (const FieldSymbol* field : record.fields) {
        SemType type = sane(field->type);
        if (field->isOptional)
            type.all |= types::undefType.all;
        mapping.names.push_back(field->name);
        mapping.slots.push_back({type, field->isFinal});
    }
    mapping.rest = {record.rest};
    mapping.rest.type.all |= types::undefType.all;
    return mapping;
}

void addField(RecordSymbol& record, const FieldSymbol* field) {
    const auto same = [&](const FieldSymbol* other) { return other->name == field->name; };
    const auto known = std::find_if(record.fields.begin(), record.fields.end(), same);
    if (known == record.fields.end())
        record.fields.push_back(field);
    else
        *known = field; // what the record itself says overrides what it includes
}

/// In a value, the fields that the record itself declares come before those that it includes, as the
/// reference has it.
void putOwnFieldsFirst(RecordSymbol& record, const std::vector<const FieldSymbol*>& own) {
    std::vector<const FieldSymbol*> fields = own;
    for (const FieldSymbol* field : record.fields)
        if (std::ranges::find(own, field) == own.end())
            fields.push_back(field);
    record.fields = std::move(fields);
}

bool hasDefaults(const syntax::RecordTypeDesc* desc) {
    for (const syntax::RecordMember* member : desc->fields()) {
        const auto* field = syntax::IndividualFieldDescriptor::cast(member);
        if (!field || field->defaultExpression())
            return true;
    }
    return false;
}

bool saysRest(const syntax::RecordTypeDesc* desc) {
    return desc->openBrace()->kind() == TokenKind::OpenBrace ||
           std::ranges::any_of(desc->fields(), syntax::is<syntax::RecordRestDescriptor>);
}

/// A field of two included records must be declared by the record itself.
bool declaresField(const syntax::Node* desc, std::string_view name) {
    const auto* record = syntax::cast<syntax::RecordTypeDesc>(desc);
    for (const syntax::RecordMember* member : record->fields())
        if (const auto* decl = syntax::IndividualFieldDescriptor::cast(member))
            if (syntax::identifierValue(decl->name()) == name)
                return true;
    return false;
}

} // namespace

RecordSymbol& ModuleAnalysis::recordOf(const syntax::RecordTypeDesc* desc, uint32_t file) {
    RecordSymbol*& known = m_records[desc];
    if (known)
        return *known;
    RecordSymbol& record = m_tables->make<RecordSymbol>();
    known = &record;
    record.decl = desc;
    record.file = file;
    record.nameRange = desc->recordKeyword()->range();
    if (const auto* named = syntax::ModuleTypeDefn::cast(desc->parent())) {
        record.name = syntax::identifierValue(named->name());
        record.nameRange = named->name()->range();
        record.visibility =
            syntax::hasQualifier(named, TokenKind::PublicKeyword) ? Visibility::Public : Visibility::Module;
    }
    m_tables->symbolOf[desc] = &record;
    if (!isDeferring() && !hasDefaults(desc)) {
        fillRecord(record, desc);
        record.type = types::mappingOf(m_types, mappingOfRecord(record));
    } else {
        const types::Placeholder placeholder = m_types.env().declare(types::BasicType::Mapping);
        record.type = placeholder.type;
        const Deferring deferring(*this);
        defer([this, &record, desc, placeholder] {
            fillRecord(record, desc);
            types::mappingOf(m_types, mappingOfRecord(record), &placeholder);
        });
    }
    m_tables->recordOfType.emplace(record.type, &record);
    return record;
}

void ModuleAnalysis::fillRecord(RecordSymbol& record, const syntax::RecordTypeDesc* desc) {
    State& state = m_states[&record];
    if (state != State::New)
        return;
    state = State::Busy;
    const bool isOpen = desc->openBrace()->kind() == TokenKind::OpenBrace;
    record.rest = isOpen ? m_types.anydataType() : types::neverType;
    TypeResolver resolver(*this, module(), record.file);
    std::vector<const FieldSymbol*> own;
    for (const syntax::RecordMember* member : desc->fields())
        if (const auto* inclusion = syntax::RecordTypeInclusion::cast(member))
            includeInto(record, inclusion, record.file);
    for (const syntax::RecordMember* member : desc->fields()) {
        if (const auto* rest = syntax::RecordRestDescriptor::cast(member))
            record.rest = sane(resolver.resolve(rest->typeDescriptor()));
        const auto* decl = syntax::IndividualFieldDescriptor::cast(member);
        if (!decl || decl->name()->isMissing())
            continue;
        FieldSymbol& field = m_tables->make<FieldSymbol>();
        initSymbol(field, decl, decl->name());
        field.visibility = Visibility::Public;
        field.id = makeId((record.name.empty() ? "record" : record.name) + "." + field.name);
        field.type = resolver.resolve(decl->typeDescriptor());
        field.isOptional = decl->questionMark() != nullptr;
        field.isFinal = decl->readonlyKeyword() != nullptr;
        if (field.isFinal && !isPoison(field.type))
            field.type = types::intersect(m_types, field.type, m_types.readonlyType());
        field.initializer = decl->defaultExpression();
        m_tables->symbolOf[decl] = &field;
        if (std::ranges::find(own, field.name, &FieldSymbol::name) != own.end()) {
            report(DiagnosticCode::Redeclared, decl->name(), {field.name});
            continue;
        }
        if (const FieldSymbol* included = record.field(field.name))
            checkOverride(field, *included, decl->typeDescriptor());
        addField(record, &field);
        own.push_back(&field);
    }
    putOwnFieldsFirst(record, own);
    m_states[&record] = State::Done;
}

/// A field may say again what an included type says of it, and more narrowly.
void ModuleAnalysis::checkOverride(const FieldSymbol& field, const FieldSymbol& included,
                                   const syntax::Node* place) {
    deferQuestion([this, &field, &included, place] {
        if (!isPoison(field.type) && !isPoison(included.type) &&
            !types::isSubtype(m_types, field.type, included.type))
            report(DiagnosticCode::IncompatibleOverride, place, {field.name, text(included.type)});
    });
}

const RecordSymbol* ModuleAnalysis::recordOfReference(const Symbol* target) {
    const auto* type = as<TypeSymbol>(target);
    if (!type)
        return nullptr;
    if (type->module != &module())
        return type->record ? type->record : recordOfType(type->type);
    const syntax::Node* desc = type->descriptor;
    while (const auto* inner = syntax::ParenthesizedTypeDesc::cast(desc))
        desc = inner->typeDescriptor();
    if (const auto* literal = syntax::RecordTypeDesc::cast(desc)) {
        typeOfTypeSymbol(*type);
        RecordSymbol& record = recordOf(literal, type->file);
        fillRecord(record, literal);
        return &record;
    }
    if (const auto* reference = syntax::TypeReference::cast(desc))
        return recordOfReference(lookUp(module(), type->file, reference->prefix(), reference->name(), true));
    return nullptr;
}

/// What included records say of other fields holds for this one, unless it says something itself.
void ModuleAnalysis::includeRest(RecordSymbol& record, const SemType& rest,
                                 const syntax::RecordTypeInclusion* inclusion) {
    if (rest.isNever() || saysRest(syntax::RecordTypeDesc::cast(inclusion->parent())))
        return;
    if (record.rest.isNever()) {
        record.rest = rest;
        return;
    }
    deferQuestion([this, earlier = record.rest, rest, inclusion] {
        if (!types::isSubtype(m_types, earlier, rest) || !types::isSubtype(m_types, rest, earlier))
            report(DiagnosticCode::RestsDiffer, inclusion, {text(earlier), text(rest)});
    });
}

void ModuleAnalysis::includeInto(RecordSymbol& record, const syntax::RecordTypeInclusion* inclusion,
                                 uint32_t file) {
    const auto* reference = inclusion->typeReference();
    const SemType type = TypeResolver(*this, module(), file).resolve(reference);
    const Symbol* target = m_tables->symbolOf[reference];
    record.inclusions.push_back({inclusion, type, target});
    if (isPoison(type))
        return;
    if (const RecordSymbol* included = recordOfReference(target)) {
        if (m_states[included] == State::Busy)
            return reportAt(DiagnosticCode::CyclicDefinition, included->file, included->nameRange,
                            {included->name});
        for (const FieldSymbol* field : included->fields) {
            const FieldSymbol* known = record.field(field->name);
            if (known && known != field && !declaresField(inclusion->parent(), field->name))
                report(DiagnosticCode::Redeclared, reference, {field->name});
            addField(record, field);
        }
        includeRest(record, included->rest, inclusion);
        return;
    }
    const std::optional<types::MappingAtomicType> mapping = types::mappingAtomicType(m_types, type);
    if (!mapping) {
        report(DiagnosticCode::InclusionNotRecord, reference, {text(type)});
        return;
    }
    for (size_t i = 0; i < mapping->names.size(); ++i) {
        FieldSymbol& field = m_tables->make<FieldSymbol>();
        field.name = mapping->names[i];
        field.type = mapping->slots[i].valueType();
        field.isOptional = mapping->slots[i].isOptional();
        field.isFinal = mapping->slots[i].isReadonly;
        addField(record, &field);
    }
}

} // namespace barre::model
