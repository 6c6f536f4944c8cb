#include "runtime/vm/sequences.h"

#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/store.h"
#include "runtime/values/string_value.h"
#include "runtime/values/xml_text.h"

namespace barre::runtime {
namespace {

Iterator* newIterator(Heap& heap, const Value& source, int64_t at, int64_t limit) {
    auto* iterator = static_cast<Iterator*>(heap.allocate(sizeof(Iterator), Tag::Iterator));
    iterator->source = source;
    iterator->at = at;
    iterator->limit = limit;
    iterator->extra = Value::nil();
    return iterator;
}

bool advanceString(Heap& heap, Iterator* iterator, Value& out) {
    const std::string_view text = iterator->source.string()->view();
    if (size_t(iterator->at) >= text.size())
        return false;
    auto at = size_t(iterator->at);
    nextCodePoint(text, at);
    out = Value::of(makeString(heap, text.substr(size_t(iterator->at), at - size_t(iterator->at)), 1));
    iterator->at = int64_t(at);
    return true;
}

uint32_t additionsOf(const Mapping* mapping) {
    return mapping->isDictionary() ? mapping->table().mutations.additions : mapping->length();
}

/// Members may lose their values, and those that it has given may go; nothing else may change.
bool isMutated(const Iterator* iterator, uint32_t additions, const Mutations* mutations) {
    return additions != uint32_t(iterator->limit) ||
           (mutations && int64_t(mutations->removedBelow) > iterator->at);
}

Advance advanceMapping(Iterator* iterator, Value& out) {
    Mapping* mapping = iterator->source.mapping();
    const bool isDictionary = mapping->isDictionary();
    if (isMutated(iterator, additionsOf(mapping), isDictionary ? &mapping->table().mutations : nullptr))
        return Advance::Mutated;
    if (!isDictionary) {
        if (size_t(iterator->at) >= mapping->shape->keys.size())
            return Advance::End;
        out = mapping->slots()[iterator->at++];
        return Advance::Value;
    }
    const MapTable& table = mapping->table();
    while (iterator->at < int64_t(table.used)) {
        const MapEntry& entry = table.entries[iterator->at++];
        if (!entry.key)
            continue;
        out = entry.value;
        return Advance::Value;
    }
    return Advance::End;
}

Advance advanceTable(Iterator* iterator, Value& out) {
    const auto* table = iterator->source.as<Table>();
    if (isMutated(iterator, table->mutations.additions, &table->mutations))
        return Advance::Mutated;
    while (size_t(iterator->at) < table->rows.size()) {
        const Value row = table->rows[size_t(iterator->at++)].row;
        if (row.isAbsent())
            continue;
        out = row;
        return Advance::Value;
    }
    return Advance::End;
}

/// What has been removed before the iterator began is nothing to it.
Value iterateMutations(Heap& heap, const Value& source, uint32_t additions, Mutations* mutations) {
    if (mutations)
        mutations->removedBelow = 0;
    return Value::of(newIterator(heap, source, 0, additions));
}

} // namespace

Value makeIterator(Heap& heap, const Value& source) {
    switch (source.tag()) {
    case Tag::Object: {
        Object* range = source.as<Object>();
        if (!range->info->isRange)
            return Value::nil();
        return Value::of(
            newIterator(heap, Value::nil(), range->slots()[0].integer, range->slots()[1].integer));
    }
    case Tag::Mapping: {
        Mapping* mapping = source.mapping();
        return iterateMutations(heap, source, additionsOf(mapping),
                                mapping->isDictionary() ? &mapping->table().mutations : nullptr);
    }
    case Tag::Table: {
        Mutations& mutations = source.as<Table>()->mutations;
        return iterateMutations(heap, source, mutations.additions, &mutations);
    }
    case Tag::List: return Value::of(newIterator(heap, source, 0, source.list()->length));
    case Tag::String:
    case Tag::Xml: return Value::of(newIterator(heap, source, 0, 0));
    default: return Value::nil();
    }
}

Advance advance(Heap& heap, Iterator* iterator, Value& out) {
    const auto giving = [](bool hasValue) { return hasValue ? Advance::Value : Advance::End; };
    switch (iterator->source.tag()) {
    case Tag::Nil:
        if (iterator->at >= iterator->limit)
            return Advance::End;
        out = Value::of(iterator->at++);
        return Advance::Value;
    case Tag::List: {
        const List* list = iterator->source.list();
        if (iterator->at >= iterator->limit)
            return Advance::End;
        if (iterator->at >= int64_t(list->length))
            return Advance::Mutated;
        out = list->at(uint32_t(iterator->at++));
        return Advance::Value;
    }
    case Tag::String: return giving(advanceString(heap, iterator, out));
    case Tag::Mapping: return advanceMapping(iterator, out);
    case Tag::Table: return advanceTable(iterator, out);
    case Tag::Xml: {
        const XmlItems items(iterator->source.as<Xml>());
        if (size_t(iterator->at) >= items.size())
            return Advance::End;
        out = Value::of(items[size_t(iterator->at++)]);
        return Advance::Value;
    }
    default: return Advance::End;
    }
}

Failure mutationFailure(const Iterator* iterator) {
    if (iterator->source.isList())
        return indexFailure(iterator->source.list(), iterator->at);
    const bool isTable = iterator->source.is(Tag::Table);
    const char* name = isTable ? "{ballerina/lang.table}IteratorMutabilityError"
                               : "{ballerina/lang.map}IteratorMutabilityError";
    return {name, std::string(isTable ? "Table" : "Map") + " was mutated after the iterator was created"};
}

} // namespace barre::runtime
