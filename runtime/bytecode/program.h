// What the compiler hands to the engine: functions, classes, types, constants. Plain data without heap
// values, so that a program can be made, looked at and thrown away without a Vm.
#pragma once

#include "model/types/sem_type.h"
#include "model/types/type_env.h"
#include "runtime/bytecode/instruction.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

using FunctionId = uint32_t;
using ClassId = uint32_t;
using GlobalId = uint32_t;
using TypeId = uint16_t;
using NameId = uint16_t;

inline constexpr uint32_t noId = 0xFFFFFFFF;

enum class ConstantKind : uint8_t { Int, Float, Decimal, String, ByteList };

/// A literal that does not fit into an instruction. `text` is the spelling of a decimal, the characters of a
/// string or the bytes of a `base16`/`base64` literal (which gets the type `readonly & byte[]`).
struct Constant {
    ConstantKind kind = ConstantKind::Int;
    int64_t integer = 0;
    double floating = 0;
    std::string text;
};

/// From this code offset on (up to the next entry) the code belongs to this place in the file.
struct LineEntry {
    uint32_t code = 0;
    uint32_t line = 0;   ///< 1-based
    uint32_t column = 0; ///< 1-based
    uint32_t begin = 0;  ///< bytes of the node in the file
    uint32_t end = 0;
};

/// A panic raised in [begin, end) puts its error into a register and goes on at `target`. Inner ones come
/// first.
struct Handler {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint32_t target = 0;
    uint16_t reg = 0;
};

/// A variable that a debugger may show: it lives in `reg` in [begin, end) of the code.
struct LocalName {
    std::string name;
    uint32_t begin = 0;
    uint32_t end = 0;
    uint16_t reg = 0;
    bool isCell = false;
};

/// `@http:Header` on a parameter: its name and the variable that holds its value.
struct ParamAnnotation {
    uint16_t param = 0;
    std::string name;
    GlobalId value = 0;
};

/// A function, method, anonymous function or worker. Parameters are registers 0 … paramCount-1 (a method's
/// self is 0, a rest parameter is the last and holds a list); the closure itself, if `hasCaptures`, is
/// register paramCount.
struct FunctionCode {
    std::string name;      ///< as stack traces show it: `main`, `onTextMessage`, `$lambda$0`
    std::string module;    ///< `org/name` of the module: `ballerina/lang.int`, `me/chat`
    std::string file;      ///< `chat.bal`
    uint32_t line = 0;     ///< of its declaration, 1-based
    std::string className; ///< of a method, as stack traces show it
    std::string
        native; ///< of an external function: `ballerina/lang.array:push`; methods `module:Class.method`
    uint16_t paramCount = 0;
    uint16_t registerCount = 0;
    bool hasRest = false;
    bool hasCaptures = false;
    bool isIsolated = false;
    bool isTransactional = false;
    types::SemType type; ///< the function type; what `is` and typeof see
    std::vector<Instruction> code;
    std::vector<LineEntry> lines;
    std::vector<Handler> handlers;
    std::vector<LocalName> locals;
    std::vector<std::string> paramNames; ///< without self and path parameters
    std::vector<bool> paramDefaults;     ///< which of paramNames may be left out
    std::vector<ParamAnnotation> paramAnnotations;
    std::vector<std::pair<std::string, GlobalId>>
        annotations; ///< of a module-level function of the package: `ballerina/test:Config` -> its value
};

struct FieldCode {
    NameId name = 0;
    types::SemType type;
    bool isFinal = false;
    bool isPublic = true;
};

enum class MethodKind : uint8_t { Method, Remote, Resource };

/// One segment of a resource path: a name, a parameter of a type, or the rest.
struct PathSegmentCode {
    enum class Kind : uint8_t { Name, Param, Rest } kind = Kind::Name;
    std::string name; ///< of the segment or of the parameter; empty for a type alone
    types::SemType type;

    /// Whether a parameter of the method gets the value.
    bool isBound() const { return kind != Kind::Name && !name.empty(); }
};

struct MethodCode {
    NameId name = 0; ///< of a resource: the accessor
    FunctionId function = 0;
    MethodKind kind = MethodKind::Method;
    std::vector<PathSegmentCode> path;
    std::vector<std::pair<std::string, GlobalId>> annotations; ///< as those of ClassCode
};

