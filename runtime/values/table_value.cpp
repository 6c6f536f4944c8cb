// Rows of tables and the hash index of their keys.
#include "runtime/values/equality.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"

#include <algorithm>

namespace barre::runtime {
namespace {

/// Where a row belongs in the index: the first empty place from its hash on.
void addToIndex(Table* table, uint32_t row) {
    const size_t mask = table->index.size() - 1;
    size_t at = table->rows[row].hash & mask;
    while (table->index[at])
        at = (at + 1) & mask;
    table->index[at] = row + 1;
}

void rebuildIndex(Table* table) {
    size_t places = 16;
    while (places < table->rows.capacity() * 2)
        places *= 2;
    table->index.assign(places, 0);
    for (uint32_t i = 0; i < table->rows.size(); ++i)
        if (!table->rows[i].row.isAbsent())
            addToIndex(table, i);
}

void dropRemovedRows(Heap& heap, Table* table) {
    std::erase_if(table->rows, [](const TableRow& row) { return row.row.isAbsent(); });
    heap.shifted(table);
}

} // namespace

Table* makeTable(Heap& heap, const TypeInfo* type) {
    Table* table = heap.make<Table>(Tag::Table);
    table->type = type;
    return table;
}

int64_t findRow(const Table* table, const Value& key) {
    if (table->index.empty())
        return -1;
    const uint32_t hash = hashValue(key);
    const size_t mask = table->index.size() - 1;
    for (size_t at = hash & mask; table->index[at]; at = (at + 1) & mask) {
        const TableRow& row = table->rows[table->index[at] - 1];
        if (row.hash == hash && !row.row.isAbsent() && deepEqual(row.key, key))
            return int64_t(table->index[at]) - 1;
    }
    return -1;
}

void appendRow(Heap& heap, Table* table, const Value& row, const Value& key) {
    auto& rows = table->rows;
    const bool isFull = rows.size() == rows.capacity();
    if (isFull && table->live < rows.size() / 4 * 3)
        dropRemovedRows(heap, table);
    else if (isFull)
        rows.reserve(std::max<size_t>(8, rows.size() * 2));
    rows.push_back({row, key, table->hasKey() ? hashValue(key) : 0});
    ++table->live;
    ++table->mutations.additions;
    heap.wrote(row);
    heap.wrote(key);
    if (!table->hasKey())
        return;
    if (isFull)
        rebuildIndex(table);
    else
        addToIndex(table, uint32_t(rows.size() - 1));
}

// What the index says of the row stays until it is made anew.
void removeRow(Table* table, int64_t at) {
    table->rows[size_t(at)] = {Value::absent(), Value::nil(), 0};
    --table->live;
    table->mutations.removed(uint32_t(at));
}

void clearRows(Table* table) {
    if (!table->rows.empty())
        table->mutations.removed(uint32_t(table->rows.size() - 1));
    table->rows.clear();
    table->live = 0;
    std::fill(table->index.begin(), table->index.end(), 0);
}

} // namespace barre::runtime
