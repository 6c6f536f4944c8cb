// One table of natives per module. For langlib.cpp and the files that define them.
#pragma once

#include "runtime/vm/native.h"

#include <span>

namespace barre::runtime {

std::span<const NativeRow> arrayNatives();
std::span<const NativeRow> booleanNatives();
std::span<const NativeRow> decimalNatives();
std::span<const NativeRow> errorNatives();
std::span<const NativeRow> floatNatives();
std::span<const NativeRow> functionNatives();
std::span<const NativeRow> intNatives();
std::span<const NativeRow> mapNatives();
std::span<const NativeRow> queryNatives();
std::span<const NativeRow> regexpNatives();
std::span<const NativeRow> runtimeNatives();
std::span<const NativeRow> streamNatives();
std::span<const NativeRow> stringNatives();
std::span<const NativeRow> tableNatives();
std::span<const NativeRow> transactionNatives();
std::span<const NativeRow> typedescNatives();
std::span<const NativeRow> valueNatives();
std::span<const NativeRow> xmlNatives();
/// What language constructs compile to.
std::span<const NativeRow> constructNatives();

} // namespace barre::runtime
