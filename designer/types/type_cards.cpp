#include "designer/types/type_cards.h"

#include "designer/canvas/text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace barre::designer {

namespace {

using design::ItemKind;
using design::TypeMember;
using design::TypeMemberKind;
using design::TypeNode;

constexpr double leastWidth = 200, mostWidth = 380;

Colour colourOf(ItemKind kind) {
    return kind == ItemKind::ErrorType ? Colour::ErrorHandling : Colour::Data;
}

CardRow rowOf(const TypeMember& member) {
    CardRow row;
    row.key = toQString(member.id.empty() ? member.name.empty() ? member.type : member.name : member.id.path);
    row.icon = toQString(member.icon);
    switch (member.kind) {
    case TypeMemberKind::Inclusion: row.text = QLatin1Char('*') + toQString(member.type); break;
    case TypeMemberKind::UnionMember:
    case TypeMemberKind::Element: row.code = toQString(member.type); break;
    case TypeMemberKind::Rest: row.code = toQString(member.type) + QStringLiteral("\u2026"); break;
    case TypeMemberKind::EnumMember:
        row.text = toQString(member.name);
        row.code = toQString(member.defaultText);
        break;
    case TypeMemberKind::Field:
    case TypeMemberKind::Method:
        row.text = toQString(member.name) + (member.isOptional ? QStringLiteral("?") : QString());
        row.code = toQString(member.type);
        break;
    }
    if (!member.defaultText.empty() && member.kind == TypeMemberKind::Field)
        row.code += QStringLiteral(" = ") + toQString(member.defaultText);
    if (member.isReadonly || member.isFinal)
        row.trailing = member.isReadonly ? QStringLiteral("readonly") : QStringLiteral("final");
    row.tooltip = toQString(member.documentation);
    return row;
}

/// What can be done with a card, where a click alone does not do it.
QString hintOf(ItemKind kind) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("barre::designer::TypeCards", text);
    };
    if (kind == ItemKind::ConnectionClass)
        return tr("Click to open the class designer");
    return kind == ItemKind::Class ? tr("Double-click to open the class designer")
                                   : tr("Double-click to edit");
}

Card cardOf(const TypeNode& node) {
    Card card;
    card.icon = toQString(node.icon);
    card.iconColour = colourOf(node.kind);
    card.title = withModule(node.module, node.name);
    card.subtitle = toQString(node.detail);
    card.tooltip =
        QStringList{toQString(node.documentation).trimmed(), hintOf(node.kind)}.join(u'\n').trimmed();
    if (node.problems.errors > 0)
        card.mark = NodeMark::Error;
    else if (node.problems.warnings > 0)
        card.mark = NodeMark::Warning;
    for (const TypeMember& member : node.members)
        card.rows.push_back(rowOf(member));
    return card;
}

} // namespace

CardGraph typeCards(const design::TypeGraph& graph) {
    CardGraph result;
    for (const TypeNode& node : graph.nodes)
        result.nodes.push_back({toQString(node.id.path), cardOf(node), leastWidth, mostWidth});
    for (const design::TypeEdge& edge : graph.edges)
        result.edges.push_back(
            {edge.fromNode, edge.fromRow, edge.toNode, -1,
             edge.kind == design::TypeEdgeKind::Includes ? LinkLook::Dashed : LinkLook::Normal});
    return result;
}

} // namespace barre::designer
