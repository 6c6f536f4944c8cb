type Plain object {
    remote function call() returns int; // @error NotANetworkObject
};

type Caller client object {
    remote function call() returns int;
};

client class Paths {
    resource function get any/[any x]() { // @error PathParamNotAnydata
    }

    resource function get items/[int id]/[string... names]() returns int => id;

    resource function get callers() returns Caller|error => error("none"); // @error ResourceReturn

    resource function get functions() returns (function ())? => (); // @error ResourceReturn

    resource function get byName/[string name]() returns string => name;

    resource function get byName/self() returns int => 1;
}

function access(Paths paths, string name) returns error? {
    int _ = paths->/items/[1]/["a"]/["b"];
    int _ = paths->/items/[name]; // @error IncompatibleTypes
    int _ = paths->/items/[1]/["a"]/[2]; // @error IncompatibleTypes
    int _ = paths->/items/one; // @error IncompatibleTypes
    string _ = paths->/byName/[name];
    string _ = paths->/byName/other;
    int _ = paths->/byName/self;
}

client class Numbers {
    resource function get half/[decimal n]() returns decimal => n / 2;
}

function converts(Numbers numbers) {
    decimal _ = numbers->/half/[5];
}
