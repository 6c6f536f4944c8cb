// The name of a worker is a future: where it is called, the function of the module is meant.

import ballerina/io;

function broadcast(string text) returns error? {
    io:println("sent: ", text);
}

function tell(string text) returns error? {
    @strand {thread: "any"}
    worker broadcast returns error? {
        check broadcast(text);
    }
    check wait broadcast;
    check broadcast("again");
}

public function main() returns error? {
    check tell("hello"); // @output sent: hello
    // @output sent: again
}
