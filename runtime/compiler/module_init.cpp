#include "runtime/compiler/function_compiler.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

const Node* expressionOf(const ConstantSymbol& constant) {
    return cast<ModuleConstDecl>(constant.decl)->expression();
}

/// Walks from an initialiser to the module-level variables and structured constants that it needs, through
/// the functions it may call.
class Dependencies {
public:
    explicit Dependencies(const SemanticModel& model) : m_model(model) {}

    std::vector<const Symbol*> order;

    void visitConstant(const ConstantSymbol& constant) {
        if (!isStructured(constant) || !m_seen.insert(&constant).second)
            return;
        visitNode(expressionOf(constant));
        order.push_back(&constant);
    }
    void visitVariable(const VariableSymbol& variable) {
        if (!m_seen.insert(&variable).second)
            return;
        if (variable.initializer)
            visitNode(variable.initializer);
        order.push_back(&variable);
    }

private:
    void visitNode(const Node* node) {
        forEachNode(node, [&](const Node* inner) {
            if (const CallFacts* call = m_model.callOf(inner)) {
                visitFunction(call->function);
                for (const ArgFacts& arg : call->args)
                    visitFunction(arg.closure);
                if (call->object)
                    visitClass(*call->object);
            }
            if (const auto* defaults = m_model.defaultedFieldsOf(inner))
                for (const FieldSymbol* field : *defaults)
                    visitDefault(*field);
            const Symbol* symbol = m_model.symbolOf(inner);
            if (!symbol || symbol->module != &m_model.module())
                return;
            if (auto* constant = as<ConstantSymbol>(symbol)) {
                visitConstant(*constant);
            } else if (auto* variable = as<VariableSymbol>(symbol)) {
                if (variable->role == VariableRole::Module || variable->role == VariableRole::Listener)
                    visitVariable(*variable);
            } else if (auto* function = as<FunctionSymbol>(symbol)) {
                visitFunction(function);
            }
        });
    }
    void visitDefault(const FieldSymbol& field) {
        if (field.module == &m_model.module() && m_seen.insert(&field).second)
            visitNode(field.initializer);
    }
    void visitFunction(const FunctionSymbol* function) {
        if (!function || function->module != &m_model.module() || !m_seen.insert(function).second)
            return;
        if (function->body)
            visitNode(function->body);
        for (const Parameter& param : function->signature.params)
            if (param.defaultValue)
                visitNode(param.defaultValue);
        if (function->isInit())
            visitClass(*function->owner);
    }
    void visitClass(const ClassSymbol& object) {
        if (object.module != &m_model.module() || !m_seen.insert(&object).second)
            return;
        for (const FieldSymbol* field : object.fields)
            if (field->initializer && field->module == object.module)
                visitNode(field->initializer);
        for (const FunctionSymbol* method : object.methods)
            visitFunction(method);
    }

    const SemanticModel& m_model;
    std::unordered_set<const Symbol*> m_seen;
};

} // namespace

bool isStructured(const ConstantSymbol& constant) {
    return constant.value.get<std::shared_ptr<const ConstantList>>() ||
           constant.value.get<std::shared_ptr<const ConstantMapping>>();
}

std::vector<const Symbol*> initialisationOrder(const SemanticModel& module) {
    Dependencies dependencies(module);
    for (const Symbol* member : module.module().members)
        if (auto* constant = as<ConstantSymbol>(member))
            dependencies.visitConstant(*constant);
    for (const Symbol* member : module.module().members)
        if (auto* variable = as<VariableSymbol>(member))
            dependencies.visitVariable(*variable);
    return std::move(dependencies.order);
}

FunctionId ProgramCompiler::compileModuleInit(const SemanticModel& module) {
    FunctionId id = m_builder->declareFunction();
    FunctionCode code;
    code.name = "$init";
    code.module = module.module().moduleName.text();
    if (!module.module().files.empty()) {
        const std::string& path = module.module().files.front();
        code.file = path.substr(path.rfind('/') + 1);
    }
    FunctionCompiler compiler(*this, module, std::move(code));
    auto order = initialisationOrder(module);
    auto annotations = [&](FunctionCompiler& function) {
        for (size_t i = 0; i < m_annotationValues.size(); ++i) {
            AnnotationValue value = m_annotationValues[i];
            if (value.model != &module || value.constructed)
                continue;
            function.annotationToGlobal(value.values, value.type, value.global);
        }
    };
    FunctionCode compiled = compiler.compileModuleInit(order, annotations);
    m_builder->defineFunction(id, std::move(compiled));
    return id;
}

void ProgramCompiler::compileServices(const SemanticModel& module) {
    for (const Symbol* member : module.module().members) {
        auto* service = as<ServiceSymbol>(member);
        if (!service || !service->object)
            continue;
        ServiceCode code;
        code.classId = classId(*service->object);
        code.path = service->path;
        code.hasPath = service->hasPath;
        code.file = fileName(*service);
        if (service->decl) {
            code.begin = service->decl->range().begin;
            code.end = service->decl->range().end;
        }
        code.start = compileServiceStart(module, *service, code.classId);
        m_builder->program().services.push_back(std::move(code));
    }
}

FunctionId ProgramCompiler::compileServiceStart(const SemanticModel& module, const ServiceSymbol& service,
                                                ClassId classId) {
    FunctionId id = m_builder->declareFunction();
    FunctionCode code;
    code.name = "$service";
    code.module = module.module().moduleName.text();
    code.file = fileName(service);
    FunctionCompiler compiler(*this, module, std::move(code));
    m_builder->defineFunction(id, compiler.compileServiceStart(service, classId));
    return id;
}

} // namespace barre::runtime
