#pragma once

#include "model/diagnostics/diagnostic.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace barre::model {

/// What Ballerina.toml says of a package.
struct Manifest {
    std::string org;
    std::string name;
    std::string version = "0.1.0";
    std::string distribution; ///< empty when it is not said
    std::vector<Diagnostic> diagnostics;
};

/// Reads a Ballerina.toml; what it does not say is taken from `folderName`.
Manifest readManifest(std::string_view text, std::string_view folderName);

/// A value of Config.toml.
struct ConfigValue {
    enum class Kind : uint8_t { String, Int, Float, Bool, Array, Table } kind = Kind::Table;
    std::string text; ///< String; for Int and Float the number as it is written
    int64_t integer = 0;
    double number = 0;
    bool boolean = false;
    std::vector<ConfigValue> items;
    std::map<std::string, ConfigValue, std::less<>> members;
    SourceRange range; ///< in the file

    /// The member along a dotted path, or null.
    const ConfigValue* at(std::string_view dottedPath) const;
};

/// What a Config.toml says; an empty table when it cannot be read.
struct Config {
    std::string path;
    ConfigValue root;
    std::vector<Diagnostic> diagnostics;

    /// The value of a configurable: `port`, `org.module.port` and `module.port` are looked for, as Ballerina
    /// does.
    const ConfigValue* find(std::string_view org, std::string_view module, std::string_view name) const;
};

Config readConfig(std::string_view text, std::string_view path = "Config.toml");

} // namespace barre::model
