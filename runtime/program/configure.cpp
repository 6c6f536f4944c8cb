#include "runtime/program/configure.h"

#include "model/text/line_index.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"
#include "runtime/program/text_argument.h"
#include "runtime/values/convert.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"

#include <algorithm>
#include <optional>

namespace barre::runtime {

namespace {

using model::ConfigValue;
using types::BasicType;

/// A configurable variable and the keys that mean it.
struct Target {
    GlobalId global = 0;
    const GlobalCode* code = nullptr;
    std::string org, module; ///< of its module's name
    std::vector<std::string> keys;
};

std::vector<Target> targetsOf(const Program& program) {
    std::vector<Target> targets;
    const std::string root = program.modules.empty() ? std::string() : program.modules.back().name;
    for (GlobalId id = 0; id < program.globals.size(); ++id) {
        const GlobalCode& code = program.globals[id];
        if (!code.isConfigurable)
            continue;
        Target target{id, &code, {}, code.module, {}};
        if (size_t slash = code.module.find('/'); slash != std::string::npos) {
            target.org = code.module.substr(0, slash);
            target.module = code.module.substr(slash + 1);
        }
        if (code.module == root)
            target.keys.push_back(code.name);
        target.keys.push_back(target.module + "." + code.name);
        if (!target.org.empty())
            target.keys.push_back(target.org + "." + target.module + "." + code.name);
        targets.push_back(std::move(target));
    }
    return targets;
}

std::string_view kindName(ConfigValue::Kind kind) {
    static constexpr std::string_view names[] = {"string", "int", "float", "boolean", "array", "table"};
    return names[size_t(kind)];
}

class Configurer {
public:
    Configurer(Vm& vm, Worker& worker, const Configuration& configuration)
        : m_vm(vm), m_worker(worker), m_configuration(configuration), m_targets(targetsOf(vm.program())),
          m_problems(configuration.problems) {}

    std::vector<std::string> run() {
        for (const Target& target : m_targets)
            if (!fromVariables(target) && !fromArguments(target) && !fromSources(target) &&
                target.code->isRequired)
                problem("value not provided for required configurable variable '" + target.code->name +
                        "' (" + target.code->file + ":" + std::to_string(target.code->line) +
                        "): give it with -C " + target.keys.front() + "=VALUE or in Config.toml");
        for (const auto& [key, value] : m_configuration.arguments)
            if (!isKey(key))
                problem("[" + key + "=" + value + "] there is no configurable variable '" + key + "'");
        for (const ConfigurationSource& source : m_configuration.sources)
            findUnused(source, source.config->root, "");
        return std::move(m_problems);
    }

private:
    void problem(std::string text) { m_problems.push_back(std::move(text)); }
    std::string typeText(const types::SemType& type) { return types::toString(m_worker.types(), type); }
    /// Fields that have a default are taken to be there.
    ConvertContext context() {
        return {m_vm.heap(), m_worker.types(), m_vm.typeTable(), &m_vm.shapes(),
                [this](const TypeInfo* record, const std::string& field) {
                    const bool hasDefault = m_vm.defaultOf(m_worker.types(), record, field) != noId;
                    return hasDefault ? Value::nil() : Value::absent();
                }};
    }

    static std::string placeOf(const ConfigurationSource& source, const ConfigValue& value) {
        model::LineColumn at = model::LineIndex(source.text).place(value.range.begin);
        const std::string& path = source.config->path;
        return path.substr(path.rfind('/') + 1) + ":" + std::to_string(at.line) + ":" +
               std::to_string(at.column);
    }

    /// `[Config.toml:3:1] `, in front of a sentence.
    std::string markOf(const ConfigurationSource& source, const ConfigValue& value) const {
        std::string mark(1, '[');
        mark += placeOf(source, value);
        return mark += "] ";
    }

    bool isKey(const std::string& text) const {
        return std::any_of(m_targets.begin(), m_targets.end(), [&](const Target& target) {
            return std::find(target.keys.begin(), target.keys.end(), text) != target.keys.end();
        });
    }

    bool fromArguments(const Target& target) {
        for (const std::string& key : target.keys)
            for (const auto& [given, text] : m_configuration.arguments) {
                if (given != key)
                    continue;
                setFromText(target, given, text);
                return true;
            }
        return false;
    }

    /// The environment names a variable in capitals, with underscores for dots.
    bool fromVariables(const Target& target) {
        for (const std::string& key : target.keys)
            for (const auto& [given, text] : m_configuration.variables) {
                if (given != inCapitals(key))
                    continue;
                setFromText(target, "BAL_CONFIG_VAR_" + given, text);
                return true;
            }
        return false;
    }

    static std::string inCapitals(std::string key) {
        for (char& c : key)
            c = c == '.' ? '_' : c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        return key;
    }

