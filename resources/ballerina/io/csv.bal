# Reads a file of comma-separated values.
#
# + path - the file
# + skipHeaders - the number of lines to skip; the fields of records are named by the first line, which is never one
# + returnType - what a row becomes: a list of strings, or a record
# + return - the rows
public isolated function fileReadCsv(string path, int skipHeaders = 0,
        typedesc<string[]|map<anydata>> returnType = <>) returns returnType[]|Error = external;

# Reads a file of comma-separated values row by row.
#
# + path - the file
# + returnType - what a row becomes: a list of strings, or a record whose fields the first line names
# + return - the rows
public isolated function fileReadCsvAsStream(string path, typedesc<string[]|map<anydata>> returnType = <>)
        returns stream<returnType, Error?>|Error = external;

# The rows of a file, as a stream gives them.
public class CsvIterator {

    # Reads a row.
    #
    # + return - the row, or nil if there are no more
    public isolated function next() returns record {|anydata value;|}|error? = external;

    # Closes the file.
    #
    # + return - an error if that fails
    public isolated function close() returns Error? = external;
}

# Writes a file of comma-separated values.
#
# + path - the file
# + content - the rows; of records the first line names the fields
# + option - whether what is there is replaced
# + return - an error if it cannot be written
public isolated function fileWriteCsv(string path, string[][]|map<anydata>[] content, FileWriteOption option = OVERWRITE)
        returns Error? {
    if content is string[][] {
        return writeRows(path, content, option);
    }
    return content.length() == 0 ? () : writeRecords(path, <map<anydata>[]>content, option);
}

# Writes a file of comma-separated values.
#
# + path - the file
# + content - the rows; of records the first line names the fields
# + option - whether what is there is replaced
# + return - an error if it cannot be written, or the error that ends the stream
public isolated function fileWriteCsvFromStream(string path, stream<string[]|map<anydata>, Error?> content,
        FileWriteOption option = OVERWRITE) returns Error? {
    string[][] rows = [];
    map<anydata>[] records = [];
    while true {
        record {|string[]|map<anydata> value;|}|Error? next = content.next();
        if next is Error {
            return next;
        }
        if next is () {
            break;
        }
        string[]|map<anydata> row = next.value;
        if row is string[] {
            rows.push(row);
        } else if row is map<anydata> {
            records.push(row);
        }
    }
    return records.length() > 0 ? writeRecords(path, records, option) : writeRows(path, rows, option);
}

// The first line names the fields; a file that is continued keeps the one it has.
isolated function writeRecords(string path, map<anydata>[] records, FileWriteOption option) returns Error? {
    string[] names = records[0].keys();
    string[][] rows = [];
    string[] present = option == APPEND ? check headersOf(path) : [];
    if present.length() == 0 {
        rows.push(names);
    } else if names.length() != present.length() {
        return error GenericError(string `The CSV file content header count(${present.length()}) doesn't match with ballerina record field count(${names.length()}). `);
    } else if names.some(name => present.indexOf(name) is ()) {
        string missing = names.filter(name => present.indexOf(name) is ())[0];
        return error GenericError(string `The CSV file does not contain the header - ${missing}. `);
    } else {
        names = present;
    }
    foreach map<anydata> row in records {
        rows.push(names.map(name => row.hasKey(name) ? row.get(name).toString() : ""));
    }
    return writeRows(path, rows, option);
}

isolated function headersOf(string path) returns string[]|Error {
    string[][]|Error rows = fileReadCsv(path);
    if rows is FileNotFoundError {
        return [];
    }
    return rows is Error ? rows : rows.length() == 0 ? [] : rows[0];
}

isolated function writeRows(string path, string[][] content, FileWriteOption option) returns Error? = external;

// The rows of a text.
isolated function rowsOf(string text, string fieldSeparator, string recordSeparator) returns string[][] = external;

// The fields of a row are those of the record in the order of their declarations.
isolated function tableOf(string[][] rows, typedesc<record {}> structType, string[] keyFieldNames)
        returns table<record {}>|Error = external;
