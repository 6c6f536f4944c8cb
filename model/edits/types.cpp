#include "model/edits/types.h"

#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/field_edits.h"
#include "model/edits/lines.h"
#include "model/edits/members.h"
#include "model/edits/named_values.h"
#include "model/edits/names.h"
#include "model/edits/parts.h"
#include "model/edits/places.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::Declaration;

namespace {

EditResult noSuchType() {
    return refused("This type is not there any more.");
}

std::string textOf(const RecordFieldText& field) {
    std::string text = asDocumentation(field.documentation);
    text += field.isReadonly ? "readonly " : "";
    text += field.type + " " + field.name + (field.isOptional ? "?" : "");
    return text + (field.defaultText.empty() ? "" : " = " + field.defaultText) + ";";
}

std::string problemOf(const RecordFieldText& field) {
    if (std::string problem = problemOfName(field.name); !problem.empty())
        return problem;
    if (field.isOptional && !field.defaultText.empty())
        return "An optional field has no default value.";
    return checkRule(GrammarRule::RecordMember, textOf(field), "a field");
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string(separator)) + part;
    return text;
}

std::string indented(const std::string& code) {
    return "    " + asLinesOf(code, "    ", "    ");
}

std::string textOfRecord(const TypeText& type) {
    const bool closed = type.form == TypeForm::ClosedRecord;
    std::string text = closed ? "record {|\n" : "record {\n";
    for (const RecordFieldText& field : type.fields)
        text += indented(textOf(field)) + "\n";
    return text + (closed ? "|}" : "}");
}

std::string textOf(const TypeText& type) {
    const std::string head = asDocumentation(type.documentation) + (type.isPublic ? "public " : "");
    if (type.form == TypeForm::Enum) {
        std::string members;
        for (const std::string& member : type.members)
            members += (members.empty() ? "    " : ",\n    ") + member;
        return head + "enum " + type.name + " {\n" + members + "\n}";
    }
    std::string descriptor = type.descriptor;
    if (type.form == TypeForm::Union)
        descriptor = joined(type.members, "|");
    else if (type.form != TypeForm::Other)
        descriptor = textOfRecord(type);
    return head + "type " + type.name + " " + descriptor + ";";
}

std::string problemOf(const TypeText& type) {
    if (std::string problem = problemOfName(type.name); !problem.empty())
        return problem;
    for (const RecordFieldText& field : type.fields)
        if (std::string problem = problemOf(field); !problem.empty())
            return field.name + ": " + problem;
    if (type.form == TypeForm::Enum && type.members.empty())
        return "An enum needs at least one member.";
    if (type.form == TypeForm::Union && type.members.size() < 2)
        return "A union needs at least two members.";
    return checkRule(GrammarRule::ModuleMember, textOf(type), "a type");
}

const Node* withoutWrapping(const Node* type) {
    if (const auto* distinct = cast<DistinctTypeDesc>(type))
        return withoutWrapping(distinct->typeDescriptor());
    if (const auto* parentheses = cast<ParenthesizedTypeDesc>(type))
        return withoutWrapping(parentheses->typeDescriptor());
    if (const auto* both = cast<IntersectionTypeDesc>(type))
        return withoutWrapping(both->left()->text() == "readonly" ? both->right() : both->left());
    return type;
}

const RecordTypeDesc* recordOf(const std::optional<Declaration>& declaration) {
    const auto* type = declaration ? cast<ModuleTypeDefn>(declaration->node) : nullptr;
    return type ? cast<RecordTypeDesc>(withoutWrapping(type->typeDescriptor())) : nullptr;
}

const IndividualFieldDescriptor* fieldNamed(const RecordTypeDesc* record, std::string_view name) {
    for (const RecordMember* member : record->fields())
        if (const auto* field = cast<IndividualFieldDescriptor>(member))
            if (identifierValue(field->name()) == name)
                return field;
    return nullptr;
}

void collectUnion(const Node* type, std::vector<const Node*>& members) {
    if (const auto* both = cast<UnionTypeDesc>(type)) {
        collectUnion(both->left(), members);
        collectUnion(both->right(), members);
    } else {
        members.push_back(type);
    }
}

/// Takes one of several things out, with the separator between it and its neighbour.
template<class Members>
EditResult removeFromList(const Snapshot& snapshot, const Declaration& declaration, const Members& members,
                          size_t i) {
    const SourceRange range = members[i]->range();
    EditBuilder builder(snapshot);
    builder.remove(declaration.file->path, i > 0 ? SourceRange{members[i - 1]->range().end, range.end}
                                                 : SourceRange{range.begin, members[1]->range().begin});
    return builder.done(declaration.location());
}

