import ballerina/io;

type Totals record {|
    int odd;
    int even;
|};

boolean isEarly = true;

public function main() {
    multiple();
    named();
    alternate();
    alternateSkipsErrors();
}

function multiple() {
    worker odd {
        7 -> function;
    }
    worker even {
        8 -> function;
    }
    Totals totals = <- {odd, even};
    io:println(totals); // @output {"odd":7,"even":8}
}

function named() {
    worker first {
        "one" -> function;
    }
    worker second {
        2 -> function;
    }
    record {|string a; int b;|} both = <- {a: first, b: second};
    io:println(both); // @output {"a":"one","b":2}
}

function alternate() {
    worker quick {
        "quick" -> function;
    }
    worker silent returns error? {
        if isEarly {
            return error("nothing to say");
        }
        "silent" -> function;
    }
    string|error winner = <- quick | silent;
    io:println(winner); // @output quick
}

function alternateSkipsErrors() {
    worker bad {
        error e = error("bad");
        e -> function;
    }
    worker good {
        5 -> function;
    }
    int|error result = <- bad | good;
    io:println(result); // @output 5
}
