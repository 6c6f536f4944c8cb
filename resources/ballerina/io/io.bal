# What a program can print: any value, an error, or a raw template whose insertions are printed in place.
public type Printable any|error|PrintableRawTemplate;

# A raw template as something that can be printed.
public type PrintableRawTemplate object {
    # the fixed parts of the template
    public (string[] & readonly) strings;
    # the values between them
    public Printable[] insertions;
};

# The standard output of the program.
public const int stdout = 1;
# The standard error output of the program.
public const int stderr = 2;

# One of the two output streams of a program.
public type FileOutputStream stdout|stderr;

# Whether writing replaces a file or continues it.
public enum FileWriteOption {
    # what was in the file is replaced
    OVERWRITE,
    # the new content comes after what is in the file
    APPEND
}

# An error of this module.
public type Error distinct error;
# The file does not exist.
public type FileNotFoundError distinct Error;
# The file may not be read or written.
public type AccessDeniedError distinct Error;
# What was read is not of the wanted type.
public type TypeMismatchError distinct Error;
# The end of the input was reached.
public type EofError distinct Error;
# A setting has no usable value.
public type ConfigurationError distinct Error;
# Any other failure of input or output.
public type GenericError distinct Error;

# A piece of the bytes of a file.
public type Block readonly & byte[];

# Prints values on the standard output, one directly after the other.
#
# + values - the values to print
public isolated function print(Printable... values) = external;

# Prints values on the standard output and ends the line.
#
# + values - the values to print
public isolated function println(Printable... values) = external;

# Prints values on one of the two output streams.
#
# + fileOutputStream - `io:stdout` or `io:stderr`
# + values - the values to print
public isolated function fprint(FileOutputStream fileOutputStream, Printable... values) = external;

# Prints values on one of the two output streams and ends the line.
#
# + fileOutputStream - `io:stdout` or `io:stderr`
# + values - the values to print
public isolated function fprintln(FileOutputStream fileOutputStream, Printable... values) = external;

# Reads a line from the standard input.
#
# + a - printed before reading, when given
# + return - the line without its end; an empty string at the end of the input
public isolated function readln(any? a = ()) returns string = external;

# Reads a whole file as text.
#
# + path - path of the file
# + return - the text, or an error
public isolated function fileReadString(string path) returns readonly & string|Error = external;

# Reads the lines of a file.
#
# + path - path of the file
# + return - the lines without their ends, or an error
public isolated function fileReadLines(string path) returns readonly & string[]|Error = external;

# Reads a file as JSON.
#
# + path - path of the file
# + return - the value, or an error
public isolated function fileReadJson(string path) returns readonly & json|Error = external;

# Reads a file as XML.
#
# + path - path of the file
# + return - the value, or an error
public isolated function fileReadXml(string path) returns readonly & xml|Error {
    string text = check fileReadString(path);
    xml|error value = xml:fromString(text);
    if value is error {
        return error GenericError(value.message());
    }
    return value.cloneReadOnly();
}

# Reads the bytes of a file.
#
# + path - path of the file
# + return - the bytes, or an error
public isolated function fileReadBytes(string path) returns readonly & byte[]|Error = external;

isolated function readCsvRows(string path, int skipHeaders) returns string[][]|Error = external;

# Reads a file of comma-separated values.
#
# + path - path of the file
# + skipHeaders - number of lines to leave out at the beginning
# + return - the rows, or an error
public isolated function fileReadCsv(string path, int skipHeaders = 0) returns string[][]|Error {
    return readCsvRows(path, skipHeaders);
}

class LineIterator {
    private final string[] & readonly lines;
    private int position = 0;

    isolated function init(string[] & readonly lines) {
        self.lines = lines;
    }

    public isolated function next() returns record {|string value;|}|Error? {
        if self.position >= self.lines.length() {
            return ();
        }
        self.position += 1;
        return {value: self.lines[self.position - 1]};
    }
}

# Reads the lines of a file one by one.
#
# + path - path of the file
# + return - a stream of lines, or an error
public isolated function fileReadLinesAsStream(string path) returns stream<string, Error?>|Error {
    LineIterator lines = new (check fileReadLines(path));
    return new stream<string, Error?>(lines);
}

# Writes text to a file.
#
# + path - path of the file
# + content - the text
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function fileWriteString(string path, string content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes lines to a file, each with an end of line.
#
# + path - path of the file
# + content - the lines
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function fileWriteLines(string path, string[] content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes a value as JSON to a file.
#
# + path - path of the file
# + content - the value
# + return - an error when it cannot be written
public isolated function fileWriteJson(string path, json content) returns Error? {
    return fileWriteString(path, content.toJsonString());
}

# Writes XML to a file.
#
# + path - path of the file
# + content - the value
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function fileWriteXml(string path, xml content, FileWriteOption option = OVERWRITE)
        returns Error? {
    return fileWriteString(path, content.toString(), option);
}

# Writes bytes to a file.
#
# + path - path of the file
# + content - the bytes
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function fileWriteBytes(string path, byte[] content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes rows of comma-separated values to a file.
#
# + path - path of the file
# + content - the rows
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function fileWriteCsv(string path, string[][] content, FileWriteOption option = OVERWRITE)
        returns Error? = external;
