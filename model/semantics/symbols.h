#pragma once

#include "model/semantics/constant_value.h"
#include "model/semantics/symbol_id.h"
#include "model/text/source_range.h"
#include "model/types/sem_type.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace barre::syntax {
class Node;
}

namespace barre::model {

using types::SemType;

struct ClassSymbol;
struct FunctionSymbol;
struct RecordSymbol;
struct ModuleSymbol;
struct VariableSymbol;

enum class SymbolKind : uint8_t {
    Module,       ///< a module, as an import prefix sees it
    Function,     ///< module-level functions, methods, anonymous functions, workers: FunctionSymbol
    Record,       ///< record type descriptors: RecordSymbol
    Class,        ///< class defns, service decls, object constructors, object type descriptors: ClassSymbol
    TypeDefn,     ///< `type T …;`: TypeSymbol
    Enum,         ///< EnumSymbol
    Constant,     ///< `const` and enum members: ConstantSymbol
    Variable,     ///< module-level variables, listeners, locals, parameters, self, workers: VariableSymbol
    Field,        ///< field of a class or record: FieldSymbol
    Service,      ///< service declaration: ServiceSymbol
    Annotation,   ///< AnnotationSymbol
    XmlNamespace, ///< `xmlns "uri" as prefix`: XmlNamespaceSymbol
};

enum class Visibility : uint8_t { Module, Public, Private };

/// What a declaration means. Symbols belong to their SemanticModel, never change after the analysis and are
/// compared by address within one; across snapshots by `id`.
struct Symbol {
    SymbolKind kind;
    std::string name; ///< without the quote of a quoted identifier
    SymbolId id;      ///< empty for locals and parameters
    const ModuleSymbol* module = nullptr;
    uint32_t file = 0;                  ///< index into ModuleSymbol::files
    const syntax::Node* decl = nullptr; ///< the declaration; null for what the language itself declares
    SourceRange nameRange;              ///< of the identifier in the declaration; empty if there is none
    Visibility visibility = Visibility::Module;
    bool isDeprecated = false;

    explicit Symbol(SymbolKind kind) : kind(kind) {}
    Symbol(const Symbol&) = delete;
    Symbol& operator=(const Symbol&) = delete;
    virtual ~Symbol() = default;

    bool isPublic() const { return visibility == Visibility::Public; }
};

/// The symbol as T, or null if it is another kind.
template<class T>
const T* as(const Symbol* symbol) {
    return symbol && symbol->kind == T::Kind ? static_cast<const T*>(symbol) : nullptr;
}
template<class T>
T* as(Symbol* symbol) {
    return symbol && symbol->kind == T::Kind ? static_cast<T*>(symbol) : nullptr;
}

enum class VariableRole : uint8_t {
    Module,   ///< module-level variable
    Listener, ///< `listener T name = …;`
    Local,
    Parameter, ///< of a function; see Parameter
    Self,      ///< `self` in a method
    Worker,    ///< a named worker, used as a future in `wait` and as a peer in `->` and `<-`
};

struct VariableSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Variable;
    VariableRole role = VariableRole::Local;
    SemType type; ///< as declared or inferred; a reference may be narrower
    SemType
        writtenType; ///< of a configurable variable: as its declaration says, which does not say `readonly`
    bool isFinal = false;
    bool isConfigurable = false;
    bool isIsolated = false;
    bool isRequired = false;   ///< configurable with `?`: Config.toml must give it
    bool isCaptured = false;   ///< by a closure, worker or class body other than its owner
    bool isReassigned = false; ///< assigned after its declaration
    bool isAggregated = false; ///< of a query: stands for a list after `group by` or in `collect`
    const syntax::Node* initializer = nullptr; ///< null if none
    const FunctionSymbol* owner = nullptr;     ///< the function whose frame holds it; null at module level

    VariableSymbol() : Symbol(Kind) {}
};

struct ConstantSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Constant;
    SemType type; ///< the singleton type, or the read-only type of a structure
    ConstantValue value;
    const Symbol* enumeration = nullptr; ///< the EnumSymbol of an enum member

    ConstantSymbol() : Symbol(Kind) {}
};

