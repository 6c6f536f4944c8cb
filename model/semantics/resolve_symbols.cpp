// Module-level declarations, each resolved when it is first needed.
#include "model/semantics/attach_points.h"
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

#include <algorithm>

namespace barre::model {

namespace {

/// The subtypes that the language builds into library modules.
SemType builtinSubtype(types::TypeContext& types, const std::string& module, const std::string& name) {
    struct Width {
        std::string_view name;
        int bits;
        bool isSigned;
    };
    static constexpr Width widths[] = {{"Signed8", 8, true},      {"Signed16", 16, true},
                                       {"Signed32", 32, true},    {"Unsigned8", 8, false},
                                       {"Unsigned16", 16, false}, {"Unsigned32", 32, false}};
    if (module == "lang.int")
        for (const Width& width : widths)
            if (width.name == name)
                return types::intWidth(types, width.bits, width.isSigned);
    if (module == "lang.string" && name == "Char")
        return types::charType(types);
    if ((module == "lang.string" || module == "lang.regexp") && name == "RegExp")
        return types::regexpType;
    struct Item {
        std::string_view name;
        types::XmlItem item;
    };
    static constexpr Item items[] = {{"Element", types::XmlItem::Element},
                                     {"ProcessingInstruction", types::XmlItem::ProcessingInstruction},
                                     {"Comment", types::XmlItem::Comment},
                                     {"Text", types::XmlItem::Text}};
    if (module == "lang.xml")
        for (const Item& item : items)
            if (item.name == name)
                return types::xmlItemType(types, item.item);
    return poisonType;
}

/// Locals, parameters and methods get their types when they are made, or with their class.
bool isModuleLevel(const Symbol& symbol) {
    if (as<XmlNamespaceSymbol>(&symbol))
        return syntax::ModuleXmlnsDecl::cast(symbol.decl);
    if (const auto* variable = as<VariableSymbol>(&symbol))
        return variable->role == VariableRole::Module || variable->role == VariableRole::Listener;
    const auto* function = as<FunctionSymbol>(&symbol);
    return !function || function->role == FunctionRole::Module;
}

} // namespace

void ModuleAnalysis::resolve(const Symbol* constSymbol) {
    if (constSymbol->module != &module() || !isModuleLevel(*constSymbol))
        return;
    Symbol* symbol = const_cast<Symbol*>(constSymbol); // of this module: still being made
    State& state = m_states[symbol];
    if (state == State::Done)
        return;
    if (auto* type = as<TypeSymbol>(symbol)) {
        typeOfTypeSymbol(*type);
        return;
    }
    if (auto* object = as<ClassSymbol>(symbol))
        return resolveClass(*object);
    if (state == State::Busy) {
        if (auto* variable = as<VariableSymbol>(symbol); variable && variable->type.isNever()) {
            report(DiagnosticCode::CyclicDefinition, symbol->decl, {symbol->name});
            variable->type = poisonType;
        } else if (auto* constant = as<ConstantSymbol>(symbol); constant && constant->type.isNever()) {
            report(DiagnosticCode::CyclicDefinition, symbol->decl, {symbol->name});
            constant->type = poisonType;
        }
        return;
    }
    state = State::Busy;
    switch (symbol->kind) {
    case SymbolKind::Function: resolveFunction(*as<FunctionSymbol>(symbol)); break;
    case SymbolKind::Constant: resolveConstant(*as<ConstantSymbol>(symbol)); break;
    case SymbolKind::Variable: resolveVariable(*as<VariableSymbol>(symbol)); break;
    case SymbolKind::Enum: resolveEnum(*as<EnumSymbol>(symbol)); break;
    case SymbolKind::Annotation: resolveAnnotation(*as<AnnotationSymbol>(symbol)); break;
    case SymbolKind::XmlNamespace: resolveXmlns(*as<XmlNamespaceSymbol>(symbol)); break;
    case SymbolKind::Service: resolveService(*as<ServiceSymbol>(symbol)); break;
    default: break;
    }
    m_states[symbol] = State::Done;
}

SemType ModuleAnalysis::typeOfTypeSymbol(const TypeSymbol& constSymbol) {
    TypeSymbol& symbol = const_cast<TypeSymbol&>(constSymbol); // of this module: still being made
    State& state = m_states[&symbol];
    if (state == State::Done)
        return symbol.type;
    if (state == State::Busy) {
        if (symbol.type.isNever()) {
            report(DiagnosticCode::CyclicDefinition, symbol.decl, {symbol.name});
            symbol.type = poisonType;
        }
        return symbol.type;
    }
    state = State::Busy;
    const Deferring deferring(*this);
    const SemType builtin =
        m_isLibrary ? builtinSubtype(m_types, module().moduleName.name, symbol.name) : poisonType;
    const auto* desc = static_cast<const syntax::TypeDesc*>(symbol.descriptor);
    SemType type = builtin;
    if (isPoison(type))
        type = TypeResolver(*this, module(), symbol.file).resolve(desc);
    if (!isPoison(symbol.type))
        symbol.type = type;
    m_states[&symbol] = State::Done;
    if (!isPoison(type)) {
        symbol.record = as<RecordSymbol>(m_tables->symbolOf[desc]);
        const auto object = m_tables->classes.find(desc);
        symbol.object = object == m_tables->classes.end() ? classOfType(type) : object->second;
        if (!syntax::is<syntax::TypeReference>(desc))
            m_types.env().setName(type, module().isDefaultModule
                                            ? symbol.name
                                            : module().moduleName.defaultPrefix() + ":" + symbol.name);
        deferQuestion([this, &symbol] {
            if (!types::isCyclic(m_types, symbol.type))
                return;
            report(DiagnosticCode::InfiniteType, symbol.descriptor, {symbol.name});
            symbol.type = poisonType;
        });
    }
    return symbol.type;
}

void ModuleAnalysis::resolveConstant(ConstantSymbol& constant) {
    const syntax::Expression* value = nullptr;
    std::optional<SemType> expected;
    if (const auto* member = syntax::EnumMember::cast(constant.decl)) {
        value = member->expression();
        expected = types::stringType;
        if (!value) {
            constant.value.value = constant.name;
            constant.type = types::stringConst(m_types, constant.name);
            return;
        }
    } else if (const auto* decl = syntax::ModuleConstDecl::cast(constant.decl)) {
        value = decl->expression();
        TypeResolver resolver(*this, module(), constant.file);
        resolver.inferLength([&] { return inferredLength(*this, constant.file, value); });
        if (decl->typeDescriptor())
            expected = resolver.resolve(decl->typeDescriptor());
    }
    checkConstant(*this, constant, value, expected);
}

void ModuleAnalysis::resolveXmlns(XmlNamespaceSymbol& xmlns) {
    const auto* decl = syntax::ModuleXmlnsDecl::cast(xmlns.decl);
    xmlns.uri = namespaceUri(*this, xmlns.file, decl->uri());
    if (!xmlns.name.empty() && xmlns.uri.empty() && syntax::is<syntax::BasicLiteral>(decl->uri()))
        report(DiagnosticCode::PrefixOfNoNamespace, decl, {xmlns.name});
}

void ModuleAnalysis::resolveEnum(EnumSymbol& enumeration) {
    SemType type = types::neverType;
    for (const ConstantSymbol* member : enumeration.members) {
        resolve(member);
        if (!isPoison(member->type))
            type = types::unite(m_types, type, member->type);
    }
    enumeration.type = type;
    m_types.env().setName(type, enumeration.name);
}

void ModuleAnalysis::resolveVariable(VariableSymbol& variable) {
    if (const auto* listener = syntax::ListenerDecl::cast(variable.decl)) {
        if (listener->typeDescriptor())
            variable.type = TypeResolver(*this, module(), variable.file).resolve(listener->typeDescriptor());
        else
            variable.type = inferModuleVariable(*this, variable, listener->expression());
        return;
    }
    const auto* decl = syntax::ModuleVarDecl::cast(variable.decl);
    const auto* pattern = decl->typedBindingPattern();
    const bool isVar = syntax::is<syntax::VarTypeDesc>(pattern->typeDescriptor());
    const bool isPlain = syntax::is<syntax::CaptureBindingPattern>(pattern->bindingPattern());
    if (!isVar && isPlain && !variable.isConfigurable) {
        TypeResolver resolver(*this, module(), variable.file);
        resolver.inferLength([&] { return inferredLength(*this, variable.file, decl->initializer()); });
        variable.type = resolver.resolve(pattern->typeDescriptor());
        return;
    }
    resolveModulePattern(*this, decl); // gives all variables of the pattern their types
}

void ModuleAnalysis::resolveAnnotation(AnnotationSymbol& annotation) {
    const auto* decl = syntax::AnnotationDecl::cast(annotation.decl);
    annotation.type = decl->typeDescriptor()
                          ? TypeResolver(*this, module(), annotation.file).resolve(decl->typeDescriptor())
                          : types::booleanConst(m_types, true);
    for (const syntax::AnnotAttachPoint* point : decl->attachPoints()) {
        std::string text;
        for (const syntax::Token* word : point->identifiers())
            text += (text.empty() ? "" : " ") + std::string(word->text());
        (point->sourceKeyword() ? annotation.sourceAttachPoints : annotation.attachPoints) |=
            attachPointBit(text);
    }
}

uint32_t ModuleAnalysis::distinctIdOf(const ModuleSymbol& from, const syntax::Node* desc) {
    return m_types.env().distinctId(from.moduleName.text() + ":" + std::to_string(desc->range().begin) + "@" +
                                    from.files[fileOf(desc)]);
}

void ModuleAnalysis::noteIntersection(const syntax::Node* desc, SemType left, SemType right, SemType result) {
    if (const RecordSymbol* record = recordOfType(left) ? recordOfType(left) : recordOfType(right))
        m_tables->recordOfType.emplace(result, record);
    if (const ClassSymbol* object = classOfType(left) ? classOfType(left) : classOfType(right))
        m_tables->classOfType.emplace(result, object);
    deferQuestion([this, desc, left, right, result] {
        if (types::isEmpty(m_types, result) && !left.isNever() && !right.isNever())
            report(DiagnosticCode::EmptyIntersection, desc);
    });
}

// Deferred definitions
// -----------------------------------------------------------------------------------------

void ModuleAnalysis::defer(std::function<void()> task) {
    m_definitions.push_back(std::move(task));
}

void ModuleAnalysis::deferQuestion(std::function<void()> task) {
    if (m_depth == 0)
        return task();
    m_questions.push_back(std::move(task));
}

void ModuleAnalysis::deferCompletion(std::function<void()> task) {
    m_completions.push_back(std::move(task));
}

void ModuleAnalysis::drain() {
    for (;;) {
        auto* queue = !m_definitions.empty()   ? &m_definitions
                      : !m_completions.empty() ? &m_completions
                                               : &m_questions;
        if (queue->empty())
            return;
        const std::function<void()> task = std::move(queue->front());
        queue->pop_front();
        task();
    }
}

const ClassSymbol* ModuleAnalysis::classOfType(SemType type) {
    if (const auto found = m_tables->classOfType.find(type); found != m_tables->classOfType.end())
        return found->second;
    const ClassSymbol*& known = m_foreignClasses[type];
    for (const auto& import : m_tables->imports)
        if (!known)
            known = import->classOfType(type);
    return known;
}

const RecordSymbol* ModuleAnalysis::recordOfType(SemType type) {
    if (const auto found = m_tables->recordOfType.find(type); found != m_tables->recordOfType.end())
        return found->second;
    const RecordSymbol*& known = m_foreignRecords[type];
    for (const auto& import : m_tables->imports)
        if (!known)
            known = import->recordOfType(type);
    return known || isDeferring() ? known : recordOfReadonly(type);
}

/// The record of a member of `R[] & readonly`, a type that nobody has written.
const RecordSymbol* ModuleAnalysis::recordOfReadonly(SemType type) {
    if (const auto found = m_readonlyRecords.find(type); found != m_readonlyRecords.end())
        return found->second;
    const RecordSymbol* known = nullptr;
    if (types::isReadonly(m_types, type)) {
        known = m_tables->recordOfReadonly(m_types, type);
        for (const auto& import : m_tables->imports)
            if (!known)
                known = import->recordOfReadonly(m_types, type);
    }
    return m_readonlyRecords[type] = known;
}

} // namespace barre::model
