#pragma once

#include <string>

namespace barre::app {

/// The designer: opens its window, with the project if a path is given, and returns when it has been closed.
int openWindow(const std::string& path, bool startsProject, int& argc, char** argv);

} // namespace barre::app
