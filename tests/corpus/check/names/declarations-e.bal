const CALLED = f(); // @error NotConstant
configurable object {} thing = object {}; // @error ConfigurableNotAnydata

function f() returns int => 1;

function main() { // @error MainNotPublic
}

public function init(int n) returns int { // @error InitPublic
    return n;
}

function locals() {
    var untyped; // @error InitializerNeeded
}

function nameless(int) { // @error ParamNeedsName
}
