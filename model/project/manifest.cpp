#include "model/project/manifest.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/project/toml_text.h"
#include "model/text/line_index.h"

#include <algorithm>
#include <cctype>
#include <optional>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// In debug builds toml++ asserts what it reports as an error a line later: `[` before anything but a key.
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

namespace barre::model {

namespace {

/// Ranges of toml++ as byte ranges of a text.
class Positions {
public:
    explicit Positions(std::string_view text) : m_size(uint32_t(text.size())), m_lines(text) {}

    SourceRange range(const toml::source_region& region) const {
        const uint32_t begin = offset(region.begin);
        return {begin, std::max(begin, offset(region.end))};
    }

private:
    uint32_t offset(toml::source_position place) const {
        if (place.line == 0)
            return 0;
        return std::min(m_size, m_lines.offset({place.line, std::max(1u, uint32_t(place.column))}));
    }

    uint32_t m_size;
    LineIndex m_lines;
};

Diagnostic syntaxProblem(const toml::parse_error& error, const Positions& positions, std::string_view path) {
    SourceRange range = positions.range(error.source());
    std::string reason(error.description());
    return makeDiagnostic(DiagnosticCode::InvalidToml, range, {std::move(reason)}, std::string(path));
}

/// What a TOML text must not have, as a diagnostic.
std::optional<Diagnostic> forbiddenCharacter(std::string_view text, std::string_view path) {
    const std::optional<TomlProblem> problem = characterOutsideToml(text);
    if (!problem)
        return std::nullopt;
    return makeDiagnostic(DiagnosticCode::InvalidToml, problem->range, {std::string(problem->reason)},
                          std::string(path));
}

bool isIdentifierLike(std::string_view name, bool dotsAllowed) {
    return !name.empty() && std::ranges::all_of(name, [&](unsigned char c) {
        return std::isalnum(c) || c == '_' || (dotsAllowed && c == '.');
    });
}

bool isVersion(std::string_view version) {
    int dots = 0;
    for (size_t i = 0; i < version.size(); ++i) {
        const char c = version[i];
        if ((c == '-' || c == '+') && dots == 2 && i + 1 < version.size())
            return true;
        if (c == '.')
            ++dots;
        else if (!std::isdigit(static_cast<unsigned char>(c)))
            return false;
    }
    return dots == 2 && version.back() != '.';
}

std::string packageNameOf(std::string_view folderName) {
    std::string name;
    for (const unsigned char c : folderName)
        name += std::isalnum(c) || c == '_' || c == '.' ? char(c) : '_';
    return name.empty() ? "project" : name;
}

/// Reads the keys of one table of a manifest.
class TableReader {
public:
    TableReader(const toml::table& table, const Positions& positions, std::vector<Diagnostic>& diagnostics)
        : m_table(table), m_positions(positions), m_diagnostics(diagnostics) {}

