import ballerina/io;
import ballerina/lang.runtime;

function forever() returns int {
    while true {
        runtime:sleep(0.001);
    }
}

// cancel ends a strand; waiting for it gives an error.
public function main() {
    future<int> endless = start forever();
    runtime:sleep(0.005);
    endless.cancel();
    int|error result = trap wait endless;
    io:println(result is error); // @output true
    future<int> done = start five();
    int|error number = wait done;
    done.cancel();
    io:println(number); // @output 5
}

function five() returns int => 5;
