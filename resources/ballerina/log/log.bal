# The levels of a log record, most important first.
public enum Level {
    # something failed
    ERROR,
    # something looks wrong
    WARN,
    # what a running program reports
    INFO,
    # details for finding a fault
    DEBUG
}

# How a log record is written.
public enum LogFormat {
    # keys and values on one line
    LOGFMT = "logfmt",
    # one JSON object on one line
    JSON_FORMAT = "json"
}

# Whether a log file is replaced or continued.
public enum FileWriteOption {
    # what was in the file is replaced
    OVERWRITE,
    # new records come after what is in the file
    APPEND
}

# An error of this module.
public type Error distinct error;

# A raw template as a message.
public type PrintableRawTemplate object {
    # the fixed parts of the template
    public (string[] & readonly) strings;
    # the values between them
    public anydata[] insertions;
};

# A function that gives the value when the record is really written.
public type Valuer isolated function () returns anydata;

# The value of a key of a log record.
public type Value anydata|Valuer|PrintableRawTemplate;

# The keys and values that a record carries besides its message.
public type KeyValues record {|
    never msg?;
    never message?;
    never 'error?;
    never stackTrace?;
    Value...;
|};

# The least important level that is written.
public configurable Level level = INFO;
# How records are written.
public configurable LogFormat format = LOGFMT;

isolated function isLevelEnabled(string recordLevel, string least) returns boolean = external;

isolated function writeRecord(string recordLevel, string recordFormat, string msg, error? 'error,
        error:StackFrame[]? stackTrace, map<anydata> keyValues) = external;

isolated function templateText(PrintableRawTemplate template) returns string {
    string text = template.strings[0];
    int next = 1;
    foreach anydata value in template.insertions {
        text += value.toString() + template.strings[next];
        next += 1;
    }
    return text;
}

isolated function put(Level recordLevel, string|PrintableRawTemplate msg, error? 'error,
        error:StackFrame[]? stackTrace, KeyValues keyValues) {
    if !isLevelEnabled(recordLevel, level) {
        return;
    }
    map<anydata> values = {};
    foreach [string, Value] [key, value] in keyValues.entries() {
        if value is Valuer {
            values[key] = value();
        } else if value is anydata {
            values[key] = value;
        } else {
            values[key] = templateText(value);
        }
    }
    writeRecord(recordLevel, format, msg is string ? msg : templateText(msg), 'error, stackTrace, values);
}

# Writes a record of level DEBUG.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printDebug(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    put(DEBUG, msg, 'error, stackTrace, keyValues);
}

# Writes a record of level INFO.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printInfo(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    put(INFO, msg, 'error, stackTrace, keyValues);
}

# Writes a record of level WARN.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printWarn(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    put(WARN, msg, 'error, stackTrace, keyValues);
}

# Writes a record of level ERROR.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printError(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    put(ERROR, msg, 'error, stackTrace, keyValues);
}

# Sends the records to a file instead of the standard error output.
#
# + path - path of a file whose name ends in `.log`
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
public isolated function setOutputFile(string path, FileWriteOption option = APPEND) returns Error? = external;
