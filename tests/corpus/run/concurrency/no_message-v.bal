import ballerina/io;

boolean isEarly = true;

public function main() returns error? {
    io:println(conditional(true));  // @output 10
    io:println(conditional(false)); // @output no message
    io:println(failing() is error); // @output true
    error? e = failing();
    io:println((<error>e).message()); // @output gave up
    io:println(syncToFailing());      // @output receiver failed
    io:println(trap fromPanicking()); // @output error("broken")
    error? flushed = flushAll();
    io:println(flushed); // @output error("second gave up")
}

function conditional(boolean send) returns string {
    worker w {
        if send {
            10 -> function;
        }
    }
    int|error:NoMessage got = <- w;
    return got is error ? "no message" : got.toString();
}

function failing() returns error? {
    worker w returns error? {
        if isEarly {
            return error("gave up");
        }
        1 -> function;
    }
    int|error got = <- w;
    if got is error {
        return got;
    }
}

function syncToFailing() returns string {
    worker w returns error? {
        if isEarly {
            return error("receiver failed");
        }
        int _ = <- function;
    }
    error? sent = 3 ->> w;
    return sent is error ? sent.message() : "sent";
}

function fromPanicking() returns int {
    worker w {
        if isEarly {
            panic error("broken");
        }
        1 -> function;
    }
    int got = <- w;
    return got;
}

function flushAll() returns error? {
    worker one {
        int _ = <- function;
    }
    worker two returns error? {
        if isEarly {
            return error("second gave up");
        }
        int _ = <- function;
    }
    1 -> one;
    2 -> two;
    check flush;
}
