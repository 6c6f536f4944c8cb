#include "runtime/compiler/function_compiler.h"

#include "model/semantics/fillers.h"
#include "model/types/constructors.h"
#include "model/types/projections.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

ClassId ProgramCompiler::classId(const ClassSymbol& object) {
    auto [at, added] = m_classes.try_emplace(&object, noId);
    if (added) {
        at->second = m_builder->declareClass();
        m_pendingClasses.push_back({&object, at->second});
    }
    return at->second;
}

void ProgramCompiler::compileClass(const PendingClass& pending) {
    ClassCode code;
    const ClassSymbol& object = *pending.symbol;
    fillClass(object, code, nullptr);
    m_builder->defineClass(pending.id, std::move(code));
    if (isMadeOfNothing(object))
        addFiller(object, object.type,
                  [&](FunctionCompiler& compiler) { return compiler.compileObjectFiller(object); });
}

// A class's own fields and those it includes, then the variables that an object constructor captures.
int ProgramCompiler::slotOf(const ClassSymbol& object, const FieldSymbol& field) const {
    for (size_t i = 0; i < object.fields.size(); ++i)
        if (object.fields[i] == &field || object.fields[i]->name == field.name)
            return int(i);
    return -1;
}

int ProgramCompiler::hiddenSlotOf(const ClassSymbol& object, size_t capture) const {
    return int(object.fields.size() + capture);
}

void ProgramCompiler::fillClass(const ClassSymbol& object, ClassCode& code, ObjectCaptures* captures) {
    code.name = object.name.empty() ? "$anon" : object.name;
    code.module = object.module ? object.module->moduleName.text() : std::string();
    code.type = object.type;
    code.distinctIds = types::distinctIds(object.type);
    code.isService = object.isService;
    code.isClient = object.isClient;
    code.isIsolated = object.isIsolated;
    code.isReadonly = object.isReadonly;
    for (const FieldSymbol* field : object.fields) {
        FieldCode fieldCode;
        fieldCode.name = m_builder->name(field->name);
        fieldCode.type = field->type;
        fieldCode.isFinal = field->isFinal;
        fieldCode.isPublic = field->isPublic();
        code.fields.push_back(fieldCode);
    }
    for (const FunctionSymbol* method : object.methods) {
        if (method->isInit() || (!method->body && !method->isExternal))
            continue;
        MethodCode methodCode;
        bool isResource = method->role == FunctionRole::Resource;
        methodCode.name = m_builder->name(isResource ? method->accessor : method->name);
        methodCode.function = captures ? compileMethod(*method, captures) : functionId(*method);
        methodCode.kind = isResource                             ? MethodKind::Resource
                          : method->role == FunctionRole::Remote ? MethodKind::Remote
                                                                 : MethodKind::Method;
        for (const PathSegment& segment : method->path) {
            if (segment.kind == PathSegment::Kind::Dot)
                continue;
            PathSegmentCode segmentCode;
            segmentCode.kind = segment.kind == PathSegment::Kind::Name    ? PathSegmentCode::Kind::Name
                               : segment.kind == PathSegment::Kind::Param ? PathSegmentCode::Kind::Param
                                                                          : PathSegmentCode::Kind::Rest;
            segmentCode.name = segment.name;
            segmentCode.type = segment.type;
            methodCode.path.push_back(std::move(segmentCode));
        }
        code.methods.push_back(std::move(methodCode));
    }
    FunctionId init = captures ? compileInit(object, captures) : initFunction(object);
    if (captures)
        m_inits[&object] = init;
    code.initFunction = init;
    annotateClass(object, code);
    if (!captures)
        return;
    for (const VariableSymbol* variable : captures->variables) {
        FieldCode hidden;
        hidden.name = m_builder->name("$" + variable->name);
        hidden.type = types::valueType;
        hidden.isPublic = false;
        code.fields.push_back(hidden);
    }
}

FunctionId ProgramCompiler::initFunction(const ClassSymbol& object) {
    auto [at, added] = m_inits.try_emplace(&object, noId);
    if (added)
        at->second = compileInit(object, nullptr);
    return m_inits[&object];
}

FunctionId ProgramCompiler::compileInit(const ClassSymbol& object, ObjectCaptures* captures) {
    bool hasInitialisers = std::any_of(object.fields.begin(), object.fields.end(),
                                       [](const FieldSymbol* field) { return field->initializer; });
    if (!object.init && !hasInitialisers)
        return noId;
    FunctionId id = m_builder->declareFunction();
    m_inits[&object] = id;
    FunctionCode code;
    if (object.init) {
        code = header(*object.init);
    } else {
        code.name = "init";
        code.module = object.module ? object.module->moduleName.text() : std::string();
        code.file = fileName(object);
        code.className = object.name;
        code.isIsolated = object.initializers && object.initializers->isInferredIsolated;
    }
    if (object.init && object.init->isExternal) {
        code.paramCount = uint16_t(object.init->signature.params.size() + 1);
        code.registerCount = uint16_t(code.paramCount + 1);
        for (const Parameter& param : object.init->signature.params)
            code.hasRest = param.kind == ParamKind::Rest;
        m_builder->defineFunction(id, std::move(code));
        return id;
    }
    FunctionCompiler compiler(*this, *modelOf(object), std::move(code), captures ? captures->outer : nullptr,
                              captures);
    m_builder->defineFunction(id, compiler.compileInit(object));
    return id;
}

