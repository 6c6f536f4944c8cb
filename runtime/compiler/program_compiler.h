#pragma once

#include "model/semantics/semantic_model.h"
#include "model/syntax/nodes.h"
#include "model/text/line_index.h"
#include "model/types/type_context.h"
#include "runtime/bytecode/program_builder.h"
#include "runtime/compiler/compiler.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace barre::runtime {

class FunctionCompiler;

/// What stands for a function while tests run: a variable of type test:MockFunction, or another function.
struct FunctionMock {
    const model::VariableSymbol* variable = nullptr;
    const model::FunctionSymbol* replacement = nullptr;
};

/// Variables of functions around an object constructor that its methods use: they become hidden fields.
struct ObjectCaptures {
    const model::ClassSymbol* object = nullptr;
    FunctionCompiler* outer = nullptr; ///< null outside of functions
    std::vector<const model::VariableSymbol*> variables;
};

/// Compiles a package: gives ids to everything that code refers to and compiles functions when they are first
/// needed, those of the package's own modules in any case.
class ProgramCompiler {
public:
    ProgramCompiler(const model::PackageModel& package, const CompileOptions& options);
    ~ProgramCompiler();

    CompileResult run();

    // ---- what function compilers ask for
    ProgramBuilder& builder() { return *m_builder; }
    types::TypeContext& types() { return m_types; }
    const CompileOptions& options() const { return m_options; }
    const model::PackageModel& package() const { return m_package; }
    const model::SemanticModel* modelOf(const model::Symbol& symbol) const;

    /// The id of a function; queues its body.
    FunctionId functionId(const model::FunctionSymbol& function);
    GlobalId globalId(const model::VariableSymbol& variable);
    /// The variable that holds a structured constant.
    GlobalId constantGlobal(const model::ConstantSymbol& constant);
    /// Whether calling the function means calling a native: not if something stands for it.
    bool isNative(const model::FunctionSymbol& function) const;
    /// Makes the class of the objects that `test:mock` gives for a class or an object type.
    void addMockClass(const model::ClassSymbol& object);
    /// A function of the library that the compiler itself calls.
    const model::FunctionSymbol& libraryFunction(std::string_view module, std::string_view name) const;
    /// A class that is no object constructor inside a function.
    ClassId classId(const model::ClassSymbol& object);
    /// The function that makes and initialises a value's fields; noId if objects of the class need none.
    FunctionId initFunction(const model::ClassSymbol& object);
    /// Slot of a field in objects of exactly this class.
    int slotOf(const model::ClassSymbol& object, const model::FieldSymbol& field) const;
    int hiddenSlotOf(const model::ClassSymbol& object, size_t capture) const;
    /// Defines the class of an object constructor, whose methods see the variables around it.
    ClassId defineObject(const model::ClassSymbol& object, ObjectCaptures& captures);
    /// A class with two fields for the values of raw template expressions of a type.
    ClassId rawTemplateClass(types::SemType type);
    /// The function without arguments that gives a record field its default.
    FunctionId defaultFunction(const model::FieldSymbol& field);
    /// The annotations of a declaration, or of what `constructed` stands for, and the variables of their
    /// values.
    std::vector<std::pair<std::string, GlobalId>> annotationsOf(const syntax::Node& decl,
                                                                const model::SemanticModel& model,
                                                                const model::Symbol* constructed = nullptr);
    /// Gives the annotations of an object constructor or anonymous function their values, where it is
    /// evaluated.
    void evaluateAnnotations(const model::Symbol& constructed, FunctionCompiler& function);
    /// A global of its own, such as the value of an annotation.
    GlobalId hiddenGlobal(std::string name, types::SemType type);
    /// Of a listener without a name: `service / on new Listener(8080)`.
    GlobalId listenerGlobal();

    /// A variable that the program does not name, such as the messages of workers.
    const model::VariableSymbol* hiddenVariable(std::string name);

    LineEntry place(const syntax::Node& node, model::SourceRange range);
    std::string fileName(const model::Symbol& symbol) const;
    std::string lambdaName();
    void unsupported(const syntax::Node& node, const model::ModuleSymbol& module, std::string construct);
    /// Path of the file that a node of a module is in.
    std::string pathOf(const syntax::Node& node, const model::ModuleSymbol& module) const;

