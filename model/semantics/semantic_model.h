#pragma once

#include "model/diagnostics/diagnostic.h"
#include "model/semantics/facts.h"
#include "model/semantics/symbols.h"

#include <memory>
#include <vector>

namespace barre::syntax {
class SyntaxTree;
}

namespace barre::model {

class Library;
class LocalScope;
class PackageAnalysis;
struct ModelTables;

/// The meaning of one module: its symbols, and side tables keyed by the nodes of its trees. Immutable.
/// A question about a node that has no such fact (or whose fact could not be found out because of an error)
/// answers null, or `never` for types – see `hasType`.
class SemanticModel {
public:
    explicit SemanticModel(std::unique_ptr<ModelTables> tables);
    ~SemanticModel();

    const ModuleSymbol& module() const;
    const std::vector<std::shared_ptr<const syntax::SyntaxTree>>& trees() const;
    /// Models of the modules that this one imports, by itself or by using their types and methods.
    const std::vector<std::shared_ptr<const SemanticModel>>& imports() const;

    /// Static type of an expression or action, narrowed where it is a variable reference.
    SemType typeOf(const syntax::Node* expr) const;
    bool hasType(const syntax::Node* expr) const;
    /// What a constructor, template, query or literal was checked against after the choice among the members
    /// of a union: for a list, mapping, table or object constructor its inherent type.
    SemType inherentTypeOf(const syntax::Node* expr) const;
    /// The contextually expected type of an expression. False if it had none.
    bool expectedTypeOf(const syntax::Node* expr, SemType& expected) const;
    /// What a type descriptor denotes.
    SemType descriptorType(const syntax::Node* typeDescriptor) const;
    /// Known value of a literal (converted to its expected type), constant reference or constant expression.
    const ConstantValue* constantOf(const syntax::Node* expr) const;

    /// What a name reference, a declaration, a binding name or a named type descriptor stands for.
    const Symbol* symbolOf(const syntax::Node* node) const;
    /// Function of a function defn, method, anonymous function, worker or `start` action.
    const FunctionSymbol* functionOf(const syntax::Node* node) const;
    /// The closure of a default value: of a parameter of a function type descriptor, or of a field of a record
    /// type descriptor inside a function; null for other nodes.
    const FunctionSymbol* closureOf(const syntax::Node* defaultValue) const;
    /// Class of a class defn, service decl, object constructor or object type descriptor.
    const ClassSymbol* classOf(const syntax::Node* node) const;

    /// The fields of an inherent record type that a mapping constructor leaves to their default values.
    const std::vector<const FieldSymbol*>* defaultedFieldsOf(const syntax::Node* mappingConstructor) const;

    /// A field of a mapping constructor is left out if its value is nil.
    bool leavesOutNil(const syntax::Node* specificField) const;

    /// One getter per chapter of facts.h.
    const CallFacts* callOf(const syntax::Node* node) const;
    const AccessFacts* accessOf(const syntax::Node* node) const;
    const IterationFacts* iterationOf(const syntax::Node* node) const;
    const CheckFacts* checkOf(const syntax::Node* node) const;
    const QueryFacts* queryOf(const syntax::Node* node) const;
    const OperatorFacts* operatorOf(const syntax::Node* node) const;

    /// The class whose objects have exactly this type, if the type came from one declaration.
    const ClassSymbol* classOfType(SemType objectType) const;
    /// Likewise for records; also for `R & readonly`.
    const RecordSymbol* recordOfType(SemType recordType) const;
    /// The record of this module of which a type is the readonly form, written or not.
    const RecordSymbol* recordOfReadonly(types::TypeContext& context, SemType type) const;

    /// The scopes of bodies that a byte offset of a file lies in, innermost first.
    std::vector<const LocalScope*> scopesAt(uint32_t file, uint32_t position) const;

private:
    std::unique_ptr<ModelTables> m_tables;
};

/// The meaning of a package with all the library modules it uses.
struct PackageModel {
    std::vector<std::shared_ptr<const SemanticModel>> modules;   ///< imported ones before those that import
    std::vector<std::shared_ptr<const SemanticModel>> libraries; ///< likewise, all that were reached
    std::vector<Diagnostic> diagnostics;                         ///< of `modules`, by file and place
    std::shared_ptr<Library> library;                            ///< keeps types and library symbols alive
    std::shared_ptr<PackageAnalysis> analysis;                   ///< see recheck()

    /// The model that a node's module has; null if the node belongs to none.
    const SemanticModel* modelOf(const ModuleSymbol& module) const;
    /// A declaration by its id; null if the snapshot has none.
    const Symbol* find(const SymbolId& id) const;
};

} // namespace barre::model
