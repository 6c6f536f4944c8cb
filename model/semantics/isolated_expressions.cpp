#include "model/semantics/isolation.h"
#include "model/semantics/isolation_rules.h"

#include "model/syntax/nodes.h"

namespace barre::model {

using syntax::NodeKind;

namespace {

class IsolatedExpressions {
public:
    IsolatedExpressions(const ModelTables& tables, types::TypeContext& types) : m_rules(tables, types) {}

    bool holds(const syntax::Node* expr) const {
        if (!expr)
            return true;
        if (m_rules.isIsolatedType(m_rules.typeOf(expr)))
            return true;
        switch (expr->kind()) {
        case NodeKind::ListConstructorExpr:
        case NodeKind::SpreadListMember:
        case NodeKind::MappingConstructorExpr:
        case NodeKind::ComputedNameField:
        case NodeKind::SpreadField:
        case NodeKind::TableConstructorExpr:
        case NodeKind::StringTemplateExpr:
        case NodeKind::XmlTemplateExpr:
        case NodeKind::RawTemplateExpr:
        case NodeKind::Interpolation:
        case NodeKind::TypeCastExpr:
        case NodeKind::CheckingExpr:
        case NodeKind::TrapExpr:
        case NodeKind::TernaryConditionalExpr:
        case NodeKind::NilConditionalExpr:
        case NodeKind::ParenthesizedExpr:
        case NodeKind::ErrorConstructorExpr:
        case NodeKind::ArgList:
        case NodeKind::PositionalArg:
        case NodeKind::NamedArg:
        case NodeKind::RestArg: return childrenHold(expr);
        case NodeKind::RangeExpr:
        case NodeKind::TemplateString: return true;
        case NodeKind::SpecificField: return fieldHolds(static_cast<const syntax::SpecificField*>(expr));
        case NodeKind::LetExpr: return letHolds(static_cast<const syntax::LetExpr*>(expr));
        case NodeKind::VariableReferenceExpr: return isBoundToIsolated(expr);
        default: return m_rules.callOf(expr) && callHolds(expr);
        }
    }

private:
    bool childrenHold(const syntax::Node* expr) const {
        for (const syntax::Node* child : expr->childNodes())
            if (isValue(child) && !holds(child))
                return false;
        return true;
    }

    static bool isValue(const syntax::Node* node) {
        return syntax::is<syntax::Expression>(node) || syntax::is<syntax::Arg>(node) ||
               syntax::is<syntax::TemplateItem>(node) || syntax::is<syntax::MappingField>(node) ||
               syntax::is<syntax::ArgList>(node);
    }

    bool fieldHolds(const syntax::SpecificField* field) const {
        return field->valueExpr() ? holds(field->valueExpr()) : isBoundToIsolated(field);
    }

    bool letHolds(const syntax::LetExpr* expr) const { return holds(expr->expression()); }

    /// A variable of a `let` expression stands for its value.
    bool isBoundToIsolated(const syntax::Node* reference) const {
        const auto* variable = as<VariableSymbol>(m_rules.symbolOf(reference));
        if (!variable)
            return false;
        if (m_rules.isIsolatedType(variable->type))
            return true;
        const auto* decl = syntax::enclosing<syntax::LetVarDecl>(variable->decl);
        const bool isLetExpression = decl && syntax::is<syntax::LetExpr>(decl->parent());
        return isLetExpression && holds(decl->expression());
    }

    bool callHolds(const syntax::Node* expr) const {
        const CallFacts& call = *m_rules.callOf(expr);
        if (m_rules.isClone(call))
            return true;
        if (!m_rules.isIsolatedCall(call) || !holds(call.receiver))
            return false;
        for (const ArgFacts& arg : call.args)
            if (!argHolds(arg))
                return false;
        for (const auto& [name, value] : call.details)
            if (!holds(value))
                return false;
        return true;
    }

    bool argHolds(const ArgFacts& arg) const {
        for (const syntax::Node* member : arg.rest)
            if (!holds(member))
                return false;
        for (const auto& [name, value] : arg.fields)
            if (!holds(value))
                return false;
        return holds(arg.expr);
    }

    IsolationRules m_rules;
};

} // namespace

bool isIsolatedExpression(const ModelTables& tables, types::TypeContext& types, const syntax::Node* expr) {
    return IsolatedExpressions(tables, types).holds(expr);
}

} // namespace barre::model
