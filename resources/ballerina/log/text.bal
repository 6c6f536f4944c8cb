type Frame readonly & object {
    public string callableName;
    public string? moduleName;
    public string fileName;
    public int lineNumber;
    public isolated function toString() returns string;
};

isolated function addError(map<anydata> entry, error? 'error, error:StackFrame[]? stackTrace) {
    if 'error is error {
        map<anydata>[] causes = [];
        error? cause = 'error.cause();
        while cause is error {
            causes.push(errorParts(cause));
            cause = cause.cause();
        }
        map<anydata> parts = {causes};
        foreach [string, anydata] [name, part] in errorParts('error).entries() {
            parts[name] = part;
        }
        entry["error"] = parts;
    }
    if stackTrace !is () {
        entry["stackTrace"] = from error:StackFrame frame in stackTrace
            select frame.toString();
    }
}

isolated function errorParts(error 'error) returns map<anydata> {
    string message = 'error.message();
    json|error parsed = message.fromJsonString();
    error:Detail detail = 'error.detail();
    return {
        message: parsed is json ? parsed : message,
        detail: detail is anydata ? detail.toJson() : detail.toBalString(),
        stackTrace: from error:StackFrame frame in 'error.stackTrace()
            where frame is Frame
            select frameParts(frame)
    };
}

isolated function frameParts(Frame frame) returns map<anydata> {
    return {
        callableName: frame.callableName,
        moduleName: frame.moduleName,
        fileName: frame.fileName,
        lineNumber: frame.lineNumber
    };
}

isolated function logfmtText(map<anydata> entry, boolean isMasked) returns string {
    string[] parts = from [string, anydata] [key, value] in entry.entries()
        select key + "=" + valueText(key, value, isMasked);
    return string:'join(" ", ...parts);
}

isolated function valueText(string key, anydata value, boolean isMasked) returns string {
    match key {
        "time"|"level" => {
            return value.toString();
        }
        "module" => {
            return value == "" ? "\"\"" : value.toString();
        }
        "error" => {
            return value.toBalString();
        }
    }
    return value is string ? quoted(value) : textOf(value, isMasked);
}

isolated function quoted(string text) returns string {
    string result = text;
    foreach [string:RegExp, string] [pattern, escape] in escapes {
        result = pattern.replaceAll(result, escape);
    }
    return "\"" + result + "\"";
}

final readonly & [string:RegExp, string][] escapes = [
    [re `\\`, "\\\\"],
    [re `\t`, "\\t"],
    [re `\n`, "\\n"],
    [re `\r`, "\\r"],
    [re `'`, "\\'"],
    [re `"`, "\\\""]
];