EditResult removeFromUnion(const Snapshot& snapshot, const Declaration& declaration, std::string_view text) {
    std::vector<const Node*> members;
    collectUnion(cast<ModuleTypeDefn>(declaration.node)->typeDescriptor(), members);
    for (size_t i = 0; i < members.size(); ++i) {
        if (design::oneLine(members[i]) != text)
            continue;
        if (members.size() < 3)
            return refused("A union keeps at least two members.");
        return removeFromList(snapshot, declaration, members, i);
    }
    return refused("This type has no member '" + std::string(text) + "'.");
}

EditResult removeFromEnum(const Snapshot& snapshot, const Declaration& declaration, std::string_view name) {
    const auto& members = cast<ModuleEnumDecl>(declaration.node)->members();
    for (size_t i = 0; i < members.size(); ++i) {
        if (identifierValue(members[i]->name()) != name)
            continue;
        if (members.size() == 1)
            return refused("An enum keeps at least one member.");
        return removeFromList(snapshot, declaration, members, i);
    }
    return refused("This enum has no member '" + std::string(name) + "'.");
}

/// What a type definition stands for, after a look at what is to be written there.
template<class Change>
EditResult changeDescriptor(const Snapshot& snapshot, const SymbolId& id, std::string_view descriptor,
                            const Change& change) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const auto* type = declaration ? cast<ModuleTypeDefn>(declaration->node) : nullptr;
    if (!type)
        return noSuchType();
    if (std::string problem = checkRule(GrammarRule::TypeDescriptor, descriptor, "a type"); !problem.empty())
        return refused(std::move(problem));
    PartsEditor parts(snapshot, *declaration);
    change(parts, type->typeDescriptor()->range());
    return parts.done();
}

} // namespace

EditResult addType(const Snapshot& snapshot, const std::string& file, const TypeText& type) {
    const model::SourceFile* source = fileFor(snapshot, file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (std::string problem = problemOf(type); !problem.empty())
        return refused(std::move(problem));
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const std::string name = identifierValue(type.name);
    if (freeNameInModule(all, snapshot.moduleOf(source->path), name) != name)
        return refused("There is already a '" + name + "' here.");
    return insertedDeclaration(snapshot, forSection(*source, Section::Type), textOf(type));
}

EditResult addRecordField(const Snapshot& snapshot, const SymbolId& id, const RecordFieldText& field) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const RecordTypeDesc* record = recordOf(declaration);
    if (!record)
        return noSuchType();
    if (std::string problem = problemOf(field); !problem.empty())
        return refused(std::move(problem));
    if (fieldNamed(record, identifierValue(field.name)))
        return refused("There is already a '" + field.name + "' here.");
    const Node* last = nullptr;
    for (const RecordMember* member : record->fields())
        if (!is<RecordRestDescriptor>(member))
            last = member;
    if (last)
        return insertedDeclaration(snapshot, behind(*declaration->file, last, false), textOf(field));
    const std::string_view text = declaration->file->text();
    const std::string indentation = indentationAt(text, record->range().begin) + indentationUnitOf(text);
    const Insertion insertion =
        insertionBeforeBrace(text, record->openBrace(), record->closeBrace(), indentation);
    return insertedDeclaration(snapshot,
                               {declaration->file->path, insertion.range.begin, insertion.range,
                                insertion.before, insertion.after, indentation},
                               textOf(field));
}

EditResult setRecordField(const Snapshot& snapshot, const SymbolId& id, std::string_view name,
                          const RecordFieldText& text) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const RecordTypeDesc* record = recordOf(declaration);
    const IndividualFieldDescriptor* field = record ? fieldNamed(record, name) : nullptr;
    if (!field)
        return noSuchType();
    if (std::string problem = problemOf(text); !problem.empty())
        return refused(std::move(problem));
    if (identifierValue(text.name) != name && fieldNamed(record, identifierValue(text.name)))
        return refused("There is already a '" + text.name + "' here.");
    Declaration part = *declaration;
    part.node = field;
    PartsEditor parts(snapshot, part);
    parts.setDocumentation(text.documentation);
    const Token* isReadonly = field->readonlyKeyword();
    if (isReadonly && !text.isReadonly)
        parts.replace({isReadonly->range().begin, isReadonly->fullRange().end}, "");
    const std::string prefix = !isReadonly && text.isReadonly ? "readonly " : "";
    parts.replace(field->typeDescriptor()->range(), prefix + text.type);
    parts.replace(field->name()->range(), text.name);
    const uint32_t behindName = field->name()->range().end;
    if (field->questionMark() && !text.isOptional)
        parts.replace(field->questionMark()->range(), "");
    else if (!field->questionMark() && text.isOptional)
        parts.replace({behindName, behindName}, "?");
    const uint32_t behindMark = field->questionMark() ? field->questionMark()->range().end : behindName;
    parts.setOptional(behindMark, " = ", field->defaultExpression(), text.defaultText);
    return parts.done();
}

