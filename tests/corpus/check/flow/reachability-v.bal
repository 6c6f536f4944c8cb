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

function limited() returns int {
    if LIMIT > 2 {
        return 1;
    }
    return 0;
}
