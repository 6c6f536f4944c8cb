#pragma once

#include "model/types/constructors.h"
#include "model/types/type_context.h"
#include "runtime/values/value.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

/// How the members of a list are stored.
enum class ListStorage : uint8_t { Values, Ints, Floats, Bytes };

struct TypeInfo;

/// A place in a list or mapping as the engine needs it: which values may be stored without further questions.
struct SlotInfo {
    types::SemType type;    ///< without the mark of a missing field
    uint32_t wholeBits = 0; ///< basic types of which every value may be stored
    bool isOptional = false;
    bool isReadonly = false;
    const TypeInfo* info = nullptr; ///< of `type`, made when first asked for
};

/// A type with what the engine wants to know at once. Interned in a TypeTable: one per SemType.
struct TypeInfo {
    types::SemType type;
    class TypeTable* table = nullptr;
    bool isReadonly = false; ///< every value of it is immutable
    // the list part, if it is one list type
    bool isListType = false;
    ListStorage storage = ListStorage::Values;
    SlotInfo rest;                 ///< of a list, and of a mapping
    std::vector<SlotInfo> members; ///< the first members of a list
    bool storesAnyInt = false;     ///< every member of a list of ints may be any int
    bool storesAnyFloat = false;
    uint64_t fixedLength = 0; ///< of a list: members that are always there
    // the mapping part, if it is one mapping type
    bool isMappingType = false;
    bool hasReadonlyFields = false;
    std::vector<std::string> fieldNames; ///< sorted
    std::vector<SlotInfo> fields;
    // the table part
    bool isTableType = false;
    std::vector<std::string> keyFields;
    types::SemType row;

    const SlotInfo& memberAt(uint64_t index) const {
        return index >= fixedLength ? rest : members[index < members.size() ? index : members.size() - 1];
    }
    bool isFixedLength() const { return rest.type.isNever(); }
    /// The slot of a field: declared, or of the rest.
    const SlotInfo& fieldSlot(std::string_view name) const;
    bool isClosed() const { return rest.type.isNever(); }
};

/// Makes and keeps TypeInfos. Shared by all workers.
class TypeTable {
public:
    explicit TypeTable(types::TypeEnv& env) : m_env(env), m_context(env) {}
    const TypeInfo* of(const types::SemType& type);
    const TypeInfo* anyList();  ///< (any|error)[]
    const TypeInfo* anyMap();   ///< map<any|error>
    const TypeInfo* jsonList(); ///< json[]
    const TypeInfo* jsonMap();  ///< map<json>
    const TypeInfo* anydataList();
    const TypeInfo* anydataMap();
    const TypeInfo* stringList();
    const TypeInfo* intList();
    const TypeInfo* byteList();
    const TypeInfo* stringMap();
    const TypeInfo* detailMap(); ///< readonly & map<Cloneable>, of errors
    /// The type as a type descriptor.
    std::string text(const types::SemType& type);
    types::TypeEnv& env() const { return m_env; }
    /// For questions under the table's lock.
    std::recursive_mutex& mutex() { return m_mutex; }
    types::TypeContext& context() { return m_context; }

private:
    types::TypeEnv& m_env;
    types::TypeContext m_context;
    std::recursive_mutex m_mutex;
    std::unordered_map<types::SemType, std::unique_ptr<TypeInfo>, types::SemTypeHash> m_infos;
    const TypeInfo* common(int which, types::SemType (*make)(types::TypeContext&));
    const TypeInfo* m_common[11] = {};
};

} // namespace barre::runtime
