// `barre test`: in the module for services, whatever is tested.
#include "app/commands/commands.h"
#include "app/commands/modules.h"

namespace barre::app {

int testCommand(Args args, int argc, char** argv) {
    const auto test =
        reinterpret_cast<int (*)(Args, int, char**)>(moduleFunction(servicesModule, "barreTest"));
    return test ? test(args, argc, argv) : Failed;
}

} // namespace barre::app
