import ballerina/io;
import ballerina/lang.runtime;

isolated int done = 0;

isolated function work(int n) returns int {
    runtime:sleep(0.01);
    lock {
        done += 1;
    }
    return n;
}

function chain(int n) returns int {
    if n == 0 {
        return 0;
    }
    future<int> f = start chain(n - 1);
    int|error below = wait f;
    return below is int ? below + 1 : -1;
}

public function main() returns error? {
    future<int>[] futures = [];
    foreach int i in 0 ..< 5000 {
        future<int> f = start work(i);
        futures.push(f);
    }
    int total = 0;
    foreach future<int> f in futures {
        total += check wait f;
    }
    io:println(total); // @output 12497500
    lock {
        io:println(done); // @output 5000
    }
    io:println(chain(2000)); // @output 2000
    worker a returns int {
        int sum = 0;
        foreach int i in 0 ..< 1000 {
            sum += i;
        }
        sum -> b;
        int doubled = <- b;
        return doubled;
    }
    worker b {
        int sum = <- a;
        sum * 2 -> a;
    }
    int doubled = wait a;
    io:println(doubled); // @output 999000
    future<int> loser = start forever();
    runtime:sleep(0.01);
    loser.cancel();
    int|error result = wait loser;
    io:println(result is error); // @output true
    error? inWorker = workerFails();
    io:println(inWorker); // @output error("worker failed")
    int|error panicked = trap workerPanics();
    io:println(panicked is error ? panicked.message() : "?"); // @output worker panicked
    any viaFork = forked();
    io:println(viaFork); // @output [1,2]
}

function forever() returns int {
    int n = 0;
    while true {
        n = (n + 1) % 1000;
    }
}

function workerFails() returns error? {
    worker w returns error? {
        check failNow();
    }
    check wait w;
}

function failNow() returns error? {
    return error("worker failed");
}

function workerPanics() returns int {
    worker w returns int {
        panic error("worker panicked");
    }
    return wait w;
}

function forked() returns int[] {
    fork {
        worker one returns int {
            return 1;
        }
        worker two returns int {
            return 2;
        }
    }
    record {|int one; int two;|} both = wait {one, two};
    return [both.one, both.two];
}