struct TypeSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::TypeDefn;
    SemType type;
    const syntax::Node* descriptor = nullptr;
    const ClassSymbol* object = nullptr;  ///< the object type it names, if it names one
    const RecordSymbol* record = nullptr; ///< the record type it names, if it names one
    bool isTypeParam = false;             ///< `@typeParam` of a library module: stands for the caller's type
    bool isBuiltinSubtype = false;        ///< `@builtinSubtype`: int:Signed32, string:Char, …

    TypeSymbol() : Symbol(Kind) {}
};

struct EnumSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Enum;
    SemType type;
    std::vector<const ConstantSymbol*> members;

    EnumSymbol() : Symbol(Kind) {}
};

enum class ParamKind : uint8_t { Required, Defaultable, IncludedRecord, Rest };

struct Parameter {
    std::string name; ///< may be empty in a function type descriptor
    ParamKind kind = ParamKind::Required;
    SemType type;                               ///< for Rest: the list type
    const syntax::Node* decl = nullptr;         ///< the param of the grammar
    const syntax::Node* defaultValue = nullptr; ///< Defaultable: an expression, or `<>`
    bool isInferredTypedesc = false;            ///< default `<>`: the caller's expected type
    const VariableSymbol* symbol = nullptr;     ///< null in a function type descriptor
};

/// What a caller needs to know of a function.
struct Signature {
    std::vector<Parameter> params;                  ///< the rest parameter, if any, is last
    SemType returnType;                             ///< of a dependently typed function: the upper bound
    const syntax::Node* returnDescriptor = nullptr; ///< null if there is none (returns nil)
    bool isGeneric = false;                         ///< its types mention a type parameter or a parameter
    bool isIsolated = false;
    bool isTransactional = false;
};

enum class FunctionRole : uint8_t {
    Module,    ///< module-level function
    Method,    ///< `function f` of an object
    Remote,    ///< `remote function f`
    Resource,  ///< `resource function get a/b`
    Anonymous, ///< explicit or inferred anonymous function
    Worker,    ///< body of a named worker, or of `start`'s implicit function
    Implicit,  ///< body of the module's initialisation and of field initialisers
};

/// One segment of a resource path.
struct PathSegment {
    enum class Kind : uint8_t { Name, Param, Rest, Dot } kind = Kind::Name;
    std::string name; ///< of the segment or of the parameter
    SemType type;     ///< of one segment
    const VariableSymbol* symbol = nullptr;
    const syntax::Node* node = nullptr;
};

struct FunctionSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Function;
    FunctionRole role = FunctionRole::Module;
    Signature signature;
    SemType type;                          ///< the function type
    const ClassSymbol* owner = nullptr;    ///< of a method
    const FunctionSymbol* outer = nullptr; ///< the function around an anonymous function or worker
    const VariableSymbol* self = nullptr;
    const syntax::Node* body = nullptr; ///< FunctionBlockBody, expression body, or null if external
    bool isExternal = false;
    bool isInferredIsolated = false;             ///< isolated by declaration or by inference
    std::string accessor;                        ///< Resource: `get`, `post`, …
    std::vector<PathSegment> path;               ///< Resource
    std::vector<const VariableSymbol*> captures; ///< variables of outer functions that it uses
    std::vector<const FunctionSymbol*> workers;  ///< named workers declared directly in it

    FunctionSymbol() : Symbol(Kind) {}
    bool isInit() const { return owner && name == "init" && role == FunctionRole::Method; }
};

struct FieldSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Field;
    SemType type;
    bool isFinal = false;
    bool isOptional = false;                   ///< `int x?;` of a record
    const syntax::Node* initializer = nullptr; ///< or the default value of a record field
    const ClassSymbol* owner = nullptr;        ///< null for fields of records

    FieldSymbol() : Symbol(Kind) {}
};

/// `*T` in a class, object or record.
struct Inclusion {
    const syntax::Node* node = nullptr;
    SemType type;
    const Symbol* target = nullptr; ///< TypeSymbol or ClassSymbol
};

enum class ClassRole : uint8_t { Class, ObjectConstructor, Service, ObjectType };

