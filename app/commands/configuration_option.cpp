#include "app/commands/configuration_option.h"

namespace barre::app {

bool takeConfigurationOption(Args args, size_t& i,
                             std::vector<std::pair<std::string, std::string>>& configuration,
                             std::string& problem) {
    const std::string_view arg = args[i];
    if (!arg.starts_with("-C"))
        return false;
    const std::string_view pair = arg.size() > 2 ? arg.substr(2) : i + 1 < args.size() ? args[++i] : "";
    const size_t equal = pair.find('=');
    if (equal == std::string_view::npos || equal == 0)
        problem = "-C takes key=value, such as -C port=9090";
    else
        configuration.emplace_back(pair.substr(0, equal), pair.substr(equal + 1));
    return true;
}

} // namespace barre::app
