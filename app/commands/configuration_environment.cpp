#include "app/commands/configuration_environment.h"

#include "model/project/workspace.h"
#include "model/text/line_index.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace barre::app {

namespace {

constexpr std::string_view variablePrefix = "BAL_CONFIG_VAR_";

void addSource(runtime::Configuration& configuration, std::string text, std::string_view path) {
    auto config = std::make_shared<const model::Config>(model::readConfig(text, path));
    const model::LineIndex lines(text);
    for (const model::Diagnostic& diagnostic : config->diagnostics)
        configuration.problems.push_back(model::format(diagnostic, lines));
    configuration.sources.push_back({std::move(config), std::move(text)});
}

void addFiles(runtime::Configuration& configuration, std::string_view paths) {
    while (!paths.empty()) {
        const size_t end = std::min(paths.find(':'), paths.size());
        const std::string path(paths.substr(0, end));
        paths.remove_prefix(std::min(end + 1, paths.size()));
        if (path.empty())
            continue;
        if (auto text = model::readFile(path))
            addSource(configuration, std::move(*text), path);
        else
            configuration.problems.push_back("BAL_CONFIG_FILES: " + text.problem);
    }
}

} // namespace

runtime::Configuration configurationOfEnvironment() {
    runtime::Configuration configuration;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view pair = *entry;
        const size_t equal = pair.find('=');
        if (pair.starts_with(variablePrefix) && equal != std::string_view::npos)
            configuration.variables.emplace_back(
                pair.substr(variablePrefix.size(), equal - variablePrefix.size()), pair.substr(equal + 1));
    }
    if (const char* files = std::getenv("BAL_CONFIG_FILES"))
        addFiles(configuration, files);
    if (const char* data = std::getenv("BAL_CONFIG_DATA"))
        addSource(configuration, data, "BAL_CONFIG_DATA");
    return configuration;
}

} // namespace barre::app
