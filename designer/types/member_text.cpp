#include "designer/types/member_text.h"

#include "model/syntax/parser.h"

namespace barre::designer {

using design::TypeMember;
using design::TypeMemberKind;

std::string memberLine(const TypeMember& member) {
    switch (member.kind) {
    case TypeMemberKind::Inclusion: return "*" + member.type;
    case TypeMemberKind::Rest: return member.type + "...";
    case TypeMemberKind::UnionMember:
    case TypeMemberKind::Element: return member.type;
    case TypeMemberKind::EnumMember:
        return member.defaultText.empty() ? member.name : member.name + " = " + member.defaultText;
    case TypeMemberKind::Field:
    case TypeMemberKind::Method: break;
    }
    std::string line = member.isReadonly ? "readonly " : "";
    line += member.type + " " + member.name + (member.isOptional ? "?" : "");
    return member.defaultText.empty() ? line : line + " = " + member.defaultText;
}

std::optional<edits::RecordFieldText> readField(std::string_view line) {
    using namespace syntax;
    const std::string text = std::string(line) + ";";
    const ParsedFragment fragment = parseAs(GrammarRule::RecordMember, text);
    const auto* field = fragment.isValid() ? IndividualFieldDescriptor::cast(fragment.node()) : nullptr;
    if (!field)
        return std::nullopt;
    const auto textOf = [&](const Node* node) {
        return text.substr(node->range().begin, node->range().end - node->range().begin);
    };
    edits::RecordFieldText result;
    result.name = std::string(field->name()->text());
    result.type = textOf(field->typeDescriptor());
    result.isReadonly = field->readonlyKeyword() != nullptr;
    result.isOptional = field->questionMark() != nullptr;
    if (field->defaultExpression())
        result.defaultText = textOf(field->defaultExpression());
    return result;
}

} // namespace barre::designer
