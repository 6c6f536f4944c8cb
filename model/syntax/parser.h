#pragma once

#include "model/syntax/nodes.h"

namespace barre::syntax {

/// The tree of a file. Never fails: what the grammar has no place for is kept as skipped text and has a
/// diagnostic. Any bytes are allowed, up to `maxTextSize`; the rest of a longer text is skipped.
SyntaxTreePtr parseModulePart(std::string text);

inline constexpr size_t maxTextSize = size_t(1) << 30;

/// The rules that a slot of a form or an edit may ask for.
enum class GrammarRule : uint8_t {
    Expression,          ///< Expression
    ActionOrExpr,        ///< Expression, actions included
    TypeDescriptor,      ///< TypeDesc
    Statement,           ///< Statement
    Statements,          ///< StatementList
    FunctionSignature,   ///< FunctionSignature
    Param,               ///< Param
    ModuleMember,        ///< ModuleMember, imports included
    ClassMember,         ///< ObjectMember of a class, service or object constructor
    RecordMember,        ///< RecordMember
    EnumMember,          ///< EnumMember
    Identifier,          ///< IdentifierName
    ResourcePath,        ///< ResourcePath
    AttachPoint,         ///< AbsoluteResourcePath or BasicLiteral
    Lvalue,              ///< Expression that can be assigned to
    BindingPattern,      ///< BindingPattern
    TypedBindingPattern, ///< TypedBindingPattern
    MatchPattern,        ///< MatchPattern
    MatchPatternList,    ///< MatchPatternList
    ArgList,             ///< ArgList with its parentheses
    Args,                ///< ArgList without them (they are missing tokens)
    Annotation,          ///< Annotation
    MappingField,        ///< MappingField
};

/// A text read as one instance of a grammar rule.
struct ParsedFragment {
    SyntaxTreePtr tree; ///< its root is a Fragment

    const Node* node() const { return static_cast<const Fragment*>(tree->root())->content(); }
    /// The whole text is one instance of the rule, without a syntax error.
    bool isValid() const { return tree->diagnostics().empty(); }
};

/// Reads the text as the rule. Diagnostics say where it is not one; their ranges are those of `text`.
ParsedFragment parseAs(GrammarRule rule, std::string_view text);

} // namespace barre::syntax
