// A future prints whether it is done, and then its result.
import ballerina/io;
import ballerina/lang.runtime;

function slow() returns int {
    runtime:sleep(0.2);
    return 1;
}

function texts() returns string[] => ["a", "b"];

function nothing() {
}

public function main() {
    future<int> open = start slow();
    io:println(open); // @output future {isDone:false}
    future<string[]> list = start texts();
    future<()> nil = start nothing();
    string[] _ = checkpanic wait list;
    checkpanic wait nil;
    io:println(list.toString(), " ", nil); // @output future {isDone:true,result:["a","b"]} future {isDone:true,result:}
}
