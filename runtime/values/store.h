// Stores into structures with the checks of the inherent type.
#pragma once

#include "model/types/type_context.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"

#include <optional>
#include <string>

namespace barre::runtime {

/// Why a store panics: the panic's name and the message in its detail.
struct Failure {
    const char* name;
    std::string message;
};
using StoreResult = std::optional<Failure>;

/// Where the filler values come from that take code.
class FillerSource {
public:
    virtual ~FillerSource() = default;
    virtual bool gives(const types::SemType& type) = 0;
    /// Absent: its code has not run yet; the store is to be tried again when it has.
    virtual Value give(const types::SemType& type) = 0;
    /// What was given has been stored.
    virtual void used() = 0;
};

/// What stores need of their surroundings.
struct StoreContext {
    Heap& heap;
    types::TypeContext& types;
    TypeTable& table;
    FillerSource* fillers = nullptr; ///< null: there are none that take code
};

/// The value may be stored in the slot.
bool fits(StoreContext& context, const SlotInfo& slot, const Value& value);
StoreResult storeMember(StoreContext& context, List* list, int64_t index, const Value& value);
StoreResult pushMember(StoreContext& context, List* list, const Value& value);
/// Longer lists are filled with the filler value of the member type.
StoreResult setLength(StoreContext& context, List* list, int64_t length);
/// `initializing`: readonly fields may be set (a mapping that is being constructed).
StoreResult storeField(StoreContext& context, Mapping* mapping, String* key, const Value& value,
                       bool initializing = false);
/// Gives a mapping the filler value of a field that it does not have.
StoreResult storeFiller(StoreContext& context, Mapping* mapping, String* key);
/// Adds a row. `replace`: one with the same key goes away; else that is a failure.
StoreResult storeRow(StoreContext& context, Table* table, const Value& row, bool replace);
/// The value of a singleton type.
Value valueOf(Heap& heap, const types::SingleValue& value);
/// `table[key] = row`: the row must have that key.
StoreResult storeRowByKey(StoreContext& context, Table* table, const Value& key, const Value& row);
/// The filler value of a type; Absent if it has none.
Value fillerValue(StoreContext& context, const types::SemType& type);
/// The key of a row by the table's key fields: a value, or a list for several.
Value keyOfRow(Heap& heap, const Table* table, const Value& row);
/// Index into rows, or -1.
int64_t findRow(const Table* table, const Value& key);
/// Adds a row at the end without any check; the key is nil if the table has none.
void appendRow(Heap& heap, Table* table, const Value& row, const Value& key);
void removeRow(Table* table, int64_t at);
void clearRows(Table* table);
Table* makeTable(Heap& heap, const TypeInfo* type);

Failure indexFailure(const List* list, int64_t index);
/// The type of a list does not let it have that length.
Failure lengthFailure(const List* list, int64_t length);
Failure readonlyFailure(const Value& container);

} // namespace barre::runtime