EditResult addEnumMember(const Snapshot& snapshot, const SymbolId& id, std::string_view name,
                         std::string_view value) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const auto* enumeration = declaration ? cast<ModuleEnumDecl>(declaration->node) : nullptr;
    if (!enumeration || enumeration->members().empty())
        return noSuchType();
    const std::string text = std::string(name) + (value.empty() ? "" : " = " + std::string(value));
    if (std::string problem = checkRule(GrammarRule::EnumMember, text, "a member of an enum");
        !problem.empty())
        return refused(std::move(problem));
    const auto& members = enumeration->members();
    for (const EnumMember* member : members)
        if (identifierValue(member->name()) == identifierValue(name))
            return refused("There is already a '" + std::string(name) + "' here.");
    const std::string_view source = declaration->file->text();
    const SourceRange last = members.back()->range();
    const bool ownLine = isFirstOnLine(source, last.begin);
    EditBuilder builder(snapshot);
    builder.insert(declaration->file->path, last.end,
                   (ownLine ? ",\n" + indentationAt(source, last.begin) : ", ") + text);
    return builder.done(declaration->location());
}

EditResult setEnumMember(const Snapshot& snapshot, const SymbolId& id, std::string_view name,
                         std::string_view text) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const auto* enumeration = declaration ? cast<ModuleEnumDecl>(declaration->node) : nullptr;
    if (!enumeration)
        return noSuchType();
    const ParsedFragment parsed = parseAs(GrammarRule::EnumMember, text);
    if (!parsed.isValid())
        return refused("Write a member of an enum, such as RED or RED = \"red\".");
    const std::string newName = identifierValue(cast<EnumMember>(parsed.node())->name());
    for (const EnumMember* member : enumeration->members()) {
        if (identifierValue(member->name()) != name)
            continue;
        if (newName != name)
            return renameSymbol(snapshot, model::renamedTo(id, std::string(name)), newName);
        PartsEditor parts(snapshot, *declaration);
        parts.replace(member->range(), text);
        return parts.done();
    }
    return refused("This enum has no member '" + std::string(name) + "'.");
}

EditResult addUnionMember(const Snapshot& snapshot, const SymbolId& id, std::string_view descriptor) {
    return changeDescriptor(snapshot, id, descriptor, [&](PartsEditor& parts, SourceRange written) {
        parts.replace({written.end, written.end}, "|" + std::string(descriptor));
    });
}

EditResult removeTypeMember(const Snapshot& snapshot, const SymbolId& id, std::string_view name) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (!declaration)
        return noSuchType();
    if (is<ModuleEnumDecl>(declaration->node))
        return removeFromEnum(snapshot, *declaration, name);
    if (const RecordTypeDesc* record = recordOf(declaration)) {
        const IndividualFieldDescriptor* field = fieldNamed(record, name);
        if (!field)
            return refused("This record has no field '" + std::string(name) + "'.");
        EditBuilder builder(snapshot);
        builder.remove(declaration->file->path, removalOf(declaration->file->text(), field->range()));
        return builder.done(declaration->location());
    }
    return is<ModuleTypeDefn>(declaration->node) ? removeFromUnion(snapshot, *declaration, name)
                                                 : noSuchType();
}

EditResult setRecordOpen(const Snapshot& snapshot, const SymbolId& id, bool isOpen) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const RecordTypeDesc* record = recordOf(declaration);
    if (!record)
        return noSuchType();
    for (const RecordMember* member : record->fields())
        if (is<RecordRestDescriptor>(member) && isOpen)
            return refused("This record says which further fields it has.");
    EditBuilder builder(snapshot);
    builder.replace(declaration->file->path, record->openBrace()->range(), isOpen ? "{" : "{|");
    builder.replace(declaration->file->path, record->closeBrace()->range(), isOpen ? "}" : "|}");
    return builder.done(declaration->location());
}

EditResult setTypeDescriptor(const Snapshot& snapshot, const SymbolId& id, std::string_view descriptor) {
    return changeDescriptor(snapshot, id, descriptor, [&](PartsEditor& parts, SourceRange written) {
        parts.replace(written, descriptor);
    });
}

EditResult setPublic(const Snapshot& snapshot, const SymbolId& id, bool isPublic) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (!declaration)
        return refused("This is not there any more.");
    PartsEditor parts(snapshot, *declaration);
    parts.setQualifier(TokenKind::PublicKeyword, isPublic, nullptr);
    return parts.done();
}

} // namespace barre::edits
