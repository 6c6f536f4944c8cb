#pragma once

#include "app/commands/commands.h"
#include "app/commands/program_loading.h"

namespace barre::app {

/// `barre run` for programs that need Qt's event loop, sockets or OpenSSL; returns the exit code.
int runServices(Args args, Warnings warnings, int argc, char** argv);
/// `barre test`.
int runTests(Args args, int argc, char** argv);

} // namespace barre::app
