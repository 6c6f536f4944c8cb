#include "runtime/library/csv_records.h"

#include "runtime/langlib/number_text.h"

#include <algorithm>

namespace barre::runtime {
namespace {

using types::BasicType;

std::string trimmed(const std::string& text) {
    constexpr const char* blanks = " \t\r\n\f\v";
    const size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool isWord(const std::string& text, std::string_view word) {
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return (a | 32) == b; });
}

/// The text as the first of the types that the field may have and the text can be; Absent: it is none of
/// these.
Value fieldValue(NativeCall& call, const std::string& text, const types::SemType& type) {
    if (type.has(BasicType::Int))
        if (const auto number = parseInt(text, 10))
            return Value::of(*number);
    if (type.has(BasicType::Float))
        if (const auto number = parseFloat(text))
            return Value::of(*number);
    if (type.has(BasicType::Decimal))
        if (const auto number = decimal::parse(text))
            return decimalValue(call.heap(), *number);
    if (type.has(BasicType::Boolean) && (isWord(text, "true") || !type.has(BasicType::String)))
        return Value::of(isWord(text, "true"));
    return type.has(BasicType::String) ? call.vm().string(text) : Value::absent();
}

bool takesText(const types::SemType& type) {
    constexpr BasicType kinds[] = {BasicType::Int, BasicType::Float, BasicType::Decimal, BasicType::Boolean,
                                   BasicType::String};
    return std::any_of(std::begin(kinds), std::end(kinds), [&](BasicType kind) { return type.has(kind); });
}

/// Puts one field into a record; returns what is wrong with it.
class FieldReader {
public:
    FieldReader(NativeCall& call, const TypeInfo& record, EmptyField empty, Mapping* target)
        : m_call(call), m_record(record), m_empty(empty), m_target(target) {}

    std::string read(const std::string& name, const std::string& text) {
        const types::SemType& type = m_record.fieldSlot(name).type;
        if (text.empty())
            return readEmpty(name, type);
        if (!takesText(type))
            return "Data mapping support only for int, float, Decimal, boolean and string. Unsupported value "
                   "for the "
                   "struct field: " +
                   name;
        const Value value = fieldValue(m_call, trimmed(text), type);
        if (value.isAbsent())
            return "Invalid value: " + trimmed(text) + " for the field: '" + name + "'";
        return set(name, value);
    }
    /// The row is shorter than the row of names.
    std::string readMissing(const std::string& name) {
        const SlotInfo& slot = m_record.fieldSlot(name);
        return slot.isOptional ? std::string() : readEmpty(name, slot.type);
    }

private:
    std::string readEmpty(const std::string& name, const types::SemType& type) {
        if (m_empty == EmptyField::NilOrMistake && !type.has(BasicType::Nil))
            return "Field '" + name + "' does not support nil value.";
        return set(name, Value::nil());
    }
    std::string set(const std::string& name, Value value) {
        put(m_call.heap(), m_target, makeString(m_call.heap(), name), value);
        return {};
    }

    NativeCall& m_call;
    const TypeInfo& m_record;
    EmptyField m_empty;
    Mapping* m_target;
};

} // namespace

CsvRow headersOf(CsvRow row) {
    for (std::string& name : row)
        name = trimmed(name);
    return row;
}

CsvRow declaredFields(NativeCall& call, const TypeInfo& record) {
    CsvRow names;
    for (const std::string_view name : conversions(call).order(&record))
        names.emplace_back(name);
    return names.empty() ? record.fieldNames : names;
}

std::string problemOfHeaders(NativeCall& call, const TypeInfo& record, const CsvRow& headers) {
    for (const std::string& name : declaredFields(call, record))
        if (std::find(headers.begin(), headers.end(), name) == headers.end() &&
            !record.fieldSlot(name).isOptional)
            return "The csv file does not contain the column - " + name + ".";
    for (const std::string& name : headers)
        if (!std::binary_search(record.fieldNames.begin(), record.fieldNames.end(), name))
            return "The csv file contains an additional column - " + name + ".";
    return {};
}

// Empty fields at the end of a row are as good as none.
Converted recordOfRow(NativeCall& call, const TypeInfo& record, const CsvRow& headers, CsvRow row,
                      EmptyField empty) {
    while (row.size() > 1 && row.back().empty())
        row.pop_back();
    Mapping* fields = makeMap(call.heap(), call.vm().typeTable().anydataMap());
    FieldReader reader(call, record, empty, fields);
    for (size_t i = 0; i < headers.size(); ++i)
        if (const std::string problem =
                i < row.size() ? reader.read(headers[i], row[i]) : reader.readMissing(headers[i]);
            !problem.empty())
            return {Value::nil(), problem};
    return convertTo(conversions(call), Value::of(fields), record.type);
}

} // namespace barre::runtime
