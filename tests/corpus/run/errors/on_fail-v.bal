import ballerina/io;

function risky(int n) returns int|error {
    if n > 2 {
        return error("too large", value = n);
    }
    return n;
}

function run(int n) returns string {
    do {
        int v = check risky(n);
        if v == 2 {
            fail error("two is refused");
        }
        return "fine " + v.toString();
    } on fail var e {
        return "failed: " + e.message();
    }
}

public function main() {
    io:println(run(1)); // @output fine 1
    io:println(run(2)); // @output failed: two is refused
    io:println(run(3)); // @output failed: too large
    int attempts = 0;
    while attempts < 5 {
        attempts += 1;
        int _ = check risky(attempts);
    } on fail error e {
        io:println("stopped at ", attempts, " ", e.message()); // @output stopped at 3 too large
    }
    foreach int i in [1, 5, 2] {
        io:println(check risky(i)); // @output 1
    } on fail error e {
        io:println(e.detail()); // @output {"value":5}
    }
    do {
        do {
            check error("inner");
        } on fail error e {
            fail error("outer", e);
        }
    } on fail error e {
        error? cause = e.cause();
        io:println(e.message(), " ", cause is error ? cause.message() : ""); // @output outer inner
    }
    match attempts {
        3 => {
            int _ = check risky(9);
        }
    } on fail error e {
        io:println("match ", e.message()); // @output match too large
    }
    lock {
        check error("in lock");
    } on fail error e {
        io:println(e.message()); // @output in lock
    }
    io:println("end"); // @output end
}