    void setFromText(const Target& target, const std::string& given, const std::string& text) {
        if (const auto value = valueOfText(m_vm, m_worker.types(), text, target.code->type))
            m_vm.setGlobal(target.global, cloneReadOnly(context(), *value));
        else
            problem("[" + given + "=" + text + "] configurable variable '" + target.code->name +
                    "' is expected to be of type '" + typeText(target.code->type) + "', but found '" + text +
                    "'");
    }

    bool fromSources(const Target& target) {
        for (const ConfigurationSource& source : m_configuration.sources)
            for (const std::string& key : target.keys)
                if (const ConfigValue* value = source.config->root.at(key)) {
                    setFromSource(target, source, value);
                    return true;
                }
        return false;
    }

    void setFromSource(const Target& target, const ConfigurationSource& source, const ConfigValue* value) {
        Value raw = toValue(*value, target.code->type);
        uint32_t structured =
            types::bitOf(BasicType::List) | types::bitOf(BasicType::Mapping) | types::bitOf(BasicType::Table);
        const bool isStructure = raw.isAnyOf(structured) && (target.code->type.bits() & structured);
        Converted converted = convertTo(context(), raw, target.code->type);
        if (!converted)
            problem(markOf(source, *value) + "configurable variable '" + target.code->name +
                    "' is expected to be of type '" + typeText(target.code->type) + "'" +
                    detailOf(converted.error, value->kind));
        // Records get their default values, so structures are converted when their module starts.
        const bool isFinished = converted && !isStructure;
        m_vm.setGlobal(target.global, isFinished ? cloneReadOnly(context(), converted.value) : raw);
    }

    static std::string joined(std::string_view lines) {
        constexpr std::string_view between = "\n\t\t";
        std::string sentence;
        for (size_t at; (at = lines.find(between)) != std::string_view::npos;
             lines.remove_prefix(at + between.size()))
            sentence.append(lines.substr(0, at)).append(", ");
        return sentence.append(lines);
    }

    /// The lines of a conversion's message that tell the fields; duplicate keys have no field.
    static std::string detailOf(const std::string& error, ConfigValue::Kind found) {
        constexpr std::string_view mark = ": \n\t\t";
        if (const size_t at = error.find(mark); at != std::string::npos)
            return ": " + joined(error.substr(at + mark.size()));
        if (error.find("cannot be converted") == std::string::npos)
            return ": " + error;
        return ", but found '" + std::string(kindName(found)) + "'";
    }

    types::SemType memberType(const types::SemType& type) {
        return type.has(BasicType::List) ? types::listMemberType(m_worker.types(), type)
                                         : types::tableRowType(m_worker.types(), type);
    }

    Value toValue(const ConfigValue& value, const types::SemType& type) {
        switch (value.kind) {
        case ConfigValue::Kind::String: return m_vm.string(value.text);
        case ConfigValue::Kind::Int: return Value::of(value.integer);
        case ConfigValue::Kind::Float:
            if (type.has(BasicType::Decimal) && !type.has(BasicType::Float))
                if (auto number = decimal::parse(value.text))
                    return decimalValue(m_vm.heap(), *number);
            return Value::of(value.number);
        case ConfigValue::Kind::Bool: return Value::of(value.boolean);
        case ConfigValue::Kind::Array: {
            List* list = makeList(m_vm.heap(), m_vm.typeTable().anydataList());
            for (const ConfigValue& item : value.items)
                append(m_vm.heap(), list, toValue(item, memberType(type)));
            return Value::of(list);
        }
        case ConfigValue::Kind::Table: break;
        }
        Mapping* map = makeMap(m_vm.heap(), m_vm.typeTable().anydataMap());
        for (const auto& [name, member] : value.members)
            put(m_vm.heap(), map, m_vm.intern(name),
                toValue(member, types::mappingMemberTypeAt(m_worker.types(), type, name)));
        return Value::of(map);
    }

    void findUnused(const ConfigurationSource& source, const ConfigValue& table, const std::string& prefix) {
        for (const auto& [name, value] : table.members) {
            std::string path = prefix + name;
            bool used = false, leads = false;
            for (const Target& target : m_targets)
                for (const std::string& key : target.keys) {
                    used = used || key == path;
                    leads = leads || key.starts_with(path + ".");
                }
            if (used)
                continue;
            if (leads && value.kind == ConfigValue::Kind::Table)
                findUnused(source, value, path + ".");
            else
                problem(markOf(source, value) + "unused configuration value '" + path + "'");
        }
    }

    Vm& m_vm;
    Worker& m_worker;
    const Configuration& m_configuration;
    std::vector<Target> m_targets;
    std::vector<std::string> m_problems;
};

} // namespace

std::vector<std::string> configure(Vm& vm, Worker& worker, const Configuration& configuration) {
    return Configurer(vm, worker, configuration).run();
}

} // namespace barre::runtime
