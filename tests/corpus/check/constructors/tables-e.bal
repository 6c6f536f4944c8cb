type Row record {|
    readonly int id;
    string name;
|};

type Loose record {|
    int id;
    string name;
|};

type Other record {|
    readonly int id;
    string name;
    boolean flag;
|};

const ONE = 1;

function f(table<Row> keyless, int n, record {|int id;|} r) {
    table<Row> t1 = table key(id) [
        {id: 1, name: "a"},
        {id: n, name: "b"}, // @error KeyNotConstant
        {...r, name: "c"}, // @error KeyNotConstant
        {id: ONE, name: "d"}, // @error DuplicateKey
        {id: 1 + 1, name: "e"}
    ];
    table<Row> key(id) t2 = table [
        {id: 1, name: "a"},
        {id: 1, name: "a"} // @error DuplicateKey
    ];
    table<Loose> t3 = table key(id) [ // @error KeyFieldNotReadonly
        {id: 1, name: "a"}
    ];
    table<Row>|table<Other> t4 = table [
        {id: 1, name: "a", flag: true}
    ];
    table<Row>|table<record {|int id; string name;|}> t5 = table [ // @error AmbiguousConstructor
        {id: 1, name: "a"}
    ];
    string field = "x";
    var t6 = table [
        {a: 1},
        {[field]: "text"}
    ];
    table<record {|int a?; string...;|}> t7 = t6; // @error IncompatibleTypes
    var t8 = table key(id) [
        {readonly id: 1, readonly s: "a", b: true},
        {readonly id: 2, readonly s: 1.5, b: 1}
    ];
    table<record {|readonly int id; readonly string|float s; boolean|int b;|}> t9 = t8;
    _ = [t1, t2, t3, t4, t5, t6, t7, t9];
    t2[1] = {id: 1, name: "b"}; // @error MemberNotAssignable
    _ = keyless[1]; // @error KeylessTable
}

type KeyRow record {|
    int id;
|};

type OptionalKey record {|
    readonly int id?;
|};

type FunctionKey record {|
    readonly function () id;
|};

table<KeyRow> key(nope) unknownKey = table []; // @error KeyFieldNotRequired
table<OptionalKey> key(id) optionalKey = table []; // @error KeyFieldNotRequired
table<KeyRow> key(id) writableKey = table []; // @error KeyFieldNotReadonly
table<FunctionKey> key(id) functionKey = table []; // @error KeyFieldNotAnydata
table<KeyRow & readonly> key(id) frozenRows = table [];
boolean isKeyed = frozenRows is table<KeyRow> key(id);

type StoredRow record {|
    readonly int id;
    int v = 3;
    int[] l = [];
|};

function storesInRows(table<StoredRow> key(id) rows) {
    rows[1].v = 9; // @error MemberNotAssignable
    rows[1].l[2] = 4; // @error MemberNotAssignable
    rows[5].v += 6; // @error MemberNotAssignable
}
