// Annotations: where they may stand, how often, and their values.
#include "model/semantics/attach_points.h"
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

void Checker::checkMetadata(const syntax::Node* owner) {
    if (!owner)
        return;
    checkAnnotations(owner);
    checkDocumentation(owner);
}

/// The values of an annotation are `true`, a mapping, or a list of mappings; what is for the source alone is
/// constant.
void Checker::checkAnnotationDecl(const AnnotationSymbol& annotation) {
    const auto* decl = syntax::AnnotationDecl::cast(annotation.decl);
    const ModuleSymbol* values = m_analysis.libraryModule("lang.value");
    const auto* cloneable = values ? as<TypeSymbol>(values->find("Cloneable")) : nullptr;
    const SemType mapping = types::mapOf(m_types, cloneable ? cloneable->type : types::valueType);
    const SemType allowed =
        unite(unite(types::booleanConst(m_types, true), mapping), types::arrayOf(m_types, mapping));
    if (!isSubtype(annotation.type, allowed))
        report(DiagnosticCode::AnnotationType, decl->typeDescriptor(), {text(annotation.type)});
    if (annotation.sourceAttachPoints != 0 && !annotation.isConst)
        report(DiagnosticCode::AnnotationNotConst, decl->attachPoints().front());
}

void Checker::checkAnnotations(const syntax::Node* owner) {
    std::vector<const AnnotationSymbol*> known;
    for (const syntax::Annotation* annotation : syntax::annotsOf(owner)) {
        const AnnotationSymbol* symbol = m_analysis.lookUpAnnotation(m_file, annotation->annotTagReference());
        if (!symbol) {
            if (annotation->annotValue())
                check(annotation->annotValue());
            continue;
        }
        m_analysis.noteReference(annotation, symbol);
        checkAttachPoint(annotation, *symbol, owner);
        const bool isRepeated = std::find(known.begin(), known.end(), symbol) != known.end();
        if (isRepeated && !symbol->type.within(BasicType::List))
            report(DiagnosticCode::AnnotationRepeated, annotation, {symbol->name});
        known.push_back(symbol);
        checkAnnotationValue(annotation, *symbol);
    }
}

void Checker::checkAttachPoint(const syntax::Annotation* annotation, const AnnotationSymbol& symbol,
                               const syntax::Node* owner) {
    const uint32_t allowed = symbol.attachPoints | symbol.sourceAttachPoints;
    const uint32_t points = attachPointsOf(owner);
    if (allowed != 0 && (allowed & points) == 0)
        report(DiagnosticCode::AnnotationMisplaced, annotation,
               {symbol.name, std::string(attachPointNoun(points))});
}

void Checker::checkAnnotationValue(const syntax::Annotation* annotation, const AnnotationSymbol& symbol) {
    const auto* value = annotation->annotValue();
    SemType type = symbol.type;
    if (isPoison(type)) {
        if (value)
            check(value);
        return;
    }
    if (type.within(BasicType::List))
        type = types::listAllMemberTypes(m_types, type);
    if (!value) {
        const auto mapping = types::mappingAtomicType(m_types, type);
        const bool needsFields =
            mapping && !missingFields(*mapping, m_analysis.recordOfType(type), {}).empty();
        if (type.within(BasicType::Mapping) && needsFields)
            report(DiagnosticCode::AnnotationNeedsValue, annotation, {symbol.name, text(type)});
        return;
    }
    if (type.within(BasicType::Boolean)) {
        check(value);
        return report(DiagnosticCode::AnnotationWithoutValue, value, {symbol.name});
    }
    const SemType found = checkAs(value, type);
    if (symbol.isConst && !isPoison(found) && !constantStructure(tables(), value))
        report(DiagnosticCode::NotConstant, value);
}

} // namespace barre::model
