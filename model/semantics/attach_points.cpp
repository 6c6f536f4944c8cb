#include "model/semantics/attach_points.h"

#include "model/syntax/nodes.h"

#include <bit>

namespace barre::model {

using syntax::NodeKind;
using syntax::TokenKind;

uint32_t attachPointBit(std::string_view text) {
    for (size_t i = 0; i < std::size(attachPoints); ++i)
        if (attachPoints[i].text == text)
            return 1u << i;
    return 0;
}

namespace {

bool isInService(const syntax::Node* method) {
    const syntax::Node* owner = method->parent();
    while (owner && !syntax::is<syntax::ServiceDecl>(owner) && !syntax::is<syntax::ModuleClassDefn>(owner) &&
           !syntax::is<syntax::ObjectConstructorExpr>(owner) && !syntax::is<syntax::ObjectTypeDesc>(owner))
        owner = owner->parent();
    return owner &&
           (syntax::is<syntax::ServiceDecl>(owner) || syntax::hasQualifier(owner, TokenKind::ServiceKeyword));
}

uint32_t pointsOfMethod(const syntax::Node* method) {
    const bool isRemote =
        syntax::is<syntax::RemoteMethodDefn>(method) || syntax::is<syntax::ResourceMethodDefn>(method);
    const uint32_t points = attachPointBit("function") | attachPointBit("object function");
    return isRemote && isInService(method) ? points | attachPointBit("service remote function") : points;
}

uint32_t pointsOfClass(const syntax::Node* construct) {
    const bool isService = syntax::hasQualifier(construct, TokenKind::ServiceKeyword);
    return attachPointBit("class") | (isService ? attachPointBit("service") : 0);
}

} // namespace

uint32_t attachPointsOf(const syntax::Node* construct) {
    switch (construct->kind()) {
    case NodeKind::ModuleTypeDefn:
    case NodeKind::ModuleEnumDecl:
    case NodeKind::TypeCastExpr: return attachPointBit("type");
    case NodeKind::ModuleClassDefn: return pointsOfClass(construct);
    case NodeKind::FunctionDefn:
    case NodeKind::ExplicitAnonymousFunctionExpr: return attachPointBit("function");
    case NodeKind::MethodDefn:
    case NodeKind::RemoteMethodDefn:
    case NodeKind::ResourceMethodDefn:
    case NodeKind::MethodDecl:
    case NodeKind::RemoteMethodDecl:
    case NodeKind::ResourceMethodDecl: return pointsOfMethod(construct);
    case NodeKind::RequiredParam:
    case NodeKind::DefaultableParam:
    case NodeKind::IncludedRecordParam:
    case NodeKind::RestParam:
    case NodeKind::ResourcePathSegmentParam:
    case NodeKind::ResourcePathRestParam: return attachPointBit("parameter");
    case NodeKind::ReturnTypeDescriptor: return attachPointBit("return");
    case NodeKind::ServiceDecl: return attachPointBit("service");
    case NodeKind::ObjectConstructorExpr: return attachPointBit("service") | attachPointBit("class");
    case NodeKind::IndividualFieldDescriptor: return attachPointBit("field") | attachPointBit("record field");
    case NodeKind::MemberTypeDescriptor: return attachPointBit("field");
    case NodeKind::ObjectField:
    case NodeKind::ObjectFieldDescriptor: return attachPointBit("field") | attachPointBit("object field");
    case NodeKind::AnnotationDecl: return attachPointBit("annotation");
    case NodeKind::ExternalFunctionBody: return attachPointBit("external");
    case NodeKind::ModuleVarDecl:
    case NodeKind::LocalVarDeclStmt:
    case NodeKind::LetVarDecl: return attachPointBit("var");
    case NodeKind::ModuleConstDecl:
    case NodeKind::EnumMember: return attachPointBit("const");
    case NodeKind::ListenerDecl: return attachPointBit("listener");
    case NodeKind::NamedWorkerDecl:
    case NodeKind::StartAction: return attachPointBit("worker");
    default: return 0;
    }
}

std::string_view attachPointNoun(uint32_t points) {
    // The narrowest of them says most, and stands last in the table.
    return points ? attachPoints[31 - std::countl_zero(points)].noun : "this";
}

} // namespace barre::model
