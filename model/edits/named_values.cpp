#include "model/edits/named_values.h"

#include "model/edits/lines.h"
#include "model/edits/places.h"

namespace barre::edits {

using namespace syntax;
using model::SourceFile;

namespace {

std::string nameOfField(const SpecificField* field) {
    const Token* name = field->fieldName();
    return name->kind() == TokenKind::StringLiteral ? stringLiteralValue(name) : identifierValue(name);
}

std::string pair(std::string_view name, std::string_view separator, std::string_view text) {
    return std::string(name) + std::string(separator) + std::string(text);
}

/// Behind the last part, in a line of its own where the last one has one.
void addToList(EditBuilder& builder, const SourceFile& file, SourceRange last, const std::string& text) {
    const std::string_view source = file.text();
    const bool ownLine = isFirstOnLine(source, last.begin);
    builder.insert(file.path, last.end,
                   ownLine ? ",\n" + indentationAt(source, last.begin) + text : ", " + text);
}

template<class List>
SourceRange removalOfPart(std::string_view text, const List& list, size_t index) {
    const SourceRange range = list[index]->range();
    if (list.size() == 1)
        return ownsItsLines(text, range) ? removalOf(text, range) : range;
    if (index > 0)
        return {list[index - 1]->range().end, range.end};
    const SourceRange next = list[1]->range();
    return {range.begin, next.begin};
}

} // namespace

const SpecificField* findField(const MappingConstructorExpr* mapping, std::string_view name) {
    for (const MappingField* field : mapping->fields())
        if (const auto* specific = cast<SpecificField>(field); specific && nameOfField(specific) == name)
            return specific;
    return nullptr;
}

SourceRange removalFromList(std::string_view text, const SeparatedNodeList<Node>& list, size_t index) {
    return removalOfPart(text, list, index);
}

void setMappingField(EditBuilder& builder, const SourceFile& file, const MappingConstructorExpr* mapping,
                     std::string_view name, std::string_view text) {
    const SpecificField* field = findField(mapping, name);
    const auto& fields = mapping->fields();
    if (field && text.empty()) {
        for (size_t i = 0; i < fields.size(); ++i)
            if (fields[i] == field)
                builder.remove(file.path, removalOfPart(file.text(), fields, i));
    } else if (field && field->valueExpr()) {
        builder.replace(file.path, field->valueExpr()->range(), text);
    } else if (!field && !text.empty() && fields.empty()) {
        const SourceRange inside{mapping->openBrace()->range().end, mapping->closeBrace()->range().begin};
        builder.replace(file.path, inside, pair(name, ": ", text));
    } else if (!field && !text.empty()) {
        addToList(builder, file, fields.back()->range(), pair(name, ": ", text));
    }
}

void setNamedArgument(EditBuilder& builder, const SourceFile& file, const ArgList* list,
                      std::string_view name, std::string_view text) {
    const auto& args = list->args();
    for (size_t i = 0; i < args.size(); ++i) {
        const auto* named = cast<NamedArg>(args[i]);
        if (!named || identifierValue(named->name()) != name)
            continue;
        if (text.empty())
            builder.remove(file.path, removalOfPart(file.text(), args, i));
        else
            builder.replace(file.path, named->expression()->range(), text);
        return;
    }
    if (text.empty())
        return;
    if (args.empty())
        builder.insert(file.path, list->openParen()->range().end, pair(name, " = ", text));
    else
        addToList(builder, file, args.back()->range(), pair(name, " = ", text));
}

} // namespace barre::edits
