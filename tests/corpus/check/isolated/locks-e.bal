isolated map<int[]> table1 = {};
isolated int[] list1 = [];
int[] open = [1];

isolated int[] shared = open; // @error

function store(string key, int[] values) {
    lock {
        table1[key] = values; // @error
    }
    lock {
        table1[key] = values.clone();
    }
    table1[key] = [1]; // @error
}

function read(string key) returns int[]? {
    lock {
        return table1[key].clone();
    }
}

function leak(string key) returns int[]? {
    lock {
        return table1[key]; // @error
    }
}

function leakByAssignment() returns int[] {
    int[] result = [];
    lock {
        result = list1; // @error
    }
    lock {
        result = list1.clone();
    }
    lock {
        list1.push(1);
        result[0] = 2; // @error
    }
    return result;
}

function both() {
    lock {
        list1 = table1["a"] ?: []; // @error
    }
}

function callsInLock() {
    lock {
        list1.push(next()); // @error
        list1.push(nextIsolated());
    }
}

function next() returns int => open.length();

isolated function nextIsolated() returns int => 1;

function localsInLock(int n) returns int {
    int sum = 0;
    lock {
        int[] copy = list1;
        foreach int each in copy {
            sum += each + n;
        }
    }
    return sum;
}

isolated int seed = 1;
int copied = seed + 1; // @error

type Seeded record {|
    int first = seed; // @error
|};

class Plain {
    int first = seed; // @error
}

function seeded(int first = seed) returns int => first; // @error

function changesOutside(int[] counts) {
    lock {
        counts[0] += seed; // @error
    }
    int local = 0;
    lock {
        local += seed;
    }
}

// The function runs when the lock is left.
function getter() returns function () returns int {
    lock {
        return isolated function() returns int {
            return seed; // @error
        };
    }
}

function withDefault() {
    lock {
        var f = function(int n = seed) returns int => n; // @error
        _ = f();
    }
}