    /// The parts of a FunctionCode that come from its symbol.
    FunctionCode header(const model::FunctionSymbol& function);

private:
    struct PendingFunction {
        const model::FunctionSymbol* symbol;
        FunctionId id;
    };
    struct PendingClass {
        const model::ClassSymbol* symbol;
        ClassId id;
    };

    struct AnnotationValue {
        GlobalId global;
        std::vector<const syntax::Node*> values; ///< null: none is given
        types::SemType type;                     ///< a list if the annotation may be repeated
        const model::SemanticModel* model;
        const model::Symbol* constructed; ///< evaluated when it is; null: when the module starts
    };

    void compileModule(const model::SemanticModel& module, bool isOwn);
    /// One of the package's modules, not of the library.
    bool isOwn(const model::SemanticModel& model) const;
    void drain();
    void compileFunction(const PendingFunction& pending);
    void compileBody(const model::FunctionSymbol& function, FunctionId id);
    void findMocks();
    void addMock(const model::SemanticModel& model, const syntax::Node& annotation, const FunctionMock& mock);
    void unknownMockTarget(const syntax::Node& annotation, const model::ModuleSymbol& module,
                           std::string functionName, std::string moduleName);
    void compileMock(const PendingFunction& pending, const FunctionMock& mock);
    FunctionId compileMethodMock(const model::FunctionSymbol& method);
    void compileClass(const PendingClass& pending);
    void fillClass(const model::ClassSymbol& object, ClassCode& code, ObjectCaptures* captures);
    FunctionId compileInit(const model::ClassSymbol& object, ObjectCaptures* captures);
    FunctionId compileMethod(const model::FunctionSymbol& method, ObjectCaptures* captures);
    FunctionId compileModuleInit(const model::SemanticModel& module);
    void compileServices(const model::SemanticModel& module);
    FunctionId compileServiceStart(const model::SemanticModel& module, const model::ServiceSymbol& service,
                                   ClassId classId);
    bool hasPlainDefault(const model::FieldSymbol& field) const;
    void compileRecordFields();
    void addFiller(const model::Symbol& made, const model::SemType& type,
                   const std::function<FunctionCode(FunctionCompiler&)>& compile);
    void addFieldAnnotations(const model::SemanticModel& model);
    void addModuleTables(const model::SemanticModel& module, ModuleCode& code);
    void addAnnotation(GlobalId global, const syntax::Node* value);
    void annotateClass(const model::ClassSymbol& object, ClassCode& code);

    const model::PackageModel& m_package;
    CompileOptions m_options;
    types::TypeContext m_types;
    std::unique_ptr<ProgramBuilder> m_builder;
    std::vector<model::Diagnostic> m_diagnostics;
    std::unordered_map<const model::FunctionSymbol*, FunctionId> m_functions;
    std::unordered_map<const model::VariableSymbol*, GlobalId> m_globals;
    std::unordered_map<const model::ConstantSymbol*, GlobalId> m_constants;
    std::unordered_map<const model::ClassSymbol*, ClassId> m_classes;
    std::unordered_map<const model::ClassSymbol*, FunctionId> m_inits;
    std::unordered_map<const model::FieldSymbol*, FunctionId> m_defaults;
    std::vector<std::pair<types::SemType, ClassId>> m_rawTemplates;
    std::unordered_map<const syntax::SyntaxTree*, std::unique_ptr<model::LineIndex>> m_lines;
    std::vector<AnnotationValue> m_annotationValues;
    std::unordered_map<const model::FunctionSymbol*, FunctionMock> m_mocks;
    std::unordered_set<const model::ClassSymbol*> m_mockClasses;
    std::vector<std::pair<const model::SemanticModel*, std::pair<FunctionId, size_t>>> m_moduleInits;
    std::deque<PendingFunction> m_pendingFunctions;
    std::deque<PendingClass> m_pendingClasses;
    std::vector<std::unique_ptr<model::VariableSymbol>> m_hiddenVariables;
    int m_lambdas = 0;
};

/// Structured constants and module-level variables of a module, each after those that its initialiser needs.
std::vector<const model::Symbol*> initialisationOrder(const model::SemanticModel& module);

/// Whether the constant is a list or a mapping, made once and kept in a global.
bool isStructured(const model::ConstantSymbol& constant);

} // namespace barre::runtime
