import ballerina/io;
import ballerina/lang.runtime;

// A named worker goes on after its function has returned; the program ends when no strand is left.
function begin() returns string {
    worker late {
        runtime:sleep(0.02);
        io:println("worker done");
    }
    return "returned";
}

public function main() {
    runtime:onGracefulStop(function() returns error? {
        io:println("stopped first");
    });
    runtime:onGracefulStop(goodbye);
    io:println(begin()); // @output returned
    future<()> _ = start later();
    io:println("main ends"); // @output main ends
}

function later() {
    runtime:sleep(0.05);
    io:println("strand done");
}

function goodbye() returns error? {
    io:println("goodbye");
}
// @output worker done
// @output strand done
// @output goodbye
// @output stopped first
