// The running program.

# Waits. Other strands run meanwhile.
#
# + seconds - how long
public isolated function sleep(decimal seconds) = external;

# What can be started and stopped like a listener that the program declares.
public type DynamicListener object {
    # Starts to listen.
    #
    # + return - an error if that fails
    public function 'start() returns error?;

    # Stops when what goes on has ended.
    #
    # + return - an error if that fails
    public function gracefulStop() returns error?;

    # Stops at once.
    #
    # + return - an error if that fails
    public function immediateStop() returns error?;
};

# Makes the program wait for a listener and stop it at the end.
#
# + listener - the listener
public isolated function registerListener(DynamicListener 'listener) = external;

# Takes back registerListener.
#
# + listener - the listener
public isolated function deregisterListener(DynamicListener 'listener) = external;

# One line of a stack trace.
public type StackFrame readonly & object {
    # The line as text.
    #
    # + return - function, module, file and line
    public isolated function toString() returns string;
};

readonly class Place {
    private string text;

    isolated function init(string text) {
        self.text = text;
    }

    public isolated function toString() returns string {
        return self.text;
    }
}

# Where the program is.
#
# + return - the calls, the innermost first
public isolated function getStackTrace() returns StackFrame[] {
    StackFrame[] frames = [];
    foreach string text in traceLines() {
        frames.push(new Place(text));
    }
    return frames;
}

isolated function traceLines() returns string[] = external;

# What runs when the program stops gracefully.
public type StopHandler function () returns error?;

# Adds a function to call when the program stops gracefully.
#
# + handler - the function
public isolated function onGracefulStop(StopHandler 'handler) = external;
