import ballerina/io;

public function main() {
    io:println(early(true)); // @output {"a":true,"b":error NoMessage ("no message")}
    io:println(early(false)); // @output {"a":false,"b":2}
    io:println(branches(true)); // @output {"w1":2,"w2":2,"w3":error NoMessage ("no message")}
    io:println(branches(false)); // @output {"w1":3,"w2":error NoMessage ("no message"),"w3":3}
    io:println(fields(true)); // @output {"first":error("gave up"),"second":6}
    io:println(fields(false)); // @output {"first":100,"second":6}
}

// A worker that ends early, without an error, has left its message out.
function early(boolean ends) returns map<any|error> {
    worker w1 returns boolean {
        if ends {
            return true;
        }
        2 -> w2;
        return false;
    }
    worker w2 returns int|error:NoMessage {
        int|error:NoMessage got = <- w1;
        return got;
    }
    map<any|error> results = wait {a: w1, b: w2};
    return results;
}

function branches(boolean first) returns map<int|error> {
    worker w1 returns int {
        if first {
            2 -> w2;
            return 2;
        } else {
            3 -> w3;
        }
        return 3;
    }
    worker w2 returns int|error:NoMessage {
        int|error:NoMessage got = <- w1;
        return got;
    }
    worker w3 returns int|error:NoMessage {
        int|error:NoMessage got = <- w1;
        return got;
    }
    map<int|error> results = wait {w1, w2, w3};
    return results;
}

// Where the fields of what is received take errors, and the whole does not, failures are in the fields.
function fields(boolean fails) returns map<int|error> {
    worker w1 returns error? {
        if fails {
            return error("gave up");
        }
        100 -> w2;
    }
    worker w2 returns map<int|error> {
        map<int|error> got = <- {first: w1, second: w3};
        return got;
    }
    worker w3 {
        6 -> w2;
    }
    map<int|error> results = wait w2;
    return results;
}
