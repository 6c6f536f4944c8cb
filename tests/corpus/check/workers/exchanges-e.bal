import ballerina/io;

boolean flag = true;

function repeated() {
    worker A {
        foreach int i in 0 ..< 3 {
            i -> function; // @error MessageRepeated
        }
        while flag {
            1 -> function; // @error MessageRepeated
        }
    }
    int one = <- A;
    int two = <- A;
    io:println(one, two);
}

function conditional() {
    worker A {
        if flag {
            1 -> function;
        }
        "text" -> function;
    }
    int one = <- A; // @error IncompatibleTypes
    if flag {
        string text = <- A; // @error ReceiveConditional
        io:println(text);
    }
    io:println(one);
}

function unmatched() {
    worker A {
        1 -> B;
        2 -> B; // @error UnmatchedSend
        3 -> function; // @error UnmatchedSend
    }
    worker B {
        int n = <- A;
        int m = <- function; // @error UnmatchedReceive
        io:println(n, m);
    }
}

function types() {
    worker A {
        1 -> B;
        "text" -> function;
    }
    worker B {
        float n = <- A;
        io:println(n);
    }
    int n = <- A; // @error IncompatibleTypes
    io:println(n);
}

function later() {
    string s = <- A;
    worker A {
        5 -> function; // @error IncompatibleTypes
    }
    io:println(s);
}

// Who ends early without an error leaves messages out; who may end so before a message comes must not.
function ends() returns error? {
    worker A returns error? {
        if flag {
            return;
        }
        1 -> function;
        int c = <- function; // @error MessageAfterReturn
        io:println(c);
    }
    check 3 ->> A;
    worker B returns error? {
        if flag {
            return error("failed");
        }
        2 -> function;
    }
    int a = <- A; // @error IncompatibleTypes
    int b = <- B; // @error IncompatibleTypes
    io:println(a, b);
}
