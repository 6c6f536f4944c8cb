import ballerina/lang.'object as objects;

# An error of this module.
public type Error distinct error;

# The levels of a log record.
public enum Level {
    # details for finding a fault
    DEBUG,
    # something failed
    ERROR,
    # what a running program reports
    INFO,
    # something looks wrong
    WARN
}

# How a log record is written.
public enum LogFormat {
    # one JSON object on one line
    JSON_FORMAT = "json",
    # keys and values on one line
    LOGFMT = "logfmt"
}

# A function that gives the value when the record is really written.
public type Valuer isolated function () returns anydata;

# The value of a key of a log record.
public type Value anydata|Valuer|PrintableRawTemplate;

# A raw template as a message or a value.
public type PrintableRawTemplate object {
    *objects:RawTemplate;
    # the fixed parts of the template
    public string[] & readonly strings;
    # the values between them
    public Value[] insertions;
};

# The keys and values that a record carries besides its message.
public type KeyValues record {|
    never msg?;
    never message?;
    never time?;
    never level?;
    never 'error?;
    never stackTrace?;
    Value...;
|};

# The keys and values that every record carries.
public type AnydataKeyValues record {
    never msg?;
    never message?;
    never time?;
    never level?;
    never 'error?;
    never stackTrace?;
    never module?;
};

type Module record {
    readonly string name;
    readonly Level level;
};

# How records are written.
public configurable LogFormat format = LOGFMT;
# The least important level that is written.
public configurable Level level = INFO;
# The modules that have a level of their own.
public configurable table<Module> key(name) & readonly modules = table [];
# The keys and values that every record carries.
public configurable AnydataKeyValues & readonly keyValues = {};
# Where records go.
public configurable readonly & OutputDestination[] destinations = [{'type: STDERR}];
# Whether what is marked as sensitive is left out.
configurable boolean enableSensitiveDataMasking = false;

function init() returns error? {
    check validate(destinations);
}

# Writes a record of level DEBUG.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printDebug(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    root().printDebug(msg, 'error, stackTrace, keyValues);
}

# Writes a record of level INFO.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printInfo(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    root().printInfo(msg, 'error, stackTrace, keyValues);
}

# Writes a record of level WARN.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printWarn(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    root().printWarn(msg, 'error, stackTrace, keyValues);
}

# Writes a record of level ERROR.
#
# + msg - the message
# + 'error - the error that the record reports
# + stackTrace - frames to report with it
# + keyValues - further keys and values
public isolated function printError(string|PrintableRawTemplate msg, error? 'error = (),
        error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
    root().printError(msg, 'error, stackTrace, keyValues);
}

# The text of a raw template.
#
# + template - the template
# + enableSensitiveDataMasking - whether what is marked as sensitive is left out
# + return - its parts and the text of its values
public isolated function evaluateTemplate(PrintableRawTemplate template, boolean enableSensitiveDataMasking = false)
        returns string {
    string text = template.strings[0];
    foreach int i in 1 ..< template.strings.length() {
        text += textOf(known(template.insertions[i - 1], enableSensitiveDataMasking), enableSensitiveDataMasking)
            + template.strings[i];
    }
    return text;
}

# The text of a raw template. `evaluateTemplate` does the same.
#
# + template - the template
# + return - its parts and the text of its values
@deprecated
public isolated function processTemplate(PrintableRawTemplate template) returns string => evaluateTemplate(template);

// The value itself, asked for and put together where needed. Only the values in a template are masked already.
isolated function known(Value value, boolean isMasked) returns anydata {
    if value is PrintableRawTemplate {
        return evaluateTemplate(value, isMasked);
    }
    return value is Valuer ? value() : value;
}

isolated function textOf(anydata value, boolean isMasked) returns string => isMasked ? toMaskedString(value) : value.toString();
