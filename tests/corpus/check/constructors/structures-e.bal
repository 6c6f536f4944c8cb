type P record {|
    int id;
    string name?;
|};

type Open record {
    int id;
};

type Two [int, string];

function f(int[] list, map<string> names, P p, int n) {
    int[]|string[] empty = []; // @error AmbiguousConstructor
    int[] a = [...n]; // @error SpreadNotList
    P b = {id: 1, ...n}; // @error SpreadNotMapping
    Two c = [1, "a", 2]; // @error TooManyMembers
    [int, error] d = [1]; // @error TooFewMembers
    P e = {id: 1, id: 2}; // @error DuplicateField
    P g = {id: 1, age: 2}; // @error FieldNotInType
    Open h = {id: 1, age: 2}; // @error FieldNeedsQuotes
    P s = {id: 1, agee}; // @error UnknownName
    Open t = {id: 1, agee}; // @error UnknownName
    P i = {name: "x"}; // @error MissingField
    P j = {id: "x"}; // @error IncompatibleTypes
    int[] k = [1, "x"]; // @error IncompatibleTypes
    var l = table []; // @error EmptyTableNeedsType
    table<record {|readonly int id; readonly string name;|}> key(id) m = table key(name) [ // @error TableKeysDiffer
        {id: 1, name: "a"}
    ];
    var r = table key(name) [ // @error KeyFieldNotRequired
        {id: 1}
    ];
    object {} o = object { // @error IncompatibleTypes
        function init() returns error? {
        }
    };
    var q = object { // @error ConstructorInitParams
        function init(int x) {
        }
    };
    _ = [empty, a, b, c, e, g, h, i, j, k, list, names, p];
    _ = [r, d, l, m, o, q, s, t];
}

class Named {
    string name;

    function init(string name) {
        self.name = name;
    }
}

class Failing {
    function init() returns error? {
        return error("no");
    }
}

type Key record {|
    int id;
    string note = "";
|};

function fillers() {
    Named[2] a = []; // @error TooFewMembers
    Failing[1] b = []; // @error TooFewMembers
    Key[2] c = [{id: 1}]; // @error TooFewMembers
    object {}[1] d = []; // @error TooFewMembers
    stream<int, error>[1] e = []; // @error TooFewMembers
}
