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

configurable var size = 1; // @error VarNotAllowed
configurable [int, int] [width, height] = [1, 2]; // @error ConfigurablePattern
configurable function () handler = ?; // @error ConfigurableNotAnydata
configurable final int depth = 1; // @error QualifierConflict
isolated configurable int breadth = 1; // @error QualifierConflict
public isolated int shared = 1; // @error QualifierConflict
public var exposed = 1; // @error VarNotAllowed
