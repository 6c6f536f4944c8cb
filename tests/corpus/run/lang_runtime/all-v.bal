import ballerina/io;
import ballerina/lang.runtime;

function inner() returns runtime:StackFrame[] => runtime:getStackTrace();

// sleep, getStackTrace
public function main() returns error? {
    future<()> slow = start say("slow", 0.02);
    future<()> quick = start say("quick", 0);
    runtime:sleep(0.001);
    check wait slow;
    check wait quick;
    runtime:StackFrame[] frames = inner();
    io:println(frames.length(), " ", frames[0].toString()); // @output quick
    // @output slow
    // @output 2 callableName: inner  fileName: all-v.bal lineNumber: 4
}

function say(string text, decimal seconds) {
    runtime:sleep(seconds);
    io:println(text);
}
