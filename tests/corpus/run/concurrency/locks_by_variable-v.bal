import ballerina/io;
import ballerina/lang.runtime;

isolated int a = 0;
isolated int b = 0;
isolated string[] events = [];

isolated function note(string event) {
    lock {
        events.push(event);
    }
}

// Holds only `a` while it sleeps.
isolated function slowA() {
    lock {
        a += 1;
        runtime:sleep(0.05);
        a += 1;
    }
    note("a");
}

isolated function quickB() {
    lock {
        b += 1;
    }
    note("b");
}

isolated function bump(int by) returns int {
    lock {
        a += by;
        return a;
    }
}

// Recursive: the lock of `a` is taken again inside.
isolated function twice() returns int {
    lock {
        a += 10;
        return bump(1) + bump(1);
    }
}

isolated class Account {
    private int balance;

    isolated function init(int balance) {
        self.balance = balance;
    }

    isolated function add(int amount) {
        lock {
            self.balance += amount;
        }
    }

    isolated function get() returns int {
        lock {
            return self.balance;
        }
    }

    isolated function moveTo(Account other, int amount) {
        lock {
            self.add(-amount);
            other.add(amount);
        }
    }
}

isolated function failInLock() returns error? {
    lock {
        a = 100;
        check fails();
    }
}

isolated function fails() returns error? {
    return error("failed inside");
}

isolated function panicInLock() {
    lock {
        a = 200;
        panic error("panicked inside");
    }
}

public function main() returns error? {
    future<()> slow = start slowA();
    future<()> quick = start quickB();
    check wait slow;
    check wait quick;
    lock {
        io:println(events); // @output ["b","a"]
    }
    io:println(twice()); // @output 27
    Account one = new (10);
    Account two = new (0);
    future<()>[] moves = [];
    foreach int i in 0 ..< 10 {
        future<()> there = start one.moveTo(two, 1);
        future<()> back = start two.moveTo(one, 1);
        moves.push(there, back);
    }
    foreach future<()> move in moves {
        check wait move;
    }
    io:println(one.get() + two.get()); // @output 10
    io:println(failInLock()); // @output error("failed inside")
    error? e = trap panicInLock();
    io:println(e); // @output error("panicked inside")
    io:println(bump(1)); // @output 201
}
