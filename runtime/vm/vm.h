// What all workers share: the program, linked; the heap; global variables.
#pragma once

#include "runtime/bytecode/program.h"
#include "runtime/values/error_value.h"
#include "runtime/values/function_value.h"
#include "runtime/values/heap.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/type_info.h"
#include "runtime/vm/strand.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

struct List;

struct VmOptions {
    HeapLimits heap;
    uint32_t maxDepth = 20'000;        ///< frames before StackOverflow
    uint32_t maxRegisters = 4'000'000; ///< of one strand, likewise
};

/// A breakpoint or step hook; only asked for programs compiled with STATEMENT instructions.
struct DebugHook {
    virtual ~DebugHook() = default;
    /// The strand is about to run a statement. True: stop; the strand waits until worker.resume(strand, nil).
    virtual bool statement(Worker& worker, Strand& strand, const FunctionCode& function,
                           const LineEntry& line) = 0;
};

class Vm {
public:
    explicit Vm(std::shared_ptr<Program> program, VmOptions options = {});
    ~Vm();
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;

    /// Gives bodies to external functions; may be called several times, before the first strand starts. Begin
    /// with `langlibNatives()` of runtime/langlib/langlib.h.
    void bind(std::span<const NativeRow> natives);
    /// Every thread that touches values outside of Worker::runSome holds this meanwhile.
    std::recursive_mutex& execution() { return m_execution; }
    /// External functions that still have no body: calling one panics.
    std::vector<std::string> unbound() const;

    const Program& program() const { return *m_program; }
    const VmOptions& options() const { return m_options; }
    Heap& heap() { return m_heap; }
    TypeTable& typeTable() { return m_typeTable; }
    ShapeTable& shapes() { return m_shapes; }
    class Ranges& ranges() {
        return *m_ranges;
    }

    // ---- looking things up
    const LinkedFunction& function(FunctionId id) const { return m_functions[id]; }
    /// A module-level function, or noId.
    FunctionId findFunction(std::string_view module, std::string_view name) const;
    /// A class, or null.
    const ClassInfo* findClass(std::string_view module, std::string_view name) const;
    const ClassInfo& classInfo(ClassId id) const { return *m_classes[id]; }
    /// A type definition, or null.
    const TypeInfo* findType(std::string_view module, std::string_view name);
    Value global(GlobalId id) const { return m_globals[id]; }
    void setGlobal(GlobalId id, Value value) { m_globals[id] = value; }
    /// Set for each configurable variable that the command line or Config.toml gives, before the module
    /// starts.
    GlobalId findGlobal(std::string_view module, std::string_view name) const;

    /// The resource method of an object that answers to an accessor and the values of a path, and these
    /// values bound to its path parameters (a rest parameter's as one list). Null: none.
    const MethodInfo* findResource(types::TypeContext& context, const Value& object,
                                   std::string_view accessor, const List* path, std::vector<Value>& bound);
    /// The type of a function's rest parameter.
    const TypeInfo* restType(const LinkedFunction& function);
    struct RecordField {
        String* name;
        FunctionId defaultValue; ///< the function that gives it, or noId
    };
    /// The fields that a record type declares, in order; of other types none.
    const std::vector<RecordField>& fieldsOf(types::TypeContext& context, const TypeInfo* record);
    /// The function that gives a record's field its default value, or noId.
    FunctionId defaultOf(types::TypeContext& context, const TypeInfo* record, std::string_view field);
    /// The function that makes the filler value of a record or object type, or noId.
    FunctionId fillerOf(types::TypeContext& context, const types::SemType& type);
    /// Fills a place of a list or mapping for an instruction; see fillers.h.
    const LinkedFunction& fillFunction() const;
    /// The fields of a record type that have an annotation, with its values.
    std::vector<std::pair<std::string_view, Value>>
    annotatedFields(types::TypeContext& context, const TypeInfo* record, std::string_view annotation) const;
    /// The shape of `record {| T value; |}`: what next() gives for a list or stream of T; any|error for null.
    Shape* valueRecordShape(const TypeInfo* sequence = nullptr);
    uint64_t nextStrandId() { return m_nextStrand++; }