    /// Writes the string of a key into `target` when it is there and fits.
    template<class Fits>
    void read(std::string_view key, std::string& target, std::string_view wanted, Fits fits) {
        const toml::node* node = m_table.get(key);
        if (!node)
            return;
        const auto* text = node->as_string();
        if (text && fits(text->get()))
            target = text->get();
        else
            m_diagnostics.push_back(
                makeDiagnostic(DiagnosticCode::InvalidManifestValue, m_positions.range(node->source()),
                               {std::string(key), std::string(wanted)}, "Ballerina.toml"));
    }

private:
    const toml::table& m_table;
    const Positions& m_positions;
    std::vector<Diagnostic>& m_diagnostics;
};

ConfigValue valueOf(const toml::node& node, const Positions& positions, std::string_view text);

ConfigValue tableOf(const toml::table& table, const Positions& positions, std::string_view text) {
    ConfigValue value;
    for (const auto& [key, member] : table)
        value.members.emplace(std::string(key.str()), valueOf(member, positions, text));
    return value;
}

ConfigValue valueOf(const toml::node& node, const Positions& positions, std::string_view text) {
    ConfigValue value;
    if (const auto* table = node.as_table())
        value = tableOf(*table, positions, text);
    value.range = positions.range(node.source());
    const std::string_view written = text.substr(value.range.begin, value.range.length());
    if (const auto* string = node.as_string()) {
        value.kind = ConfigValue::Kind::String;
        value.text = string->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = ConfigValue::Kind::Int;
        value.integer = integer->get();
        value.text = std::to_string(integer->get());
    } else if (const auto* number = node.as_floating_point()) {
        value.kind = ConfigValue::Kind::Float;
        value.number = number->get();
        value.text = std::string(written);
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = ConfigValue::Kind::Bool;
        value.boolean = boolean->get();
    } else if (const auto* array = node.as_array()) {
        value.kind = ConfigValue::Kind::Array;
        for (const toml::node& item : *array)
            value.items.push_back(valueOf(item, positions, text));
    } else if (!node.is_table()) { // dates and times are no values of Ballerina's configurables
        value.kind = ConfigValue::Kind::String;
        value.text = std::string(written);
    }
    return value;
}

} // namespace

Manifest readManifest(std::string_view text, std::string_view folderName) {
    Manifest manifest;
    manifest.name = packageNameOf(folderName);
    if (std::optional<Diagnostic> problem = forbiddenCharacter(text, "Ballerina.toml")) {
        manifest.diagnostics.push_back(std::move(*problem));
        return manifest;
    }
    const Positions positions(text);
    const toml::parse_result parsed = toml::parse(text, std::string_view("Ballerina.toml"));
    if (!parsed) {
        manifest.diagnostics.push_back(syntaxProblem(parsed.error(), positions, "Ballerina.toml"));
        return manifest;
    }
    const toml::table* package = parsed.table()["package"].as_table();
    if (!package)
        return manifest;
    TableReader reader(*package, positions, manifest.diagnostics);
    reader.read("org", manifest.org, "letters, digits and _",
                [](std::string_view value) { return isIdentifierLike(value, false); });
    reader.read("name", manifest.name, "letters, digits, _ and .",
                [](std::string_view value) { return isIdentifierLike(value, true); });
    reader.read("version", manifest.version, "a version such as 0.1.0", isVersion);
    reader.read("distribution", manifest.distribution, "a distribution such as 2201.10.0",
                [](std::string_view value) { return !value.empty(); });
    return manifest;
}

const ConfigValue* ConfigValue::at(std::string_view dottedPath) const {
    const ConfigValue* value = this;
    while (!dottedPath.empty()) {
        const size_t dot = dottedPath.find('.');
        const auto found = value->members.find(dottedPath.substr(0, dot));
        if (found == value->members.end())
            return nullptr;
        value = &found->second;
        dottedPath = dot == std::string_view::npos ? std::string_view() : dottedPath.substr(dot + 1);
    }
    return value;
}

const ConfigValue* Config::find(std::string_view org, std::string_view module, std::string_view name) const {
    const std::string inModule = std::string(module) + "." + std::string(name);
    if (!org.empty())
        if (const ConfigValue* value = root.at(std::string(org) + "." + inModule))
            return value;
    if (const ConfigValue* value = root.at(inModule))
        return value;
    return root.at(name);
}

Config readConfig(std::string_view text, std::string_view path) {
    Config config;
    config.path = std::string(path);
    if (std::optional<Diagnostic> problem = forbiddenCharacter(text, path)) {
        config.diagnostics.push_back(std::move(*problem));
        return config;
    }
    const Positions positions(text);
    const toml::parse_result parsed = toml::parse(text, path);
    if (parsed)
        config.root = tableOf(parsed.table(), positions, text);
    else
        config.diagnostics.push_back(syntaxProblem(parsed.error(), positions, path));
    return config;
}

} // namespace barre::model
