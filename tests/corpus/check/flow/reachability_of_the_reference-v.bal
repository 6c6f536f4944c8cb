const LIMIT = 3;

// A panic may stand where nothing comes to.
function impossible(int? n) returns int {
    if n is int {
        return n;
    } else if n is () {
        return 0;
    } else {
        panic error("neither");
    }
}

function forever() {
    while true {
        return;
    }
    panic error("behind the loop");
}

// Comparisons of constants are not computed by every reader: what stands behind them is no mistake.
function compared(int n) returns int {
    if 0 < 1 {
        panic error("always");
    }
    return n + LIMIT;
}

function tested(int a, int b) returns int {
    if a != 1 {
        return a;
    } else if b != 1 && a == 1 {
        return b;
    } else if a == 1 && b == 1 {
        return 1;
    }
    return -1;
}

// A failure that is handled goes on behind the handler.
function handled() returns string {
    do {
        fail error("a");
    } on fail error e {
        return e.message();
    }
    return "";
}

function handledTwice() returns error? {
    do {
        do {
            fail error("a");
        } on fail error e {
            fail e;
        }
        int _ = 1;
    } on fail error e {
        return e;
    }
}

function retried() returns string {
    retry (2) {
        retry (1) {
            fail error("a");
        }
        int _ = 1;
    } on fail {
        return "b";
    }
    return "";
}

// A closure may hold that nothing is known of the variables around it.
function closure() returns int {
    int|string n = 8;
    if n is string {
        return 1;
    }
    var inner = function() returns int {
        if n is int {
            return n;
        } else {
            return -1;
        }
    };
    return inner();
}
