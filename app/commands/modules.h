// The parts of the program that are loaded when a command needs them: the libraries that they need take
// longer to load than most programs take to run.
#pragma once

namespace barre::app {

inline constexpr const char* designerModule = "barre-designer";
inline constexpr const char* servicesModule = "barre-services";

/// A function of a module, or null after telling on the standard error output why it cannot be loaded. The
/// module lies beside the program, as it is built, or in lib/barre, as it is installed.
void* moduleFunction(const char* module, const char* function);

} // namespace barre::app
