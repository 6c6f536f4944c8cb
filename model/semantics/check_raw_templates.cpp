// Raw templates: objects of the texts and of the values inserted between them.
#include "model/semantics/checker.h"

namespace barre::model {

using types::MemberKind;

/// The type of the object: what is expected, if that is a kind of RawTemplate.
SemType Checker::rawTemplateType(SemType rawTemplate, Expected expected) {
    if (!expected)
        return rawTemplate;
    std::vector<SemType> fitting;
    for (const SemType& alternative : types::objectAlternatives(m_types, *expected)) {
        const SemType both = types::intersect(m_types, alternative, rawTemplate);
        if (!types::isEmpty(m_types, both))
            fitting.push_back(both);
    }
    return fitting.size() == 1 ? fitting.front() : rawTemplate;
}

/// Checks the inserted values, and gives the tuple of their types.
SemType Checker::checkInsertions(const syntax::RawTemplateExpr* expr, Expected insertions) {
    std::vector<SemType> found;
    bool ok = true;
    for (const syntax::TemplateItem* item : expr->items()) {
        const auto* interpolation = syntax::Interpolation::cast(item);
        if (!interpolation)
            continue;
        const syntax::Expression* value = interpolation->expression();
        const SemType type = insertions
                                 ? checkAs(value, types::listMemberTypeAt(m_types, *insertions, found.size()))
                                 : check(value);
        ok = ok && !isPoison(type);
        found.push_back(isPoison(type) ? types::valueType : broadType(value, type));
    }
    const types::LengthBounds bounds =
        insertions ? types::listLengthBounds(m_types, *insertions) : types::LengthBounds{};
    if (insertions && (found.size() < bounds.min || (bounds.max && found.size() > *bounds.max)))
        report(DiagnosticCode::WrongInsertionCount, expr, {text(*insertions)});
    return ok ? types::tupleOf(m_types, found) : poisonType;
}

/// The texts around the insertions are constants: they must belong to the type of `strings`, too.
void Checker::checkTemplateTexts(const syntax::RawTemplateExpr* expr, SemType strings) {
    uint64_t index = 0;
    std::string content;
    const auto checkText = [&](const syntax::Token* place) {
        const SemType expected = types::listMemberTypeAt(m_types, strings, index++);
        const SemType found = types::stringConst(m_types, std::exchange(content, {}));
        if (!isSubtype(found, expected))
            report(DiagnosticCode::IncompatibleTypes, place, {text(expected), text(found)});
    };
    for (const syntax::TemplateItem* item : expr->items())
        if (const auto* part = syntax::TemplateString::cast(item))
            content += part->content()->text();
        else if (const auto* interpolation = syntax::Interpolation::cast(item))
            checkText(interpolation->interpolationStart());
    checkText(expr->closeBacktick());
}

SemType Checker::checkRawTemplate(const syntax::RawTemplateExpr* expr, Expected expected) {
    const auto* raw = as<TypeSymbol>(m_analysis.libraryModule("lang.object")->find("RawTemplate"));
    SemType type = rawTemplateType(raw->type, expected);
    if (expected) {
        const SemType insertions = types::objectMemberType(m_types, type, "insertions", MemberKind::Field);
        checkInsertions(expr, &insertions);
        checkTemplateTexts(expr, types::objectMemberType(m_types, type, "strings", MemberKind::Field));
    } else {
        const SemType insertions = checkInsertions(expr, nullptr);
        if (isPoison(insertions))
            return poisonType;
        types::ObjectAtomicType precise;
        precise.members.push_back({"insertions", MemberKind::Field, insertions, false});
        type = types::intersect(m_types, type, types::objectOf(m_types, precise));
    }
    tables().inherentTypes[expr] = type;
    return type;
}

} // namespace barre::model
