# Reads records of text fields.
public class ReadableTextRecordChannel {
    private ReadableCharacterChannel charChannel;
    private string fieldSeparator;
    private string recordSeparator;
    private string[][]? rows = ();
    private int at = 0;
    private boolean isOpen = true;

    # Makes a channel of records.
    #
    # + charChannel - where the text comes from
    # + fs - separates fields
    # + rs - separates records
    # + fmt - a known form, instead of separators
    public isolated function init(ReadableCharacterChannel charChannel, string fs = "", string rs = "",
            string fmt = "default") {
        self.charChannel = charChannel;
        self.fieldSeparator = separatorOf(fs, fmt);
        self.recordSeparator = rs == "" ? NEW_LINE : rs;
    }

    # Whether there is another record.
    #
    # + return - true if `getNext` will give one
    public isolated function hasNext() returns boolean {
        if !self.isOpen {
            return false;
        }
        string[][]|Error rows = self.allRows();
        return rows is string[][] && self.at < rows.length();
    }

    # Reads a record.
    #
    # + return - its fields; an `EofError` if there are no more
    public isolated function getNext() returns string[]|Error {
        check requireOpenRecords(self.isOpen);
        string[][] rows = check self.allRows();
        if self.at >= rows.length() {
            return error EofError("EoF when reading from the channel");
        }
        self.at += 1;
        return rows[self.at - 1];
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check requireOpenRecords(self.isOpen);
        self.isOpen = false;
        return self.charChannel.close();
    }

    // All records that are left.
    isolated function rest() returns string[][]|Error {
        check requireOpenRecords(self.isOpen);
        string[][] rows = check self.allRows();
        if self.at >= rows.length() {
            return error EofError("EoF when reading from the channel");
        }
        int first = self.at;
        self.at = rows.length();
        return rows.slice(first);
    }

    private isolated function allRows() returns string[][]|Error {
        string[][]? known = self.rows;
        if known is string[][] {
            return known;
        }
        string[][] rows = rowsOf(check self.charChannel.readString(), self.fieldSeparator, self.recordSeparator);
        self.rows = rows;
        return rows;
    }
}

# Writes records of text fields.
public class WritableTextRecordChannel {
    private WritableCharacterChannel characterChannel;
    private string fieldSeparator;
    private string recordSeparator;
    private boolean isOpen = true;

    # Makes a channel of records.
    #
    # + characterChannel - where the text goes
    # + fs - separates fields
    # + rs - separates records
    # + fmt - a known form, instead of separators
    public isolated function init(WritableCharacterChannel characterChannel, string fs = "", string rs = "",
            string fmt = "default") {
        self.characterChannel = characterChannel;
        self.fieldSeparator = separatorOf(fs, fmt);
        self.recordSeparator = rs == "" ? NEW_LINE : rs;
    }

    # Writes a record.
    #
    # + textRecord - its fields
    # + return - an error if it cannot be written
    public isolated function write(string[] textRecord) returns Error? {
        check requireOpenRecords(self.isOpen);
        string separator = self.fieldSeparator;
        string[] fields = textRecord.map(field => quotedField(field, separator));
        int _ = check self.characterChannel.write(separator.'join(...fields) + self.recordSeparator, 0);
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check requireOpenRecords(self.isOpen);
        self.isOpen = false;
        return self.characterChannel.close();
    }
}

# Reads comma-separated values.
public class ReadableCSVChannel {
    private ReadableTextRecordChannel recordChannel;

    # Makes a channel of rows.
    #
    # + byteChannel - where the text comes from
    # + fs - separates fields
    # + nHeaders - the number of rows to skip
    public isolated function init(ReadableCharacterChannel byteChannel, Separator fs = ",", int nHeaders = 0) {
        self.recordChannel = new (byteChannel, fs, NEW_LINE);
        self.skipHeaders(nHeaders);
    }

    # Skips rows.
    #
    # + nHeaders - how many
    public isolated function skipHeaders(int nHeaders) {
        foreach int _ in 0 ..< nHeaders {
            string[]|Error? row = self.getNext();
            if row !is string[] {
                return;
            }
        }
    }

    # Whether there is another row.
    #
    # + return - true if `getNext` will give one
    public isolated function hasNext() returns boolean => self.recordChannel.hasNext();

    # Reads a row.
    #
    # + return - its fields; an `EofError` if there are no more
    public isolated function getNext() returns string[]|Error? => self.recordChannel.getNext();

