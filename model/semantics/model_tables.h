#pragma once

#include "model/semantics/scope.h"
#include "model/semantics/semantic_model.h"
#include "model/types/type_context.h"

#include <memory>
#include <unordered_map>

namespace barre::model {

/// What a SemanticModel is made of. Written while the module is checked, never after.
struct ModelTables {
    std::vector<std::unique_ptr<Symbol>> symbols; ///< owns every symbol of the module
    ModuleSymbol* module = nullptr;
    std::vector<std::shared_ptr<const syntax::SyntaxTree>> trees;
    std::vector<std::shared_ptr<const SemanticModel>> imports; ///< of the module and, in turn, of these

    std::vector<std::unique_ptr<LocalScope>> scopes; ///< of bodies, outer ones first

    template<class T>
    using ByNode = std::unordered_map<const syntax::Node*, T>;
    ByNode<SemType> types;
    ByNode<SemType> inherentTypes;
    ByNode<SemType> expectedTypes;
    ByNode<SemType> descriptors;
    ByNode<ConstantValue> constants;
    ByNode<const Symbol*> symbolOf;
    ByNode<const FunctionSymbol*> functions;
    ByNode<const FunctionSymbol*> closures; ///< of default values
    ByNode<const ClassSymbol*> classes;
    ByNode<std::vector<const FieldSymbol*>> defaultedFields;
    ByNode<bool> nilLeavesOut; ///< specific fields whose value may be nil, but not in the mapping
    ByNode<CallFacts> calls;
    ByNode<AccessFacts> accesses;
    ByNode<IterationFacts> iterations;
    ByNode<CheckFacts> checks;
    ByNode<QueryFacts> queries;
    ByNode<OperatorFacts> operators;

    /// All of the above, one after the other.
    template<class Visit>
    void forEachByNode(Visit visit) {
        visit(types), visit(inherentTypes), visit(expectedTypes), visit(descriptors), visit(constants);
        visit(symbolOf), visit(functions), visit(closures), visit(classes), visit(defaultedFields);
        visit(nilLeavesOut), visit(calls), visit(accesses), visit(iterations), visit(checks), visit(queries),
            visit(operators);
    }

    std::unordered_map<SemType, const ClassSymbol*, types::SemTypeHash> classOfType;
    std::unordered_map<SemType, const RecordSymbol*, types::SemTypeHash> recordOfType;

    /// The record of which a type is the readonly form; of several the first one in the text.
    const RecordSymbol* recordOfReadonly(types::TypeContext& context, SemType type) const;

    /// A new symbol that the module owns.
    template<class T>
    T& make() {
        auto symbol = std::make_unique<T>();
        T& made = *symbol;
        made.module = module;
        symbols.push_back(std::move(symbol));
        return made;
    }
};

} // namespace barre::model