/// A class: its slots in the order of `fields`.
struct ClassCode {
    std::string name; ///< `ChatService`; `$anon$…` for object constructors
    std::string module;
    std::vector<FieldCode> fields;
    std::vector<MethodCode> methods;
    FunctionId initFunction =
        noId; ///< `init` with its field initialisers, takes self and its parameters; noId: none
    types::SemType type;
    std::vector<uint32_t> distinctIds;
    bool isService = false, isClient = false, isIsolated = false, isReadonly = false;
    std::string native; ///< name of the native class (destructor, …) for objects with C++ state, or empty
    std::vector<std::pair<std::string, GlobalId>>
        annotations; ///< `ballerina/websocket:ServiceConfig` -> its value
};

/// The keys of a mapping constructor, in order, and the inherent type of what it makes.
struct RecordShapeCode {
    TypeId type = 0;
    std::vector<NameId> keys;
};

/// The fields of a record type in the order of their declarations, with the function without arguments that
/// gives the default value, or noId. cloneWithType uses it.
struct RecordFields {
    types::SemType type;
    std::vector<std::pair<NameId, FunctionId>> fields;
};

/// The function without arguments that makes a filler value: a record of its defaults, or a new object.
struct FillerCode {
    types::SemType type;
    FunctionId function = noId;
};

/// The value of an annotation of a record's field.
struct FieldAnnotation {
    types::SemType record;
    std::string field;
    std::string annotation; ///< `ballerina/log:Sensitive`
    GlobalId value = 0;
};

/// The annotations of a type definition, as those of ClassCode.
struct TypeAnnotations {
    types::SemType type;
    std::vector<std::pair<std::string, GlobalId>> annotations;
};

struct GlobalCode {
    std::string name;
    std::string module;
    types::SemType type;
    bool isConfigurable = false;
    bool isRequired = false; ///< configurable without a default
    bool isListener = false;
    std::string file; ///< where it is declared
    uint32_t line = 0;
};

/// A module's functions that the engine or an embedder calls by name.
struct ModuleCode {
    std::string name;               ///< `org/name`
    FunctionId initFunction = noId; ///< gives module-level variables their values; returns error?
    std::vector<std::pair<std::string, FunctionId>> functions; ///< all module-level functions
    std::vector<std::pair<std::string, ClassId>> classes;
    std::vector<std::pair<std::string, TypeId>> types; ///< type definitions, for fromJsonWithType and tests
};

/// The class of the objects that `test:mock` makes for a type.
struct MockCode {
    types::SemType type;
    ClassId classId = 0;
};

/// `service /path on listener { … }`: what to attach after the initialisation of its module.
struct ServiceCode {
    ClassId classId = 0;
    std::vector<std::string> path;
    bool hasPath = false;
    FunctionId start = noId; ///< makes the service object and attaches it to its listeners; returns error?
    std::string file;
    uint32_t begin = 0, end = 0;
};

/// A compiled package with all the library modules it uses. Immutable once built, but for inline caches in
/// the code.
struct Program {
    std::shared_ptr<types::TypeEnv> typeEnv;
    std::vector<std::unique_ptr<FunctionCode>> functions;
    std::vector<ClassCode> classes;
    std::vector<types::SemType> types;
    std::vector<std::string> names; ///< fields and methods, by NameId
    std::vector<Constant> constants;
    std::vector<RecordShapeCode> recordShapes;
    std::vector<RecordFields> recordFields;
    std::vector<FillerCode> fillers;
    std::vector<FieldAnnotation> fieldAnnotations;
    std::vector<TypeAnnotations> typeAnnotations;
    std::vector<std::string> intrinsics; ///< natives called without a declaration: `barre:xmlElement`
    std::vector<GlobalCode> globals;
    std::vector<ModuleCode> modules; ///< in the order of initialisation
    std::vector<ServiceCode> services;
    std::vector<MockCode> mocks;
    FunctionId mainFunction = noId;
    std::shared_ptr<const void> keepAlive; ///< whatever else owns the types (the snapshot's library)
};

} // namespace barre::runtime
