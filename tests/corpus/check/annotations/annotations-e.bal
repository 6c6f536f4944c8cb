type Info record {|
    string name;
    int version = 1;
|};

annotation Info info on type, function;
annotation map<string> extra on function, parameter, return, field;
annotation Info[] many on function;
const annotation Info fixed on source const, source type;
annotation flag on class, object function, service;
annotation anywhere;

@info {name: "T"}
type T record {|
    @extra {k: "v"}
    int x;
|};

@display {label: "what", iconPath: "what.svg", "shape": "round"}
type Shown record {|
    @display {label: "how", kind: "password", 'type: "text", id: "7"}
    string secret;
    @display {iconPath: "what.svg"} // @error MissingField
    string other;
|};

@info // @error AnnotationNeedsValue
type U int;

@info {name: "f"}
@info {name: "g"} // @error AnnotationRepeated
@many {name: "1"}
@many {name: "2"}
@extra
function f(@extra int a, @flag int b) returns @extra int => a + b; // @error AnnotationMisplaced

@flag {} // @error AnnotationWithoutValue
class C {
    @flag
    function m() {
    }
    @info {name: "x"} // @error AnnotationMisplaced
    int n = 1;
}

@fixed {name: "c", version: VERSION}
const CONSTANT = 1;

const VERSION = 2;

string text = "x";

@fixed {name: text} // @error NotConstant
type V int;

@anywhere
@flag
service class S {
}

@info {name: 1} // @error IncompatibleTypes
function g() {
    @anywhere
    int local = 1;
    _ = local;
}

@deprecated
@display {label: "old"}
function old() {
}

annotation int count on type; // @error AnnotationType
annotation record {|int[]...;|} lists on function;
annotation record {|object {}...;|} objects on function; // @error AnnotationType
annotation note on source var; // @error AnnotationNotConst

function misplacedOnStatements() {
    @note
    if true { // @error InvalidStatement
    }
}
