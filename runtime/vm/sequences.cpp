#include "runtime/vm/sequences.h"

#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
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

bool advanceMapping(Iterator* iterator, Value& out) {
    Mapping* mapping = iterator->source.mapping();
    if (!mapping->isDictionary()) {
        if (size_t(iterator->at) >= mapping->shape->keys.size())
            return false;
        out = mapping->slots()[iterator->at++];
        return true;
    }
    const MapTable& table = mapping->table();
    while (iterator->at < int64_t(table.used)) {
        const MapEntry& entry = table.entries[iterator->at++];
        if (!entry.key)
            continue;
        out = entry.value;
        return true;
    }
    return false;
}

bool advanceTable(Iterator* iterator, Value& out) {
    const auto& rows = iterator->source.as<Table>()->rows;
    while (size_t(iterator->at) < rows.size()) {
        const Value row = rows[size_t(iterator->at++)].row;
        if (row.isAbsent())
            continue;
        out = row;
        return true;
    }
    return false;
}

} // namespace

Value makeIterator(Heap& heap, const Value& source) {
    switch (source.tag()) {
    case Tag::Object: {
        Object* range = source.as<Object>();
        if (!range->info->isRange)
            return Value::nil();
        return Value::of(newIterator(heap, Value::nil(), range->slots()[0].integer, range->slots()[1].integer));
    }
    case Tag::List:
    case Tag::Mapping:
    case Tag::String:
    case Tag::Table: return Value::of(newIterator(heap, source, 0, 0));
    case Tag::Xml: {
        Iterator* iterator = newIterator(heap, source, 0, 0);
        return Value::of(iterator);
    }
    default: return Value::nil();
    }
}

bool advance(Heap& heap, Iterator* iterator, Value& out) {
    switch (iterator->source.tag()) {
    case Tag::Nil:
        if (iterator->at >= iterator->limit)
            return false;
        out = Value::of(iterator->at++);
        return true;
    case Tag::List: {
        const List* list = iterator->source.list();
        if (iterator->at >= int64_t(list->length))
            return false;
        out = list->at(uint32_t(iterator->at++));
        return true;
    }
    case Tag::String: return advanceString(heap, iterator, out);
    case Tag::Mapping: return advanceMapping(iterator, out);
    case Tag::Table: return advanceTable(iterator, out);
    case Tag::Xml: {
        const auto items = xmlItems(iterator->source.as<Xml>());
        if (size_t(iterator->at) >= items.size())
            return false;
        out = Value::of(items[size_t(iterator->at++)]);
        return true;
    }
    default: return false;
    }
}

} // namespace barre::runtime
