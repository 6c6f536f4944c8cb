type Named object {
    int|string name;
    function get() returns int;
};

type Aged object {
    boolean name;
    function get() returns string;
};

type Narrower object {
    *Named;
    string name;
};

type Other object {
    *Named;
    boolean name; // @error IncompatibleOverride
};

type Both object {
    *Named;
    *Aged; // @error Redeclared
};

type Overriding object {
    *Named;
    *Narrower;
    string name;
};

type Diamond object {
    *Named;
    *Again;
};

type Again object {
    *Named;
};

class Settled {
    *Named;
    boolean name = true; // @error IncompatibleOverride

    function get() returns int => 1;
}

type Safe isolated object {
    function get() returns int;
};

type Unsafe object {
    *Safe; // @error InclusionQualifier
};

class UnsafeClass {
    *Safe; // @error InclusionQualifier

    function get() returns int => 1;
}

isolated class SafeClass {
    *Safe;

    function get() returns int => 1;
}

type Caller client object {
    remote function call() returns int;
};

class NoCaller {
    *Caller; // @error InclusionQualifier

    remote function call() returns int => 1; // @error NotANetworkObject
}

type Self record {| // @error CyclicDefinition
    *Self;
    int x;
|};

type Left record {| // @error CyclicDefinition
    *Right;
|};

type Right record {|
    *Left;
|};

type Ints record {|
    int...;
|};

type Strings record {|
    string...;
|};

type Mixed record {|
    *Ints;
    *Strings; // @error RestsDiffer
|};

type Decided record {|
    *Ints;
    *Strings;
    boolean...;
|};

type Open record {
    *Ints;
    *Strings;
};

type SameAgain record {|
    *Ints;
    *Row;
|};

type Row record {|
    int id;
    int...;
|};
