// barre test: runs the tests of a package or a file and reports them as `bal test` does.
#include "app/services/services.h"

#include "app/commands/configuration_option.h"
#include "app/commands/program_loading.h"
#include "model/project/snapshot.h"
#include "model/semantics/semantic_model.h"
#include "runtime/service/service_runtime.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace barre::app {

namespace {

struct TestArguments {
    std::string path;
    std::vector<std::pair<std::string, std::string>> configuration;
    runtime::TestPlan plan; ///< its modules are not known yet
    std::string problem;    ///< what is wrong with the command line
};

/// An option that takes a list, and where it belongs.
struct ListOption {
    std::string_view name;
    std::string runtime::TestPlan::*target;
};
constexpr ListOption listOptions[] = {
    {"--tests", &runtime::TestPlan::tests},
    {"--groups", &runtime::TestPlan::groups},
    {"--disable-groups", &runtime::TestPlan::disabledGroups},
};

/// Takes `--name list` or `--name=list`; false if the argument at `i` is no such option.
bool takeListOption(Args args, size_t& i, TestArguments& result) {
    const std::string_view arg = args[i];
    const size_t equal = arg.find('=');
    for (const ListOption& option : listOptions) {
        if (arg.substr(0, equal) != option.name)
            continue;
        if (equal == std::string_view::npos && i + 1 == args.size())
            result.problem =
                std::string(option.name) + " takes a list, such as " + std::string(option.name) + " a,b";
        else
            result.plan.*option.target = equal == std::string_view::npos ? args[++i] : arg.substr(equal + 1);
        return true;
    }
    return false;
}

TestArguments parseArguments(Args args) {
    TestArguments result;
    for (size_t i = 0; i < args.size(); ++i) {
        const std::string_view arg = args[i];
        if (takeListOption(args, i, result) ||
            takeConfigurationOption(args, i, result.configuration, result.problem))
            continue;
        if (arg == "--list-groups")
            result.plan.listsGroups = true;
        else if (arg == "--code-coverage")
            result.problem = "Barre does not measure code coverage";
        else if (arg.starts_with("-"))
            result.problem = "there is no option '" + std::string(arg) + "'";
        else if (!result.path.empty())
            result.problem = "only one path can be given, not '" + std::string(arg) + "' too";
        else
            result.path = arg;
    }
    if (!result.plan.groups.empty() && !result.plan.disabledGroups.empty())
        result.problem = "--groups and --disable-groups cannot be given together";
    if (result.path.empty())
        result.path = ".";
    return result;
}

bool hasTests(const runtime::Program& program, const runtime::ModuleCode& module) {
    const auto isAnnotated = [&](const auto& function) {
        const auto& annotations = program.functions[function.second]->annotations;
        return std::any_of(annotations.begin(), annotations.end(),
                           [](const auto& row) { return row.first.starts_with("ballerina/test:"); });
    };
    return std::any_of(module.functions.begin(), module.functions.end(), isAnnotated);
}

/// The modules with tests, the default module first.
std::vector<runtime::TestPlan::Module> testedModules(const LoadedProgram& loaded) {
    const model::Snapshot& snapshot = *loaded.snapshot;
    std::vector<runtime::TestPlan::Module> tested;
    for (const model::SourceModule& source : snapshot.modules()) {
        if (!source.semantics)
            continue;
        const std::string name = source.semantics->module().moduleName.text();
        for (const runtime::ModuleCode& module : loaded.program->modules)
            if (module.name == name && hasTests(*loaded.program, module))
                tested.push_back(
                    {name, snapshot.isSingleFile() ? snapshot.files().front().path : source.name});
    }
    return tested;
}

void printSource(const model::Snapshot& snapshot) {
    const model::Manifest& manifest = snapshot.manifest();
    const std::string package = manifest.org + "/" + manifest.name + ":" + manifest.version;
    std::printf("Compiling source\n\t%s\n",
                (snapshot.isSingleFile() ? snapshot.files().front().path : package).c_str());
}

int run(const LoadedProgram& loaded, TestArguments& arguments, int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    runtime::RuntimeOptions options;
    options.tests = std::move(arguments.plan);
    options.report = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
    options.ended = [](int exitCode) { QCoreApplication::exit(exitCode); };
    runtime::ServiceRuntime runtime(loaded.program, std::move(options));
    const auto problems = runtime.configure(loaded.configuration(std::move(arguments.configuration)));
    for (const std::string& problem : problems)
        std::fprintf(stderr, "error: %s\n", problem.c_str());
    if (!problems.empty())
        return Failed;
    runtime.start();
    const int exitCode = QCoreApplication::exec();
    if (exitCode != Ok)
        std::fprintf(stderr, "error: there are test failures\n");
    return exitCode;
}

} // namespace

int runTests(Args args, int argc, char** argv) {
    TestArguments arguments = parseArguments(args);
    if (!arguments.problem.empty()) {
        std::fprintf(stderr, "barre test: %s\n", arguments.problem.c_str());
        return BadUsage;
    }
    const LoadedProgram loaded = loadProgram(arguments.path, {}, model::TestSources::With);
    if (!loaded.snapshot)
        return loaded.exitCode;
    printSource(*loaded.snapshot);
    if (!loaded.program)
        return loaded.exitCode;
    std::printf("\nRunning Tests\n");
    arguments.plan.modules = testedModules(loaded);
    if (!arguments.plan.modules.empty())
        return run(loaded, arguments, argc, argv);
    std::printf("\n\tNo tests found\n");
    return Ok;
}

} // namespace barre::app
