import ballerina/io;
import ballerina/lang.runtime;

function slow(int n) returns int {
    runtime:sleep(0.05);
    return n;
}

function quick(int n) returns int {
    return n;
}

function failing() returns int|error {
    return error("failed");
}

function panicking() returns int {
    panic error("panicked");
}

public function main() {
    future<int> s = start slow(1);
    future<int> q = start quick(2);
    int|error first = wait s | q;
    io:println(first); // @output 2
    record {|int|error s; int|error q;|} both = wait {s, q};
    io:println(both); // @output {"s":1,"q":2}
    future<int|error> f = start failing();
    future<int> later = start slow(3);
    int|error any1 = wait f | later;
    io:println(any1); // @output 3
    future<int|error> f1 = start failing();
    future<int|error> f2 = start failing();
    int|error bad = wait f1 | f2;
    io:println(bad is error ? bad.message() : "?"); // @output failed
    future<int> p = start panicking();
    int|error caught = trap wait p;
    io:println(caught is error ? caught.message() : "?"); // @output panicked
    future<int> p2 = start panicking();
    future<int> later2 = start slow(3);
    int|error again = trap wait p2 | later2;
    io:println(again is error ? "error" : again); // @output error
    worker w returns string {
        return "from w";
    }
    string text = wait w;
    io:println(text); // @output from w
    future<string> asFuture = w;
    string|error twice = wait asFuture;
    io:println(twice is error); // @output false
    future<()> nothing = start none();
    error? e = wait nothing;
    io:println(e is ()); // @output true
    future<int> cancelled = start slow(9);
    cancelled.cancel();
    int|error ended = wait cancelled;
    io:println(ended is error); // @output true
}

function none() {
}
