// io: files of comma-separated values as lists of strings, or as records; tables of rows.
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "runtime/library/csv_records.h"
#include "runtime/library/files.h"
#include "runtime/library/natives.h"

#include <algorithm>

namespace barre::runtime {
namespace {

using types::BasicType;

NativeResult giveGeneric(NativeCall& call, const std::string& message) {
    return giveIoError(call, "GenericError", message);
}

/// The rows of a file, one after the other, as values of a type. Closed: without a file.
struct CsvSource final : NativeData {
    File file;
    const TypeInfo* type = nullptr; ///< of a row
    CsvRow headers;                 ///< once they have been read

    bool givesRecords() const { return type->type.within(BasicType::Mapping); }
};

/// Why rows cannot be of that type; empty if they can.
std::string problemOfRowType(const TypeInfo& type) {
    const bool isMap = type.type.within(BasicType::Mapping) && type.fieldNames.empty();
    return isMap ? "Only 'string[]' and 'record{}' types are supported, but found 'map' " : "";
}

/// The next row; Absent at the end.
Converted nextRow(NativeCall& call, CsvSource& source) {
    CsvRow row = takeCsvRow(source.file.get());
    if (!std::all_of(row.begin(), row.end(), [](const std::string& field) { return isValidUtf8(field); }))
        return {Value::nil(), "the file is not valid UTF-8"};
    if (source.givesRecords() && source.headers.empty() && !row.empty()) {
        source.headers = headersOf(std::move(row));
        if (const std::string problem = problemOfHeaders(call, *source.type, source.headers);
            !problem.empty())
            return {Value::nil(), problem};
        return nextRow(call, source);
    }
    if (row.empty())
        return {Value::absent(), {}};
    return source.givesRecords()
               ? recordOfRow(call, *source.type, source.headers, std::move(row), EmptyField::NilOrMistake)
               : convertTo(conversions(call), call.vm().stringList(row), source.type->type);
}

/// Opens the file in argument 0 for rows of the type that a typedesc describes.
std::unique_ptr<CsvSource> openSource(NativeCall& call, const Value& typedesc, FileProblem& problem) {
    auto source = std::make_unique<CsvSource>();
    source->file = openToRead(call.text(0), problem);
    source->type = typedesc.as<Typedesc>()->type;
    if (source->file)
        problem = {"GenericError", problemOfRowType(*source->type)};
    return source->file && problem.message.empty() ? std::move(source) : nullptr;
}

// Of records the first row to skip is the one that names the fields.
NativeResult readCsv(NativeCall& call) {
    FileProblem problem;
    const auto source = openSource(call, call.arg(2), problem);
    if (!source)
        return giveProblem(call, problem);
    int64_t skip = call.argOr(1, Value::of(0)).integer;
    if (source->givesRecords())
        skip = std::max<int64_t>(skip - 1, 0);
    const types::SemType listType = types::arrayOf(call.worker.types(), source->type->type);
    List* list = makeList(call.heap(), call.vm().typeTable().of(listType));
    for (Converted row = nextRow(call, *source); !row.value.isAbsent(); row = nextRow(call, *source)) {
        if (!row)
            return giveGeneric(call, row.error);
        if (skip-- <= 0)
            append(call.heap(), list, row.value);
    }
    return call.give(Value::of(list));
}

const TypeInfo* streamType(NativeCall& call, const types::SemType& row) {
    types::TypeContext& types = call.worker.types();
    const TypeInfo* error = call.vm().findType("ballerina/io", "Error");
    const types::SemType completion =
        types::unite(types, error ? error->type : types::errorType, types::nilType);
    return call.vm().typeTable().of(types::streamOf(types, row, completion));
}

NativeResult readCsvAsStream(NativeCall& call) {
    FileProblem problem;
    auto source = openSource(call, call.arg(1), problem);
    if (!source)
        return giveProblem(call, problem);
    const TypeInfo* type = streamType(call, source->type->type);
    Object* iterator = call.vm().object(*call.vm().findClass("ballerina/io", "CsvIterator"));
    setNative(call.heap(), iterator, std::move(source));
    return call.give(streamOver(call, Value::of(iterator), type));
}

NativeResult nextOfCsv(NativeCall& call) {
    auto* source = nativeOf<CsvSource>(call.arg(0));
    if (!source || !source->file)
        return giveGeneric(call, "Stream closed");
    const Converted row = nextRow(call, *source);
    if (!row)
        return giveGeneric(call, row.error);
    if (!row.value.isAbsent())
        return call.give(nextRecord(call, row.value));
    source->file.reset();
    return call.giveNil();
}

NativeResult closeCsv(NativeCall& call) {
    if (auto* source = nativeOf<CsvSource>(call.arg(0)))
        source->file.reset();
    return call.giveNil();
}

CsvRow stringsOf(const Value& list) {
    CsvRow strings;
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
    for (const CsvRow& row : parseSeparated(call.text(0), call.text(1), call.text(2)))
        rows.push_back(call.vm().stringList(row));
    types::TypeContext& types = call.worker.types();
    const types::SemType type = types::arrayOf(types, types::arrayOf(types, types::stringType));
    return call.give(Value::of(makeList(call.heap(), call.vm().typeTable().of(type), rows)));
}

const TypeInfo* tableType(NativeCall& call, const TypeInfo& row, const CsvRow& keys) {
    types::TypeContext& context = call.worker.types();
    types::TableAtomicType type{row.type, false, {}, {}};
    if (!keys.empty()) {
        type.keyType = context.anydataType();
        type.keyFields = keys;
    }
    return call.vm().typeTable().of(types::tableOf(context, type));
}

// tableOf(rows, typedesc, keys): the fields of a row are those of the record in the order of their
// declarations.
NativeResult tableOfRows(NativeCall& call) {
    const TypeInfo& record = *call.arg(1).as<Typedesc>()->type;
    const CsvRow names = declaredFields(call, record);
    StoreContext context = stores(call);
    Table* table = makeTable(call.heap(), tableType(call, record, stringsOf(call.arg(2))));
    const List* rows = call.arg(0).list();
    for (uint32_t i = 0; i < rows->length; ++i) {
        const Converted row = recordOfRow(call, record, names, stringsOf(rows->at(i)), EmptyField::Nil);
        const StoreResult failure = row ? storeRow(context, table, row.value, false) : StoreResult();
        if (!row || failure)
            return giveGeneric(call,
                               "failed to process the delimited file: " + (row ? failure->name : row.error));
    }
    return call.give(Value::of(table));
}

constexpr NativeRow rows[] = {
    {"ballerina/io:fileReadCsv", readCsv},
    {"ballerina/io:fileReadCsvAsStream", readCsvAsStream},
    {"ballerina/io:CsvIterator.next", nextOfCsv},
    {"ballerina/io:CsvIterator.close", closeCsv},
    {"ballerina/io:tableOf", tableOfRows},
    {"ballerina/io:writeRows", writeRows},
    {"ballerina/io:rowsOf", rowsOf},
};

} // namespace

std::span<const NativeRow> ioCsvNatives() {
    return rows;
}

} // namespace barre::runtime