struct ClassSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Class;
    ClassRole role = ClassRole::Class;
    SemType type; ///< of its objects
    bool isDistinct = false, isService = false, isClient = false, isIsolated = false, isReadonly = false;
    std::vector<const FieldSymbol*> fields;     ///< those included come where the inclusion stands
    std::vector<const FunctionSymbol*> methods; ///< of its own and those included, resources too
    std::vector<Inclusion> inclusions;
    const FunctionSymbol* init = nullptr;         ///< null: takes nothing and cannot fail
    const FunctionSymbol* initializers = nullptr; ///< the implicit function of the field initialisers
    std::vector<const VariableSymbol*> captures;  ///< of an object constructor: variables it uses
    std::vector<uint32_t> extraDistinctIds; ///< of an object constructor: those of the type it is made as

    ClassSymbol() : Symbol(Kind) {}

    /// By name; resources have none. Null if there is none.
    const FieldSymbol* field(std::string_view name) const;
    const FunctionSymbol* method(std::string_view name, FunctionRole role = FunctionRole::Method) const;
};

/// A record type descriptor; has a name only if a type defn names it. What a mapping constructor needs to
/// know of defaults is found by the SemType of the record, which each descriptor has of its own.
struct RecordSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Record;
    SemType type;
    std::vector<const FieldSymbol*> fields; ///< those included come where the inclusion stands
    SemType rest;                           ///< of the rest descriptor; never if the record is closed
    std::vector<Inclusion> inclusions;

    RecordSymbol() : Symbol(Kind) {}
    const FieldSymbol* field(std::string_view name) const;
};

struct ServiceSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Service;
    const ClassSymbol* object = nullptr;
    std::vector<std::string> path; ///< the absolute resource path; empty: none or `/`
    bool hasPath = false;
    std::vector<const syntax::Node*> listeners;         ///< the expressions after `on`
    std::vector<const VariableSymbol*> listenerSymbols; ///< null where the expression is no plain name

    ServiceSymbol() : Symbol(Kind) {}
};

struct AnnotationSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Annotation;
    SemType type; ///< of the values: `true` if the declaration gives none
    bool isConst = false;
    uint32_t attachPoints = 0; ///< bits of AttachPoint; 0: everywhere
    uint32_t sourceAttachPoints = 0;

    AnnotationSymbol() : Symbol(Kind) {}
};

struct XmlNamespaceSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::XmlNamespace;
    std::string uri;

    XmlNamespaceSymbol() : Symbol(Kind) {}
};

/// Name of a module: `ballerina` + `lang.array`, or the package's org + `chat.util`.
struct ModuleName {
    std::string org;
    std::string name;

    std::string text() const { return org.empty() ? name : org + "/" + name; }
    /// The import prefix when none is given: what follows the last dot.
    std::string defaultPrefix() const { return name.substr(name.rfind('.') + 1); }
    bool operator==(const ModuleName&) const = default;
    auto operator<=>(const ModuleName&) const = default;
};

/// One `import` of a file.
struct ImportFacts {
    const ModuleSymbol* module = nullptr; ///< null if there is no such module
    const syntax::Node* decl = nullptr;
};
/// What each prefix of a file stands for; the predeclared ones (`int`, `string`, …) are not listed.
using FileImports = std::unordered_map<std::string, ImportFacts>;

struct ModuleSymbol : Symbol {
    static constexpr SymbolKind Kind = SymbolKind::Module;
    ModuleName moduleName;
    bool isDefaultModule = false;     ///< of its package
    std::vector<std::string> files;   ///< paths as given
    std::vector<FileImports> imports; ///< by file
    /// By file: the prefixes that `xmlns` declares at module level.
    std::vector<std::unordered_map<std::string_view, const XmlNamespaceSymbol*>> namespaces;
    /// Everything declared at module level, in order of files and of text.
    std::vector<const Symbol*> members;
    std::unordered_map<std::string_view, const Symbol*> byName; ///< services are not in it
    std::unordered_map<std::string_view, const AnnotationSymbol*> annotations;
    const FunctionSymbol* init = nullptr; ///< the implicit function of module-level initialisers

    ModuleSymbol() : Symbol(Kind) {}
    const Symbol* find(std::string_view name) const;
};

} // namespace barre::model
