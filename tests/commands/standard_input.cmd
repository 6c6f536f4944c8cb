=== main.bal
import ballerina/io;

public function main() {
    io:println("<", io:readln("first? "), ">");
    io:println("<", io:readln(), ">");
    io:println("<", io:readln(), ">");
}
=== waiting.bal
import ballerina/io;
import ballerina/os;

public function main() returns error? {
    worker reader returns string {
        return io:readln();
    }
    os:Process process = check os:exec({value: "sh", arguments: ["-c", "echo from another strand > pipe"]});
    _ = check process.waitForExit();
    string line = wait reader;
    io:println(line);
}
=== commands
$ printf 'one\r\ntwo' | barre run main.bal
> first? <one>
> <two>
> <>
$ mkfifo pipe && barre run waiting.bal 0<>pipe
> from another strand
