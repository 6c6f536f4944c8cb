function f(typedesc<anydata> t) returns t { // @error DependentNotExternal
    return 1;
}

function detailOf(error<record {|int code;|}> e) returns int => e.detail().code;

function unused(int n, typedesc<anydata> t = <>) returns int = external; // @error InferredTypedescUnused

function notExternal(int n, typedesc<anydata> t = <>) returns t|error => error("none"); // @error DependentNotExternal

function callsNotExternal() returns error? {
    int _ = check notExternal(1);
}
