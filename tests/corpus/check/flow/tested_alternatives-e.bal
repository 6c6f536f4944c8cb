type Circle record {|
    float radius;
|};

type Square record {|
    float side;
|};

type Shape Circle|Square;

function records(Shape s) returns float {
    if s is Circle {
        return s.radius;
    } else if s is Square {
        return s.side;
    } else {
        return 0.0;
    }
}

function values(int|string v) returns int {
    if v is int {
        return 1;
    } else if v is string {
        return 2;
    } else {
        return 3; // @error UnreachableCode
    }
}

function lists((int|string)[] list) returns int {
    if list is int[] {
        return 1;
    } else if list is string[] {
        return 2;
    } else {
        return list.length();
    }
}

type A readonly & record {|
    int|string value;
|};

type B readonly & record {|
    int|boolean value;
|};

type Open record {|
    int|boolean value;
|};

// What is left of a read-only field is what the other type does not take.
function leftOver(A|B y, (int|string)[]|Open z) {
    if y is A {
        return;
    }
    boolean b = y.value;
    string s = y.value; // @error IncompatibleTypes
    if z is A {
        return;
    }
    if z is Open {
        boolean c = z.value; // @error IncompatibleTypes
    }
}
