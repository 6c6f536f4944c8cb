// A value of the language in 16 bytes: a tag that says which basic type it belongs to, and 64 bits.
#pragma once

#include "model/types/sem_type.h"

#include <cstdint>

namespace barre::runtime {

/// The basic type of a value. The numbers are those of types::BasicType, so that a set of basic types is
/// tested by one shift; the last ones are the engine's own and never seen by programs.
enum class Tag : uint8_t {
#define BARRE_BASIC_TYPE(name, text, immutability, representation) name,
#include "model/types/basic_types.def"
#undef BARRE_BASIC_TYPE
    Absent,   ///< no value: a missing argument or field
    Iterator, ///< state of a foreach
    Cell,     ///< a captured variable
    Strand,
    Peers,
    Native, ///< a C++ object that the heap owns
    Buffer, ///< characters that strings share
    Free    ///< heap memory without an object
};
static_assert(int(Tag::Absent) == int(types::BasicType::Undef));

constexpr uint32_t tagBit(Tag tag) {
    return 1u << uint32_t(tag);
}

inline constexpr uint32_t inlineTags =
    tagBit(Tag::Nil) | tagBit(Tag::Boolean) | tagBit(Tag::Int) | tagBit(Tag::Float) | tagBit(Tag::Absent);

/// Bits in HeapObject::flags.
enum ObjectFlag : uint8_t {
    ReadonlyFlag = 1,    ///< deeply immutable
    FinalizeFlag = 2,    ///< owns memory outside the heap
    AsciiFlag = 4,       ///< strings: one byte per code point
    BufferFlag = 8,      ///< strings: the characters are in a shared buffer; lists: the storage is outside
    DictionaryFlag = 16, ///< mappings: fields are in a hash table
    VisitedFlag = 32,    ///< scratch of one algorithm, clear between
};

/// What every heap object begins with.
struct HeapObject {
    Tag tag;
    uint8_t mark;
    uint8_t flags;
    uint8_t sizeClass;
    uint32_t extra; ///< strings: hash; lists: storage kind; else free for the kind

    bool isReadonly() const { return flags & ReadonlyFlag; }
};

struct String;
struct List;
struct Mapping;
struct Table;
struct Xml;
struct Error;
struct Function;
struct Object;
struct Future;
struct Stream;
struct Typedesc;
struct Regexp;
struct BoxedDecimal;
struct Decimal;

/// A value. Trivially copyable; heap objects live as long as a register, a Root or another object reaches
/// them.
struct Value {
    uint64_t bits = 0; ///< the tag; 64 bits wide so that copies are two plain moves
    union {
        int64_t integer;
        double floating;
        HeapObject* object;
        uint64_t payload = 0;
    };

    Tag tag() const { return Tag(uint8_t(bits)); }
    bool is(Tag t) const { return bits == uint64_t(t); }
    bool isNil() const { return bits == uint64_t(Tag::Nil); }
    bool isAbsent() const { return is(Tag::Absent); }
    bool isInt() const { return is(Tag::Int); }
    bool isFloat() const { return is(Tag::Float); }
    bool isString() const { return is(Tag::String); }
    bool isError() const { return is(Tag::Error); }
    bool isList() const { return is(Tag::List); }
    bool isMapping() const { return is(Tag::Mapping); }
    bool isHeap() const { return !((inlineTags >> bits) & 1); }
    /// The value's basic type is one of those bits (types::bitOf, tagBit).
    bool isAnyOf(uint32_t basicBits) const { return (basicBits >> bits) & 1; }

    bool boolean() const { return payload != 0; }
    /// The heap object as what it is; the tag must have been looked at.
    template<class T>
    T* as() const {
        return reinterpret_cast<T*>(object);
    }
    String* string() const { return as<String>(); }
    List* list() const { return as<List>(); }
    Mapping* mapping() const { return as<Mapping>(); }
    Error* error() const { return as<Error>(); }

    static Value nil() { return {}; }
    static Value absent() { return make(Tag::Absent, 0); }
    static Value of(bool value) { return make(Tag::Boolean, value); }
    static Value of(int64_t value) { return make(Tag::Int, uint64_t(value)); }
    static Value of(int value) { return of(int64_t(value)); }
    static Value of(double value) {
        Value v;
        v.bits = uint64_t(Tag::Float);
        v.floating = value;
        return v;
    }
    static Value of(HeapObject* object) { return make(object->tag, reinterpret_cast<uint64_t>(object)); }
    template<class T>
    static Value of(T* object) {
        return of(reinterpret_cast<HeapObject*>(object));
    }

    static Value make(Tag tag, uint64_t payload) {
        Value v;
        v.bits = uint64_t(tag);
        v.payload = payload;
        return v;
    }
};
static_assert(sizeof(Value) == 16);

} // namespace barre::runtime
