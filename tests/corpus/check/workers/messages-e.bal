import ballerina/io;

function talk() returns error? {
    worker A returns error? {
        1 ->> B;
        "text" -> B;
        true -> function;
        check flush B;
        [1, 2] ->> B; // @error ErrorIgnored
    }
    worker B returns error? {
        var first = <- A;
        int n = first;
        string s = check <- A;
        io:println(n, s);
        check failing();
        int[] list = check <- A;
        io:println(list);
    }
    boolean flag = check <- A;
    io:println(flag);
    var wrong = <- A; // @error UnmatchedReceive
    check wait A;
    check wait B;
}

function failing() returns error? {
}

function several() {
    worker A {
        1 -> C;
    }
    worker B {
        2.5 -> C;
    }
    worker C {
        record {|int A; float B;|} both = <- {A, B};
        io:println(both);
    }
}

function either() {
    worker A {
        1 -> C;
    }
    worker B {
        2 -> C;
    }
    worker C {
        int one = <- A|B;
        io:println(one);
    }
}

function locked() {
    lock {
        future<()> f = start several(); // @error NotInLock
        fork {
            worker W { // @error NotInLock
            }
        }
        _ = f;
    }
    worker A {
        lock {
            1 ->> B; // @error NotInLock
        }
        2 -> B;
    }
    worker B {
        lock {
            int n = <- A; // @error NotInLock
            io:println(n);
        }
        int m = <- A;
        io:println(m);
    }
}
