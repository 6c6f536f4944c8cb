#include "runtime/langlib/langlib.h"

#include "runtime/langlib/modules.h"

#include <vector>

namespace barre::runtime {

std::span<const NativeRow> langlibNatives() {
    static const std::vector<NativeRow> rows = [] {
        std::vector<NativeRow> all;
        for (const auto table :
             {arrayNatives(), booleanNatives(), decimalNatives(), errorNatives(), floatNatives(),
              functionNatives(), intNatives(), mapNatives(), queryNatives(), regexpNatives(),
              runtimeNatives(), streamNatives(), stringNatives(), tableNatives(), transactionNatives(),
              typedescNatives(), valueNatives(), xmlNatives(), constructNatives()})
            all.insert(all.end(), table.begin(), table.end());
        return all;
    }();
    return rows;
}

} // namespace barre::runtime
