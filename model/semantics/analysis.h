#pragma once

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/finding.h"
#include "model/semantics/isolation.h"
#include "model/semantics/library.h"
#include "model/semantics/model_tables.h"
#include "model/semantics/package_input.h"
#include "model/semantics/scope.h"
#include "model/syntax/nodes.h"
#include "model/syntax/reparse.h"
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace barre::model {

/// The type of what has an error: silent in every test, so that one mistake gives one message.
inline constexpr SemType poisonType = types::wholeType(1u << 30);
inline bool isPoison(const SemType& type) {
    return (type.all & poisonType.all) != 0;
}

/// Where imports are found: the package's own modules, then the library.
class ModuleProvider {
public:
    virtual ~ModuleProvider() = default;
    /// Null if there is no such module, or if importing it would close a cycle (`isCycle`).
    virtual std::shared_ptr<const SemanticModel> find(const ModuleName& name, bool& isCycle) = 0;
};

/// What type parameters, and parameters of typedesc type, stand for in one call.
using TypeBindings = std::unordered_map<std::string, SemType>;

/// What checking the body of one function of module level, or one method, made besides facts about its nodes.
struct BodyRecord {
    LocalScope* params = nullptr;   ///< the scope around the body
    bool hasCapturedParams = false; ///< by the default values of others
    std::vector<const Symbol*> symbols;
    std::vector<Diagnostic> diagnostics;
    std::set<std::pair<uint32_t, std::string>> usedImports; ///< file and prefix
};

/// The analysis of one module. Declarations are made first (declare), then each is resolved when it is first
/// needed (resolve_*), then bodies are checked (Checker). One class, one file per chapter.
class ModuleAnalysis {
public:
    /// The modules of the library have annotations and rules of their own.
    ModuleAnalysis(const ModuleInput& input, const ModuleName& name, bool isDefaultModule,
                   types::TypeContext& types, Library& library, ModuleProvider& provider, bool isLibrary);

    /// Declares and resolves what is at module level: other modules may refer to it then.
    void declareAll();
    /// Checks the bodies, then the rules that look at the module as a whole; the tables are complete then.
    void checkAll();
    /// What the declarations and bodies, then what the rules have to say; all after checkAll().
    std::vector<Diagnostic> diagnostics() const;
    /// Hands the tables over to their model; the analysis goes on writing to them.
    std::unique_ptr<ModelTables> takeTables() { return std::move(m_ownTables); }

    types::TypeContext& types() { return m_types; }
    ModelTables& tables() { return *m_tables; }

    // recheck.cpp
    /// Checks a body, and remembers what that makes.
    void recordBody(const FunctionSymbol& function, LocalScope& params, const std::function<void()>& check);
    /// Whether the change matters to nothing but the body and the rules.
    bool canRecheck(const syntax::BodyChange& change) const;
    /// Checks the changed body in place of the old one, which it takes out of the tree.
    void recheck(syntax::SyntaxTree& tree, const syntax::BodyChange& change);
    /// Forgets what checking a node and those below it has found.
    void forgetNodes(const syntax::Node* body);
    ModuleSymbol& module() { return *m_tables->module; }
    Library& library() { return m_library; }
    bool isLibrary() const { return m_isLibrary; }

    // report.cpp
    void report(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args = {});
    void report(DiagnosticCode code, const syntax::Token* token, std::vector<std::string> args = {});
    void reportAt(DiagnosticCode code, uint32_t file, SourceRange range, std::vector<std::string> args = {});
    /// How often something has been reported, wherever it went.
    size_t reportCount() const { return m_reportCount; }
    /// What may be meant, or be done instead, for the message reported last.
    void hint(std::string text);
    void reportImport(const syntax::ImportDecl* decl, const ModuleName& name, bool isCycle);
    void reportUnknownAnnotation(const syntax::AnnotTagReference* reference, const ModuleSymbol& where,
                                 const std::string& name);
    /// Takes back what has been reported since the count was `count`, in the same body.
    void forgetReports(size_t count);
    uint32_t fileOf(const syntax::Node* node) const;
    std::string text(const SemType& type);

    // names.cpp
    /// A name at module level, seen from a file; null and a message if there is none.
    const Symbol* lookUp(const ModuleSymbol& from, uint32_t file, const syntax::Token* prefix,
                         const syntax::Token* name, bool quiet = false, const Scope* scope = nullptr);
    /// The module that a prefix stands for; null and a message if none.
    const ModuleSymbol* prefixModule(const ModuleSymbol& from, uint32_t file, const syntax::Token* prefix,
                                     bool quiet = false);
    const AnnotationSymbol* lookUpAnnotation(uint32_t file, const syntax::AnnotTagReference* reference);
    /// A library module without an import; null if there is none.
    const ModuleSymbol* libraryModule(std::string_view name);
    void noteReference(const syntax::Node* node, const Symbol* symbol) { m_tables->symbolOf[node] = symbol; }

    // resolve_symbols.cpp
    /// Makes the symbol complete: types, signature, value.
    void resolve(const Symbol* symbol);
    SemType typeOfTypeSymbol(const TypeSymbol& symbol);
    void resolveConstant(ConstantSymbol& constant);
    void resolveVariable(VariableSymbol& variable);
    void resolveXmlns(XmlNamespaceSymbol& xmlns);
    void resolveEnum(EnumSymbol& enumeration);
    void resolveAnnotation(AnnotationSymbol& annotation);

    // resolve_functions.cpp
    void resolveFunction(FunctionSymbol& function);
    /// Fills params and return type from the syntax; `scope` gives the module and the file.
    void fillSignature(FunctionSymbol& function, const syntax::FunctionSignature* syntax, uint32_t file);
    SemType functionTypeOf(const Signature& signature);

    // resolve_objects.cpp
    void resolveClass(ClassSymbol& object);
    /// The class of an object type descriptor, made when first seen.
    ClassSymbol& objectTypeOf(const syntax::ObjectTypeDesc* desc, uint32_t file);
    ClassSymbol& declareClass(const syntax::Node* decl, ClassRole role, std::string name,
                              syntax::NodeList<syntax::ObjectMember> members, const std::string& idPrefix);
    const ClassSymbol* classOfType(SemType type);
    const RecordSymbol* recordOfType(SemType type);
    const RecordSymbol* recordOfReadonly(SemType type);

    // resolve_records.cpp
    RecordSymbol& recordOf(const syntax::RecordTypeDesc* desc, uint32_t file);
    /// The record type descriptor that a type reference leads to, through typedefs and `readonly &`.
    const RecordSymbol* recordOfReference(const Symbol* target);

    // check_defaults.cpp
    /// The defaults of a function type descriptor are to be checked, where names mean what they mean there.
    void noteDefaults(const syntax::FunctionTypeDesc* desc);
    /// The descriptors below a node whose defaults nobody has checked yet; of the whole module without one.
    std::vector<const syntax::FunctionTypeDesc*> takeUncheckedDefaults(const syntax::Node* inside = nullptr);
    void checkModuleDefaults();
    /// Whether the defaults of its fields are still to be checked; they are the caller's now.
    bool takeUncheckedRecord(const syntax::RecordTypeDesc* desc);
    /// The closure of a default value of another module.
    const FunctionSymbol* closureOfImport(const syntax::Node* value) const;

    /// Runs at the end of the type definitions that are being resolved now.
    void defer(std::function<void()> task);
    /// Runs before all questions: defines a type that must ask about the types it is made of.
    void deferCompletion(std::function<void()> task);
    /// Runs when all deferred definitions are made: may ask questions about types.
    void deferQuestion(std::function<void()> task);
    bool isDeferring() const { return m_depth > 0; }
    /// While it lives, structural types are defined later, so that types may refer to each other.
    class Deferring {
    public:
        explicit Deferring(ModuleAnalysis& analysis) : m_analysis(analysis) { ++m_analysis.m_depth; }
        ~Deferring() {
            if (m_analysis.m_depth == 1)
                m_analysis.drain();
            --m_analysis.m_depth;
        }
        Deferring(const Deferring&) = delete;
        Deferring& operator=(const Deferring&) = delete;

    private:
        ModuleAnalysis& m_analysis;
    };

    SymbolId makeId(const std::string& path);
    /// The number of a distinct type descriptor; the same in every analysis of the module.
    uint32_t distinctIdOf(const ModuleSymbol& module, const syntax::Node* desc);
    /// Remembers which record or object `left & right` still is, and reports it if it is empty.
    void noteIntersection(const syntax::Node* desc, SemType left, SemType right, SemType result);

    void markImportUsed(uint32_t file, const std::string& prefix) {
        if (!m_body || m_body->usedImports.insert({file, prefix}).second)
            ++m_importUses[{file, prefix}];
    }

private:
    friend class Deferring;
    // declare.cpp
    void declare();
    void declareMember(const syntax::ModuleMember* member);
    void declareImports(const syntax::ModulePart* part, uint32_t file);
    void declareImport(const syntax::ImportDecl* decl, uint32_t file);
    void declareFunction(const syntax::FunctionDefn* decl);
    void declareVariables(const syntax::ModuleVarDecl* decl);
    void declareListener(const syntax::ListenerDecl* decl);
    void declareService(const syntax::ServiceDecl* decl);
    void declareEnum(const syntax::ModuleEnumDecl* decl);
    void checkRepeatedMembers();
    void declareType(const syntax::ModuleTypeDefn* decl);
    void declareConstant(const syntax::ModuleConstDecl* decl);
    void declareAnnotation(const syntax::AnnotationDecl* decl);
    void declareXmlns(const syntax::ModuleXmlnsDecl* decl);
    void declareBindings(const syntax::ModuleVarDecl* decl, const syntax::BindingPattern* pattern);
    void addMember(Symbol& symbol, const syntax::Node* decl, const syntax::Token* name);
    void initSymbol(Symbol& symbol, const syntax::Node* decl, const syntax::Token* name);
    void reportUnusedImports();

    void addClassMember(ClassSymbol& object, const syntax::ObjectMember* member, const std::string& idPrefix);
    void resolveService(ServiceSymbol& service);
    void fillMembers(ClassSymbol& object);
    void resolveResourcePath(FunctionSymbol& method);
    void includeMethod(ClassSymbol& object, const FunctionSymbol& method, const syntax::Node* reference);
    /// The distinct ids that a class, or what a type descriptor names, has of its own and by inclusion.
    void collectDistinct(const Symbol* target, const syntax::Node* desc, std::vector<uint32_t>& ids);
    void collectOwnDistinct(const Symbol* target, const syntax::Node* desc, std::vector<uint32_t>& ids);
    SemType restMember(const Parameter& param);
    void defineClass(ClassSymbol& object, const types::Placeholder& placeholder);
    void includeInto(ClassSymbol& object, Inclusion& inclusion);
    void includeField(ClassSymbol& object, const FieldSymbol& field, const syntax::Node* reference);
    void checkQualifiers(const ClassSymbol& object, const ClassSymbol& included, const syntax::Node* place);
    void reportInfinite(ClassSymbol& object);
    void fillRecord(RecordSymbol& record, const syntax::RecordTypeDesc* desc);
    void checkOverride(const FieldSymbol& field, const FieldSymbol& included, const syntax::Node* place);
    void includeInto(RecordSymbol& record, const syntax::RecordTypeInclusion* inclusion, uint32_t file);
    void includeRest(RecordSymbol& record, const SemType& rest, const syntax::RecordTypeInclusion* inclusion);
    void resolveAll();
    void checkBodies();
    void checkRules();
    void checkDefaultsOf(const RecordSymbol& record);
    void forgetBody(const FunctionSymbol& function);
    void forgetSymbols(const std::unordered_set<const Symbol*>& symbols);
    void move(const syntax::BodyChange& change, uint32_t file);
    void drain();
    void addFindings(const std::vector<Finding>& findings);
    void checkUnnamedVariables();
    void checkModuleLevel(class Checker& checker, const VariableSymbol& variable);

    std::unique_ptr<ModelTables> m_ownTables;
    ModelTables* m_tables;
    types::TypeContext& m_types;
    Library& m_library;
    ModuleProvider& m_provider;
    std::vector<Diagnostic> m_diagnostics, m_ruleDiagnostics;
    std::vector<Diagnostic>* m_sink = &m_diagnostics;
    size_t m_reportCount = 0;
    bool m_isLibrary = false;

    enum class State : uint8_t { New, Busy, Done };
    std::unordered_map<const Symbol*, State> m_states;
    std::unordered_map<const Symbol*, State> m_memberStates;
    std::unordered_map<const syntax::Node*, RecordSymbol*> m_records;
    std::unordered_map<const syntax::Node*, ClassSymbol*> m_objects;
    std::deque<std::function<void()>> m_definitions, m_completions, m_questions;
    std::vector<const Symbol*> m_collecting; ///< whose distinct ids are being collected
    int m_depth = 0;
    int m_distinctCount = 0;
    std::map<std::pair<uint32_t, std::string>, int> m_importUses; ///< by how many bodies, or declarations
    std::unordered_map<const Symbol*, BodyRecord> m_bodies;       ///< by function
    BodyRecord* m_body = nullptr;                                 ///< that is being checked
    IsolationMemory m_isolation;
    std::unordered_map<SemType, const ClassSymbol*, types::SemTypeHash> m_foreignClasses;
    std::unordered_map<SemType, const RecordSymbol*, types::SemTypeHash> m_foreignRecords;
    std::unordered_map<SemType, const RecordSymbol*, types::SemTypeHash> m_readonlyRecords;
    std::unordered_map<std::string, int> m_idCounts;
    std::unordered_set<const syntax::Node*> m_checkedDecls;
    std::vector<const syntax::FunctionTypeDesc*> m_uncheckedDefaults;
    struct RepeatedMember {
        const ConstantSymbol *again, *first;
        const syntax::Token* name;
    };
    std::vector<RepeatedMember> m_repeatedMembers; ///< of enumerations
};

} // namespace barre::model
