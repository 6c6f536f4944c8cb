import ballerina/io;
import ballerina/lang.runtime;

# A process that `exec` has started.
public class Process {
    # Waits until the process has ended.
    #
    # + return - its exit code, or an error
    public isolated function waitForExit() returns int|Error {
        self.waitForEnd();
        return exitCode(self);
    }

    # Waits until the process has ended and gives what it has written.
    #
    # + fileOutputStream - `io:stdout` or `io:stderr`
    # + return - the bytes, or an error
    public isolated function output(io:FileOutputStream fileOutputStream = io:stdout) returns byte[]|Error {
        self.waitForEnd();
        return written(self, fileOutputStream);
    }

    # Ends the process.
    public isolated function exit() = external;

    private isolated function waitForEnd() {
        while !hasEnded(self) {
            runtime:sleep(0.005);
        }
    }
}

isolated function hasEnded(Process process) returns boolean = external;

isolated function exitCode(Process process) returns int = external;

isolated function written(Process process, int fileOutputStream) returns byte[]|Error = external;
