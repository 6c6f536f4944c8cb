import ballerina/io;

class Manager {
    private int left;
    public function init(int left = 1) {
        self.left = left;
    }
    public function shouldRetry(error? e) returns boolean {
        io:println("asked: ", e is error ? e.message() : "nil");
        self.left -= 1;
        return self.left >= 0;
    }
}

int tries = 0;

function attempt(int succeedsAt) returns int|error {
    tries += 1;
    if tries < succeedsAt {
        return error(string `try ${tries}`);
    }
    return tries;
}

public function main() returns error? {
    retry<Manager>(3) {
        int n = check attempt(3);
        io:println("done at ", n);
    }
    // @output asked: try 1
    // @output asked: try 2
    // @output done at 3

    tries = 0;
    retry<Manager> {
        _ = check attempt(9);
    } on fail error e {
        io:println("gave up: ", e.message());
    }
    // @output asked: try 1
    // @output asked: try 2
    // @output gave up: try 2

    tries = 0;
    retry (2) {
        _ = check attempt(9);
    } on fail error e {
        io:println("default: ", e.message()); // @output default: try 1
    }

    tries = 0;
    error? result = inFunction();
    // @output asked: try 1
    // @output asked: try 2
    io:println(result); // @output error("try 2")

    tries = 0;
    retry<Manager>(2) transaction {
        _ = check attempt(2);
        check commit;
        io:println("committed ", tries);
    }
    // @output asked: try 1
    // @output committed 2
}

function inFunction() returns error? {
    retry<Manager>(1) {
        _ = check attempt(9);
    }
}