FunctionId ProgramCompiler::compileMethod(const FunctionSymbol& method, ObjectCaptures* captures) {
    FunctionId id = m_builder->declareFunction();
    m_functions[&method] = id;
    FunctionCompiler compiler(*this, *modelOf(method), header(method), captures->outer, captures);
    m_builder->defineFunction(id, compiler.compileFunction(method));
    return id;
}

ClassId ProgramCompiler::defineObject(const ClassSymbol& object, ObjectCaptures& captures) {
    ClassId id = m_builder->declareClass();
    m_classes[&object] = id;
    ClassCode code;
    fillClass(object, code, &captures);
    m_builder->defineClass(id, std::move(code));
    return id;
}

ClassId ProgramCompiler::rawTemplateClass(types::SemType type) {
    for (const auto& [known, id] : m_rawTemplates)
        if (known == type)
            return id;
    ClassId id = m_builder->declareClass();
    m_rawTemplates.emplace_back(type, id);
    ClassCode code;
    code.name = "$rawTemplate";
    code.module = "ballerina/lang.object";
    code.type = type;
    for (const char* name : {"strings", "insertions"}) {
        SemType field = types::objectMemberType(m_types, type, name, types::MemberKind::Field);
        code.fields.push_back(
            {m_builder->name(name), field.isNever() ? types::listType : field, false, true});
    }
    m_builder->defineClass(id, std::move(code));
    return id;
}

// The values of annotations are module-level variables without names, filled when their module starts, or
// each time an object constructor or anonymous function is evaluated.
void ProgramCompiler::annotateClass(const ClassSymbol& object, ClassCode& code) {
    const SemanticModel* model = modelOf(object);
    if (!model || !object.decl)
        return;
    const ClassSymbol* constructed = object.role == ClassRole::ObjectConstructor ? &object : nullptr;
    code.annotations = annotationsOf(*object.decl, *model, constructed);
    for (MethodCode& method : code.methods)
        for (const FunctionSymbol* symbol : object.methods)
            if (auto known = m_functions.find(symbol);
                known != m_functions.end() && known->second == method.function && symbol->decl)
                method.annotations = annotationsOf(*symbol->decl, *model, constructed);
}

void ProgramCompiler::evaluateAnnotations(const Symbol& constructed, FunctionCompiler& function) {
    for (size_t i = 0; i < m_annotationValues.size(); ++i) // evaluating one may add others
        if (const AnnotationValue value = m_annotationValues[i]; value.constructed == &constructed)
            function.annotationToGlobal(value.values, value.type, value.global);
}

void ProgramCompiler::addAnnotation(GlobalId global, const Node* value) {
    for (AnnotationValue& known : m_annotationValues)
        if (known.global == global)
            known.values.push_back(value);
}

std::vector<std::pair<std::string, GlobalId>>
ProgramCompiler::annotationsOf(const Node& decl, const SemanticModel& model, const Symbol* constructed) {
    std::vector<std::pair<std::string, GlobalId>> result;
    for (const Annotation* annotation : annotsOf(&decl)) {
        auto* symbol = as<AnnotationSymbol>(model.symbolOf(annotation));
        if (!symbol || !symbol->module)
            continue;
        const bool isList = !symbol->type.isNever() && symbol->type.within(types::BasicType::List);
        std::string name = symbol->module->moduleName.text() + ":" + symbol->name;
        auto known =
            std::find_if(result.begin(), result.end(), [&](const auto& row) { return row.first == name; });
        if (isList && known != result.end()) {
            addAnnotation(known->second, annotation->annotValue());
            continue;
        }
        GlobalId global = hiddenGlobal(symbol->name, symbol->type);
        result.emplace_back(std::move(name), global);
        m_annotationValues.push_back({global, {annotation->annotValue()}, symbol->type, &model, constructed});
    }
    return result;
}

void ProgramCompiler::addFieldAnnotations(const SemanticModel& model) {
    for (const auto& tree : model.trees())
        for (const Node* node : tree->nodes()) {
            auto* field = cast<IndividualFieldDescriptor>(node);
            if (!field || annotsOf(field).size() == 0)
                continue;
            const SemType record = model.descriptorType(field->parent());
            for (auto& [name, global] : annotationsOf(*field, model))
                m_builder->program().fieldAnnotations.push_back(
                    {record, identifierValue(field->name()), name, global});
        }
}

} // namespace barre::runtime
