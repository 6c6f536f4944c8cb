// io: files of comma-separated values as lists of strings, or as records.
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/number_text.h"
#include "runtime/langlib/support.h"
#include "runtime/library/csv.h"
#include "runtime/library/files.h"
#include "runtime/library/natives.h"
#include "runtime/vm/sequences.h"

#include <optional>

namespace barre::runtime {
namespace {

using Row = std::vector<std::string>;
using types::BasicType;

/// A field as the first of the types that the record's field may have and the text can be.
Value fieldValue(NativeCall& call, const std::string& text, const types::SemType& type) {
    if (type.has(BasicType::Nil) && text.empty())
        return Value::nil();
    if (type.has(BasicType::Int))
        if (const auto number = parseInt(text, 10))
            return Value::of(*number);
    if (type.has(BasicType::Float))
        if (const auto number = parseFloat(text))
            return Value::of(*number);
    if (type.has(BasicType::Decimal))
        if (const auto number = decimal::parse(text))
            return decimalValue(call.heap(), *number);
    if (type.has(BasicType::Boolean) && (text == "true" || text == "false"))
        return Value::of(text == "true");
    return call.vm().string(text);
}

Converted recordOf(NativeCall& call, const Row& headers, const Row& row, const types::SemType& type) {
    Mapping* record = makeMap(call.heap(), call.vm().typeTable().anydataMap());
    for (size_t i = 0; i < headers.size() && i < row.size(); ++i) {
        const types::SemType field = types::mappingMemberTypeAt(call.worker.types(), type, headers[i]);
        put(call.heap(), record, makeString(call.heap(), headers[i]), fieldValue(call, row[i], field));
    }
    return convertTo(conversions(call), Value::of(record), type);
}

/// The rows of the file in argument 0 as values of a type, or an error value.
Value rowsAs(NativeCall& call, const types::SemType& type, int64_t skip) {
    FileProblem problem;
    const auto content = textOf(call.text(0), problem);
    if (!content)
        return call.vm().error(problem.message, "ballerina/io:" + problem.type);
    const std::vector<Row> rows = parseCsv(*content);
    const bool asRecords = type.within(BasicType::Mapping);
    const TypeInfo* listType = call.vm().typeTable().of(types::arrayOf(call.worker.types(), type));
    List* list = makeList(call.heap(), listType);
    for (size_t i = size_t(std::max<int64_t>(skip, 0)) + asRecords; i < rows.size(); ++i) {
        const Converted row = asRecords ? recordOf(call, rows[0], rows[i], type)
                                        : convertTo(conversions(call), call.vm().stringList(rows[i]), type);
        if (!row)
            return call.vm().error(row.error, "ballerina/io:GenericError");
        append(call.heap(), list, row.value);
    }
    return Value::of(list);
}

types::SemType describedBy(const Value& typedesc) {
    return typedesc.as<Typedesc>()->type->type;
}

NativeResult readCsv(NativeCall& call) {
    return call.give(rowsAs(call, describedBy(call.arg(2)), call.argOr(1, Value::of(0)).integer));
}

NativeResult readCsvAsStream(NativeCall& call) {
    const types::SemType type = describedBy(call.arg(1));
    const Value rows = rowsAs(call, type, 0);
    if (rows.isError())
        return call.give(rows);
    types::TypeContext& types = call.worker.types();
    const TypeInfo* error = call.vm().findType("ballerina/io", "Error");
    const types::SemType completion =
        types::unite(types, error ? error->type : types::errorType, types::nilType);
    const TypeInfo* streamType = call.vm().typeTable().of(types::streamOf(types, type, completion));
    return call.give(streamOver(call, makeIterator(call.heap(), rows), streamType));
}

Row stringsOf(const Value& list) {
    Row strings;
    for (uint32_t i = 0; i < list.list()->length; ++i)
        strings.emplace_back(list.list()->at(i).string()->view());
    return strings;
}

NativeResult writeRows(NativeCall& call) {
    FileProblem problem;
    const File file = openToWrite(call.text(0), asksToAppend(call, 2), problem);
    if (!file)
        return giveProblem(call, problem);
    const List* rows = call.arg(1).list();
    for (uint32_t i = 0; i < rows->length; ++i) {
        const std::string line = formatCsvRow(stringsOf(rows->at(i))) + '\n';
        std::fwrite(line.data(), 1, line.size(), file.get());
    }
    return std::fflush(file.get()) == 0 ? call.giveNil() : giveProblem(call, systemProblem());
}

NativeResult rowsOf(NativeCall& call) {
    std::vector<Value> rows;
    for (const Row& row : parseSeparated(call.text(0), call.text(1), call.text(2)))
        rows.push_back(call.vm().stringList(row));
    types::TypeContext& types = call.worker.types();
    const types::SemType type = types::arrayOf(types, types::arrayOf(types, types::stringType));
    return call.give(Value::of(makeList(call.heap(), call.vm().typeTable().of(type), rows)));
}

constexpr NativeRow rows[] = {
    {"ballerina/io:fileReadCsv", readCsv},
    {"ballerina/io:fileReadCsvAsStream", readCsvAsStream},
    {"ballerina/io:writeRows", writeRows},
    {"ballerina/io:rowsOf", rowsOf},
};

} // namespace

std::span<const NativeRow> ioCsvNatives() {
    return rows;
}

} // namespace barre::runtime