    // ---- making values
    /// A function value of the program's own type.
    Function* functionValue(const LinkedFunction& code, uint32_t captureCount = 0) {
        return makeFunction(m_heap, &code, code.code->type, captureCount);
    }
    /// `{org/module}Name` of a distinct error type, or nothing.
    std::string errorTypeName(types::TypeContext& context, const TypeInfo* type);
    /// A field or key name.
    String* intern(std::string_view name) { return m_shapes.intern(name); }
    Value string(std::string_view text) { return stringValue(m_heap, text); }
    Value bytes(std::string_view bytes);
    Value stringList(std::span<const std::string> strings);
    /// `error(message)`, of a named error type if there is one: `ballerina/websocket:ConnectionClosureError`.
    Value error(std::string_view message, std::string_view typeName = {}, Value cause = {},
                Mapping* detail = nullptr);
    /// The error of a panic that the engine raises: `{ballerina}DivisionByZero`.
    Value panicError(std::string_view name, std::string_view message);
    /// An object of a class without calling init.
    Object* object(const ClassInfo& info) { return makeObject(m_heap, &info); }

    /// How the reference prints an error that ends a program: a panic with its stack trace.
    std::string describe(const Value& error, bool hasStack = true) const;

    DebugHook* debugHook = nullptr;
    /// Whatever the embedder wants its natives to reach, by name.
    std::unordered_map<std::string, std::shared_ptr<void>> services;
    /// Listeners that the program has registered itself, and what it wants to be called at a graceful stop,
    /// in order.
    std::vector<Root> dynamicListeners;
    std::vector<Root> stopHandlers;

private:
    friend class Worker;
    friend struct Interpreter;
    struct Globals;
    void link();
    void linkFunctions();
    void linkClass(ClassId id);
    void linkMethod(ClassInfo& info, const MethodInfo& method);
    void linkConstants();
    Value constantValue(const Constant& constant);
    NativeFunction nativeNamed(std::string_view name) const;

    std::shared_ptr<Program> m_program;
    VmOptions m_options;
    Heap m_heap;
    TypeTable m_typeTable;
    ShapeTable m_shapes;
    std::vector<LinkedFunction> m_functions;
    std::vector<std::unique_ptr<ClassInfo>> m_classes;
    std::unique_ptr<class Ranges> m_ranges;
    std::unique_ptr<class FillFunction> m_fillFunction;
    std::unordered_map<const TypeInfo*, FunctionId> m_fillers; ///< what fillerOf() has found
    std::vector<Value> m_globals;
    std::vector<Value> m_constants;
    std::vector<String*> m_names;
    std::vector<const TypeInfo*> m_types;
    std::vector<Shape*> m_recordShapes;
    std::vector<LinkedFunction> m_intrinsics;
    std::vector<std::unique_ptr<FunctionCode>> m_intrinsicCode;
    std::unordered_map<std::string, NativeFunction> m_natives;
    std::unordered_map<std::string, const TypeInfo*> m_errorTypes;
    std::unordered_map<const TypeInfo*, std::vector<RecordField>>
        m_recordFields;               ///< what fieldsOf() has found
    std::unique_ptr<Globals> m_roots; ///< reports globals and constants to the collector
    std::recursive_mutex m_execution; ///< held by the worker that runs
    std::atomic<uint64_t> m_nextStrand{1};
    Strand* m_nonIsolated = nullptr; ///< the strand that runs between two yields without being isolated
    std::vector<Strand*> m_lockers;  ///< strands inside of `lock` statements
    Value m_outOfMemory;             ///< the error for a panic for which there is no memory
    Value m_lockWaiting;             ///< those that wait to get in; see Worker::waitIn
    std::unordered_map<const TypeInfo*, Shape*> m_valueRecordShapes;
};

} // namespace barre::runtime
