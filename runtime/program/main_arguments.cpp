#include "runtime/program/main_arguments.h"

#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"
#include "runtime/program/text_argument.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"

#include <optional>

namespace barre::runtime {

namespace {

using types::BasicType;

class ArgumentReader {
public:
    ArgumentReader(Vm& vm, Worker& worker, const FunctionCode& function)
        : m_vm(vm), m_types(worker.types()), m_function(function) {
        if (auto signature = types::functionSignature(m_types, function.type))
            m_signature = std::move(*signature);
    }

    MainArguments read(const std::vector<std::string>& words) {
        m_result.problem = readWords(words);
        return std::move(m_result);
    }

private:
    std::string readWords(const std::vector<std::string>& words) {
        std::vector<std::string> operands;
        std::vector<std::pair<std::string, std::string>> options;
        bool takesOptions = optionsParam().has_value();
        for (size_t i = 0; i < words.size(); ++i) {
            const std::string& word = words[i];
            if (!takesOptions || !word.starts_with("--") || word.size() == 2) {
                operands.push_back(word);
                continue;
            }
            size_t equal = word.find('=');
            std::string name = word.substr(2, equal == std::string::npos ? equal : equal - 2);
            if (equal != std::string::npos)
                options.emplace_back(name, word.substr(equal + 1));
            else if (isFlag(name))
                options.emplace_back(name, "true");
            else if (i + 1 < words.size())
                options.emplace_back(name, words[++i]);
            else
                return "the option --" + name + " has no value";
        }
        return assign(operands, options, m_result.values);
    }

    size_t plainCount() const { return m_signature.params.size(); }

    std::optional<size_t> optionsParam() const {
        for (size_t i = 0; i < plainCount(); ++i)
            if (m_signature.params[i].within(BasicType::Mapping) && !m_signature.params[i].isNever())
                return i;
        return {};
    }

    /// The type of an option, without nil; never for one that there is not.
    types::SemType optionType(const std::string& name) const {
        const auto field = types::mappingMemberTypeAt(m_types, m_signature.params[*optionsParam()], name);
        return types::withoutNil(types::undefToNil(field));
    }

    bool isFlag(const std::string& name) const {
        const types::SemType type = optionType(name);
        return !type.isNever() && type.within(BasicType::Boolean);
    }

    bool isList(const types::SemType& type) const { return !type.isNever() && type.within(BasicType::List); }

    /// The parameters behind one that have no default and are given by an operand each.
    size_t operandsBehind(size_t param) const {
        size_t count = 0;
        for (size_t i = param + 1; i < plainCount(); ++i)
            count += optionsParam() != i && !types::containsNil(m_signature.params[i]) && !hasDefault(i);
        return count;
    }

    std::string nameOf(size_t i) const {
        return i < m_function.paramNames.size() ? m_function.paramNames[i] : std::to_string(i + 1);
    }

    std::string assign(const std::vector<std::string>& operands,
                       const std::vector<std::pair<std::string, std::string>>& options,
                       std::vector<Value>& values) {
        size_t used = 0;
        std::string problem;
        for (size_t i = 0; i < plainCount() && problem.empty(); ++i) {
            const types::SemType& type = m_signature.params[i];
            if (optionsParam() == i) {
                values.push_back(record(i, options, problem));
            } else if (isList(type)) {
                const size_t behind = operandsBehind(i), left = operands.size() - used;
                const size_t count = left > behind ? left - behind : 0;
                values.push_back(listOf({operands.data() + used, count}, type, nameOf(i), problem));
                used += count;
            } else if (used < operands.size()) {
                values.push_back(operand(operands[used++], type, nameOf(i), problem));
            } else if (types::containsNil(type)) {
                values.push_back(Value::nil());
            } else {
                values.push_back(Value::absent());
                if (!hasDefault(i))
                    problem = "missing operand argument for parameter '" + nameOf(i) + "' of type '" +
                              types::toString(m_types, type) + "'";
            }
        }
        if (!problem.empty())
            return problem;
        while (m_signature.rest && used < operands.size() && problem.empty())
            values.push_back(operand(operands[used++], *m_signature.rest, "...", problem));
        if (problem.empty() && used < operands.size())
            return "all operand arguments are not matched: '" + operands[used] + "' has no parameter";
        return problem;
    }

    /// The code of a function with defaults begins by looking at them.
    bool hasDefault(size_t param) const {
        for (const Instruction& instruction : m_function.code)
            if (instruction.op == Opcode::JUMP_PRESENT && instruction.a == param)
                return true;
        return false;
    }

    Value operand(const std::string& text, const types::SemType& type, const std::string& name,
                  std::string& problem) {
        if (const auto value = valueOfText(m_vm, m_types, text, type))
            return *value;
        problem = "invalid argument '" + text + "' for parameter '" + name + "', expected " +
                  types::toString(m_types, type) + " value";
        return {};
    }

    Value listOf(std::span<const std::string> texts, const types::SemType& type, const std::string& name,
                 std::string& problem) {
        List* list = makeList(m_vm.heap(), m_vm.typeTable().of(type));
        for (const std::string& text : texts)
            if (problem.empty())
                append(m_vm.heap(), list,
                       operand(text, types::listMemberTypeAt(m_types, type, list->length), name, problem));
        return Value::of(list);
    }

    /// An option that is a list is given once for each member.
    Value option(Mapping* options, const std::string& name, const std::string& text, std::string& problem) {
        const types::SemType type = optionType(name);
        if (!isList(type))
            return operand(text, type, name, problem);
        Value* known = find(options, name);
        if (!known)
            return listOf({&text, 1}, type, name, problem);
        List* list = known->list();
        append(m_vm.heap(), list, operand(text, types::listAllMemberTypes(m_types, type), name, problem));
        return *known;
    }

    Value record(size_t param, const std::vector<std::pair<std::string, std::string>>& options,
                 std::string& problem) {
        const types::SemType& type = m_signature.params[param];
        m_result.record = param;
        const TypeInfo* info = m_vm.typeTable().of(type);
        Mapping* mapping = makeMap(m_vm.heap(), info);
        for (const auto& [name, text] : options) {
            if (optionType(name).isNever()) {
                problem = "undefined option: '" + name + "'";
                return {};
            }
            put(m_vm.heap(), mapping, m_vm.intern(name), option(mapping, name, text, problem));
        }
        auto atomic = types::mappingAtomicType(m_types, type);
        for (size_t i = 0; atomic && i < atomic->names.size(); ++i)
            if (!atomic->slots[i].isOptional() && !find(mapping, atomic->names[i])) {
                const FunctionId function = m_vm.defaultOf(m_types, info, atomic->names[i]);
                if (function != noId)
                    m_result.defaults.push_back({atomic->names[i], function});
                else if (types::containsNil(atomic->slots[i].type))
                    put(m_vm.heap(), mapping, m_vm.intern(atomic->names[i]), Value::nil());
                else
                    problem = "missing option '" + atomic->names[i] + "'";
            }
        return Value::of(mapping);
    }

    Vm& m_vm;
    types::TypeContext& m_types;
    const FunctionCode& m_function;
    types::FunctionSignature m_signature;
    MainArguments m_result;
};

} // namespace

MainArguments readMainArguments(Vm& vm, Worker& worker, const std::vector<std::string>& words) {
    const FunctionCode& function = *vm.program().functions[vm.program().mainFunction];
    return ArgumentReader(vm, worker, function).read(words);
}

} // namespace barre::runtime