    # Reads all rows that are left as a table.
    #
    # + structType - the records of the table: the fields of a row are theirs in the order of their declarations
    # + fieldNames - the fields that are the key
    # + return - the table
    # # Deprecated
    # `toTable` does the same.
    @deprecated
    public isolated function getTable(typedesc<record {}> structType, string[] fieldNames = [])
            returns table<record {}>|Error => self.toTable(structType, fieldNames);

    # Reads all rows that are left as a table.
    #
    # + structType - the records of the table: the fields of a row are theirs in the order of their declarations
    # + keyFieldNames - the fields that are the key
    # + return - the table
    public isolated function toTable(typedesc<record {}> structType, string[] keyFieldNames)
            returns table<record {}>|Error => tableOf(check self.recordChannel.rest(), structType, keyFieldNames);

    # Reads row by row.
    #
    # + return - the rows
    public isolated function csvStream() returns stream<string[], Error?>|Error =>
        new stream<string[], Error?>(new CSVStream(self.recordChannel));

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? => self.recordChannel.close();
}

# Writes comma-separated values.
public class WritableCSVChannel {
    private WritableTextRecordChannel recordChannel;

    # Makes a channel of rows.
    #
    # + characterChannel - where the text goes
    # + fs - separates fields
    public isolated function init(WritableCharacterChannel characterChannel, Separator fs = ",") {
        self.recordChannel = new (characterChannel, fs, NEW_LINE);
    }

    # Writes a row.
    #
    # + csvRecord - its fields
    # + return - an error if it cannot be written
    public isolated function write(string[] csvRecord) returns Error? => self.recordChannel.write(csvRecord);

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? => self.recordChannel.close();
}

# The rows of a channel, as a stream gives them.
public class CSVStream {
    private ReadableTextRecordChannel readableTextRecordChannel;
    private boolean isOpen = true;

    # Reads from the channel when asked for the next row.
    #
    # + readableTextRecordChannel - the channel
    public isolated function init(ReadableTextRecordChannel readableTextRecordChannel) {
        self.readableTextRecordChannel = readableTextRecordChannel;
    }

    # Reads a row.
    #
    # + return - its fields, or nil if there are no more
    public isolated function next() returns record {|string[] value;|}|Error? {
        if !self.isOpen {
            return error GenericError("Stream closed");
        }
        string[]|Error row = self.readableTextRecordChannel.getNext();
        if row is string[] {
            return {value: row};
        }
        return row is EofError ? self.close() : row;
    }

    # Closes the channel.
    #
    # + return - an error if that fails
    public isolated function close() returns Error? {
        if self.isOpen {
            self.isOpen = false;
            return self.readableTextRecordChannel.close();
        }
    }
}

# Reads a file of comma-separated values.
#
# + path - the file
# + fieldSeparator - separates fields
# + charset - the name of the encoding
# + skipHeaders - the number of rows to skip
# + return - the channel
public isolated function openReadableCsvFile(string path, Separator fieldSeparator = ",", string charset = "UTF-8",
        int skipHeaders = 0) returns ReadableCSVChannel|Error =>
    new ReadableCSVChannel(new ReadableCharacterChannel(check openReadableFile(path), charset), fieldSeparator, skipHeaders);

# Writes a file of comma-separated values.
#
# + path - the file
# + fieldSeparator - separates fields
# + charset - the name of the encoding
# + skipHeaders - is of no use when writing
# + option - whether what is there is replaced
# + return - the channel
public isolated function openWritableCsvFile(string path, Separator fieldSeparator = ",", string charset = "UTF-8",
        int skipHeaders = 0, FileWriteOption option = OVERWRITE) returns WritableCSVChannel|Error =>
    new WritableCSVChannel(new WritableCharacterChannel(check openWritableFile(path, option), charset), fieldSeparator);

isolated function separatorOf(string fieldSeparator, string format) returns string {
    match format.toLowerAscii() {
        CSV => {
            return COMMA;
        }
        TDF => {
            return TAB;
        }
    }
    return fieldSeparator == "" ? COMMA : fieldSeparator;
}

isolated function quotedField(string text, string separator) returns string {
    boolean plain = !text.includes(separator) && !text.includes("\"") && !text.includes(NEW_LINE);
    return plain ? text : "\"" + re `"`.replaceAll(text, "\"\"") + "\"";
}

isolated function requireOpenRecords(boolean isOpen) returns Error? =>
    isOpen ? () : error GenericError("Record channel is already closed.");
