// The kinds of values that are rarer.
#pragma once

#include "runtime/values/decimal.h"
#include "runtime/values/heap.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"

#include <memory>
#include <string>
#include <vector>

namespace barre::runtime {

struct Strand;
struct LinkedFunction;

/// A decimal is too big for a Value.
struct BoxedDecimal : HeapObject {
    Decimal value;
};
inline Value decimalValue(Heap& heap, const Decimal& value) {
    auto* box = static_cast<BoxedDecimal*>(heap.allocate(sizeof(BoxedDecimal), Tag::Decimal, ReadonlyFlag));
    box->value = value;
    return Value::of(box);
}
inline const Decimal& decimalOf(const Value& value) {
    return value.as<BoxedDecimal>()->value;
}

/// A type as a value.
struct Typedesc : HeapObject {
    const TypeInfo* type;
    const LinkedFunction* function; ///< whose value it was asked for: its annotations are the typedesc's; or null
};
Value typedescValue(Heap& heap, const TypeInfo* type, const LinkedFunction* function = nullptr);

/// A stream over an object with next() (and close()), or over an iterator of the engine.
struct Stream : HeapObject {
    const TypeInfo* type;
    Value source; ///< object, or Iterator
    bool ended;   ///< by itself: has no more values
    bool closed;  ///< by whoever reads it; the object behind it knows what comes then
};

/// What a strand will give.
struct Future : HeapObject {
    const TypeInfo* type;
    Strand* strand;
    Value result;
    bool isDone;
    bool isPanic;
    bool isCancelled;
    bool isWorker; ///< of a named worker, which cannot fail
    Value waiting; ///< list of strands, see Worker::waitIn
};

/// Position in a sequence of the engine: what ITERATE makes.
struct Iterator : HeapObject {
    Value source;
    int64_t at;    ///< index, byte or entry
    int64_t limit; ///< of a range: the end, not included; of a list: its first length; of others: additions so far
    Value extra;
};

/// One row of a table, and its key if the table has keys.
struct TableRow {
    Value row; ///< Absent: removed
    Value key;
    uint32_t hash; ///< of the key
};

/// A table: rows in the order in which they were added, found by their keys.
struct Table : ManagedObject {
    const TypeInfo* type = nullptr;
    std::vector<TableRow> rows; ///< removed ones included
    uint32_t live = 0;
    Mutations mutations;
    std::vector<uint32_t> index; ///< of rows with keys: row + 1 by hash, 0: none; as long as a power of two

    bool hasKey() const { return !type->keyFields.empty(); }
    void trace(Tracer& tracer);
};

enum class XmlKind : uint8_t { Sequence, Element, Text, ProcessingInstruction, Comment };

/// An item or a sequence of items. Adjacent text is one item; a sequence of one item is that item.
struct Xml : ManagedObject {
    XmlKind kind = XmlKind::Sequence;
    std::string name;   ///< of an element, expanded `{uri}local`; target of a processing instruction
    std::string text;   ///< of text, comments and processing instructions
    Mapping* attributes = nullptr; ///< of an element: map<string> by expanded names
    std::vector<Xml*> items;       ///< of a sequence; the children of an element

    void trace(Tracer& tracer);
};

/// A compiled regular expression; see langlib/regexp.
struct Regexp : ManagedObject {
    std::string source;
    std::shared_ptr<const void> compiled;

    void trace(Tracer&) {}
};

/// C++ data as a value (`handle`) or as a native's private state.
struct Handle : HeapObject {
    void* data;
    void (*destroy)(void*);
};

} // namespace barre::runtime
