// Functions on errors.

# What the detail of an error may hold.
public type Cloneable readonly|xml|Cloneable[]|map<Cloneable>|table<map<Cloneable>>;

# The type of every error's detail.
public type Detail record {|
    Cloneable...;
|};

@typeParam
type DetailType Detail;

# The message.
#
# + e - the error
# + return - its message
public isolated function message(error e) returns string = external;

# What caused the error.
#
# + e - the error
# + return - the cause, or nil
public isolated function cause(error e) returns error? = external;

# The detail.
#
# + e - the error
# + return - its detail record, which cannot be changed
public isolated function detail(error<DetailType> e) returns readonly & DetailType = external;

# One line of a stack trace.
public type StackFrame readonly & object {
    # The line as text.
    #
    # + return - function, module, file and line
    public isolated function toString() returns string;
};

readonly class CallStackElement {
    public string callableName;
    public string? moduleName;
    public string fileName;
    public int lineNumber;

    isolated function init(string callableName, string? moduleName, string fileName, int lineNumber) {
        self.callableName = callableName;
        self.moduleName = moduleName;
        self.fileName = fileName;
        self.lineNumber = lineNumber;
    }

    public isolated function toString() returns string {
        string? moduleName = self.moduleName;
        string module = moduleName is string ? "moduleName: " + moduleName : "";
        return string `callableName: ${self.callableName} ${module} fileName: ${self.fileName} lineNumber: ${self.lineNumber}`;
    }
}

# Where the error was made.
#
# + e - the error
# + return - the calls, the innermost first
public isolated function stackTrace(error e) returns StackFrame[] {
    StackFrame[] frames = [];
    foreach [string, string, string, int] [callable, module, file, line] in traceOf(e) {
        frames.push(new CallStackElement(callable, module == "" ? () : module, file, line));
    }
    return frames;
}

isolated function traceOf(error e) returns [string, string, string, int][] = external;

# The error as text for people.
#
# + e - the error
# + return - its text
public isolated function toString(error e) returns string = external;

# The error as Ballerina would write it.
#
# + e - the error
# + return - its text
public isolated function toBalString(error e) returns string = external;

# An error that is only told by its type.
public type NoMessage distinct error;

# An error after which a retry makes sense.
public type Retriable distinct error;

# Retries a number of times while the error is Retriable.
public class DefaultRetryManager {
    private int count;

    # Makes a manager.
    #
    # + count - how many retries there are
    public isolated function init(int count = 3) {
        self.count = count;
    }

    # Decides about one failure.
    #
    # + e - what failed
    # + return - true to try again
    public isolated function shouldRetry(error? e) returns boolean {
        if e is Retriable && self.count > 0 {
            self.count -= 1;
            return true;
        }
        return false;
    }
}

# Decides after a failure whether a `retry` tries again.
public type RetryManager object {
    # Decides about one failure.
    #
    # + e - what failed
    # + return - true to try again
    public function shouldRetry(error? e) returns boolean;
};
