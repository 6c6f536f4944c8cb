function f(typedesc<anydata> t) returns t { // @error DependentNotExternal
    return 1;
}

function detailOf(error<record {|int code;|}> e) returns int => e.detail().code;
