type Circle record {|
    float radius;
|};

type Square record {|
    float side;
|};

type Shape Circle|Square;

const LIMIT = 3;

// A mutable value has been made as one of the two, so both tests together leave nothing.
function area(Shape s) returns float {
    if s is Circle {
        return s.radius;
    } else if s is Square {
        return s.side;
    }
}

// A reader may hold that the tests leave mutable values aside: a statement behind them is no mistake.
function areaOrNothing(Shape s) returns float {
    if s is Circle {
        return s.radius;
    } else if s is Square {
        return s.side;
    }
    return 0.0;
}

function side(Shape s) returns float {
    if s is Circle {
        return s.radius;
    } else {
        return s.side;
    }
}

function sure(int|string v) returns int {
    if v is int {
        return v;
    } else if v is string {
        return v.length();
    }
}

function matched(["a", int]|["b"] v) returns int {
    match v {
        ["a", var n] => {
            return n;
        }
        ["b"] => {
            return 0;
        }
    }
    return -1;
}

// Patterns of structures leave nothing either, but a statement behind them is no mistake.
function covered(record {|"a" kind; int n;|}|record {|"b" kind; string s;|} v) returns int {
    match v {
        {kind: "a"} => {
            return 1;
        }
        {kind: "b"} => {
            return 2;
        }
    }
}

function lengths([int]|[int, string] v) returns int {
    match v {
        var [n] => {
            return n;
        }
        var [n, _] => {
            return n;
        }
    }
}

function limited() returns int {
    if LIMIT > 2 {
        return 1;
    }
    return 0;
}
