#pragma once

#include "runtime/vm/native.h"
#include "runtime/vm/vm.h"

namespace barre::runtime {

/// Gives their bodies to the external functions of the language library, io, log, uuid, random, os, url, file,
/// regex, test.
void bindLibrary(Vm& vm);
/// The tables of this folder.
std::vector<std::span<const NativeRow>> libraryNatives();

// One table per module, each in the file of its name.
std::span<const NativeRow> ioNatives();
std::span<const NativeRow> ioFileNatives();
std::span<const NativeRow> ioCsvNatives();
std::span<const NativeRow> ioChannelNatives();
std::span<const NativeRow> logNatives();
std::span<const NativeRow> systemNatives();  ///< uuid, random, os, url
std::span<const NativeRow> processNatives(); ///< os
std::span<const NativeRow> fileNatives();
std::span<const NativeRow> fileWatchNatives();
std::span<const NativeRow> regexNatives();
std::span<const NativeRow> testNatives();

/// Writes out what programs have printed. Whoever runs an event loop calls it before waiting.
bool flushOutput();

/// The text of a new random UUID.
std::string randomUuid();

/// `[a, b, …]` of any values, for results that the Ballerina half of a module takes apart.
Value anyTuple(NativeCall& call, std::span<const Value> members);

} // namespace barre::runtime
