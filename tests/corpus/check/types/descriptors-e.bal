const ONE = 1;
const NEGATIVE = -1;

type Row record {|
    int id?;
    string name;
|};

type A f; // @error NotAType

function f() {
}

type B int[NEGATIVE]; // @error InvalidArrayLength
type C int[ONE];
type E table<int>; // @error TableRowNotMapping
type F error<int>; // @error TypeParameterOutOfBounds
type G distinct int; // @error DistinctNotAllowed
type H int & string; // @error EmptyIntersection
type I [I]; // @error InfiniteType
type J record {|
    *C; // @error InclusionNotRecord
    *Row;
|};
type K object {
    *Row; // @error InclusionNotObject
};
type L object {
    public function get() returns int;
};

class M {
    *L; // @error MethodNotImplemented
}

class N {
    *L;

    public function get() returns string => ""; // @error IncompatibleOverride
}

type O record {|
    *Row;
    int name; // @error IncompatibleOverride
|};

int[*] inferred = [1, 2];

function g(int[*] list) returns int[*] => list; // @error InferredLengthNotAllowed

type P var; // @error ExpectedTypeDescriptor
