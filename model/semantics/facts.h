#pragma once

#include "model/semantics/symbols.h"

namespace barre::model {

enum class CallKind : uint8_t {
    Function,      ///< of a module-level function by its name
    FunctionValue, ///< of a variable, field or expression that holds a function
    Method,        ///< `object.f(…)`
    Remote,        ///< `client->f(…)`
    Resource,      ///< `client->/a/[b].get(…)`
    Langlib,       ///< `value.f(…)`: the receiver is the first argument of `function`
    New,           ///< `new C(…)` or `new (…)`
    Error,         ///< `error(…)`, `error T(…)`
    NewStream,     ///< `new stream<T>(…)`
};

/// Where the value of one parameter comes from.
struct ArgFacts {
    enum class Source : uint8_t {
        Expr,         ///< `expr`
        Receiver,     ///< the object left of the dot of a langlib call
        Default,      ///< the callee's default value
        Typedesc,     ///< an inferred `<>`: `typedesc`
        Rest,         ///< a list of `rest` (each an expression or a rest-arg `...expr`)
        Fields,       ///< an included record of `fields`
        SpreadMember, ///< member `index` of the list `expr` after `...`
        SpreadField,  ///< field `field` of the mapping `expr` after `...`
        Closure,      ///< what `closure` gives for the arguments before: a default of a function type
    } source = Source::Default;
    const syntax::Node* expr = nullptr;
    std::string field;
    uint32_t index = 0; ///< of SpreadMember; of Rest when its spread list starts in the middle
    SemType typedesc;
    std::vector<const syntax::Node*> rest;
    std::vector<std::pair<std::string, const syntax::Node*>> fields;
    const FunctionSymbol* closure = nullptr; ///< of Closure
};

struct CallFacts {
    CallKind kind = CallKind::Function;
    const FunctionSymbol* function = nullptr; ///< null for function values, and methods known by type alone
    const ClassSymbol* object = nullptr;      ///< New: the class
    const syntax::Node* receiver = nullptr;   ///< Method, Remote, Resource, Langlib, FunctionValue
    std::string method;                       ///< name of the method
    SemType functionType;
    std::vector<ArgFacts> args;            ///< one per parameter of the function, the rest parameter too
    std::vector<const syntax::Node*> path; ///< Resource: the segments of the path
    std::vector<std::pair<std::string, const syntax::Node*>> details; ///< Error: the named args
    bool nilIfEmpty = false; ///< the first argument is spread, and nil is the result if it has no members
    SemType constructedType; ///< New, Error, NewStream: the type of the result without errors
};

enum class AccessKind : uint8_t {
    ListMember,
    MappingMember, ///< `m["k"]`: nil if there is none
    RecordField,   ///< `r.f` with f required
    OptionalField, ///< `r?.f`, or `r.f` with f optional: nil if there is none or r is nil
    ObjectField,
    BoundMethod, ///< `o.f` where f is a method: a function value
    TableMember,
    StringMember,
    XmlMember,
    XmlAttribute, ///< `x.name`, `x?.name`
    LaxField,     ///< field access on json or a map of it: a value or an error
    LaxOptionalField,
    Annotation, ///< `t.@a`
};

struct AccessFacts {
    AccessKind kind = AccessKind::RecordField;
    SemType container;                  ///< static type of what is accessed, without nil and error
    bool nilLifted = false;             ///< the container may be nil; so is the result then
    bool errorLifted = false;           ///< the container may be an error; so is the result then (lax access)
    bool fills = false;                 ///< a store: the container may be extended
    const FieldSymbol* field = nullptr; ///< ObjectField
    const FunctionSymbol* method = nullptr; ///< BoundMethod
    std::string name;                       ///< of the field, with its namespace expanded for XmlAttribute
    SemType
        asserted; ///< if not never: what the value is expected to be, though an open record may hold another
};

enum class IterationKind : uint8_t {
    IntRange,
    List,
    Mapping,
    String,
    Xml,
    Table,
    Stream,
    Iterable,
    Mixed,          ///< one of several sequences: told apart when it runs
    MixedWithStream ///< so too, and it may be a stream
};

/// `foreach`, `from`, `join`.
struct IterationFacts {
    IterationKind kind = IterationKind::List;
    SemType element;
    SemType completion; ///< what the iteration may end with besides nil: errors
};

/// `check`, `checkpanic`, `fail`, and clauses that check implicitly.
struct CheckFacts {
    SemType error; ///< the errors that may leave
    const syntax::Node* target =
        nullptr;     ///< the statement or query whose on-fail takes it; null: the function
    SemType ensured; ///< lax typing: the value is converted to this as by `ensureType`; else never
};

enum class QueryResult : uint8_t { List, String, Xml, Mapping, Table, Stream, Action, Collect };

struct QueryFacts {
    QueryResult result = QueryResult::List;
    SemType constructed; ///< without the error and nil of its completion
    SemType element;     ///< of the select clause
    SemType completion;  ///< errors that evaluating it may end with
    std::vector<const syntax::Node*> limits;
};

enum class OperatorKind : uint8_t {
    Int,
    Float,
    Decimal,
    Boolean,
    String,
    Xml,
    Nil,
    IntDecimal, ///< unused in source, kept for mixed multiplication of later language versions
    Compare,    ///< ordered or equality comparison by type at run time
};

/// Unary and binary expressions, compound assignments.
struct OperatorFacts {
    OperatorKind kind = OperatorKind::Int;
    SemType left, right;    ///< operand types without nil
    bool nilLifted = false; ///< nil if an operand is nil
};

} // namespace barre::model
