#include "app/commands/commands.h"

namespace barre::app {

#define COMMAND(function, name, usage, summary, help) int function(Args args, int argc, char** argv);
#include "app/commands/commands.def"
#undef COMMAND

std::span<const Command> commands() {
    static constexpr Command table[] = {
#define COMMAND(function, name, usage, summary, help) {name, usage, summary, help, function},
#include "app/commands/commands.def"
#undef COMMAND
        {},
    };
    return std::span(table).first(std::size(table) - 1);
}

const Command* findCommand(std::string_view name) {
    for (const Command& command : commands())
        if (command.name == name)
            return &command;
    return nullptr;
}

} // namespace barre::app
