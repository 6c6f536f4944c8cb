import ballerina/io;

type Person record {|
    readonly int id;
    string name;
    int? age = ();
    string[] tags = [];
|};

type Dept record {|
    readonly int id;
    string title;
|};

table<Person> key(id) people = table [
    {id: 1, name: "Ann", age: 31, tags: ["x", "y"]},
    {id: 2, name: "Bob", age: 25},
    {id: 3, name: "Cid", tags: ["z"]},
    {id: 4, name: "Dan", age: 31}
];

table<Dept> key(id) depts = table [
    {id: 1, title: "dev"},
    {id: 3, title: "ops"},
    {id: 9, title: "hr"}
];

// What fails in the block of a query action leaves the function: only clauses give the action a result.
function stoppedInBlock() returns error? {
    from int i in [1, 2, 3] do {
        check stop(i);
        io:println("did ", i);
    };
    io:println("after all");
}

function caughtInBlock() {
    do {
        from int i in [1, 2, 3] do {
            check stop(i);
            io:println("did ", i);
        };
        io:println("after all");
    } on fail error e {
        io:println("caught ", e.message());
    }
}

public function main() returns error? {
    string[] names = from Person p in people where p.age is int select p.name;
    io:println(names); // @output ["Ann","Bob","Dan"]
    string[] sorted = from var {name, age} in people order by age descending, name select name;
    io:println(sorted); // @output ["Ann","Dan","Bob","Cid"]
    string[] limited = from var {name} in people limit 2 select name;
    io:println(limited); // @output ["Ann","Bob"]
    string[] inner = from var p in people
        join var d in depts on p.id equals d.id
        select string `${p.name}:${d.title}`;
    io:println(inner); // @output ["Ann:dev","Cid:ops"]
    [string, string?][] outer1 = from var p in people
        outer join var d in depts on p.id equals d?.id
        select [p.name, d?.title];
    io:println(outer1); // @output [["Ann","dev"],["Bob",null],["Cid","ops"],["Dan",null]]
    string[] tags = from var {name, tags} in people from string tag in tags select name + tag;
    io:println(tags); // @output ["Annx","Anny","Cidz"]
    map<int?> ages = map from var {name, age} in people select [name, age];
    io:println(ages); // @output {"Ann":31,"Bob":25,"Cid":null,"Dan":31}
    table<Person> key(id) young = table key(id) from var p in people where (p.age ?: 0) < 30 select p;
    io:println(young); // @output [{"id":2,"name":"Bob","age":25,"tags":[]},{"id":3,"name":"Cid","age":null,"tags":["z"]}]
    string text = from var {name} in people select name;
    io:println(text); // @output AnnBobCidDan
    xml x = from var {name, id} in people select xml `<p id="${id}">${name}</p>`;
    io:println(x); // @output <p id="1">Ann</p><p id="2">Bob</p><p id="3">Cid</p><p id="4">Dan</p>
    int total = 0;
    from var {age} in people where age is int do {
        total += age;
    };
    io:println(total); // @output 87
    table<Dept> key(id)|error clash = table key(id) from var id in [1, 2, 1]
        select {id, title: id.toString()}
        on conflict error("duplicate " + id.toString());
    io:println(clash is error ? clash.message() : "?"); // @output duplicate 1
    table<Dept> key(id) last = table key(id) from var [id, title] in [[1, "a"], [2, "b"], [1, "c"]]
        select {id: <int>id, title: <string>title}
        on conflict ();
    io:println(last); // @output [{"id":1,"title":"c"},{"id":2,"title":"b"}]
    var squares = from int i in 1 ... 3 let int sq = i * i, int cube = sq * i select {i, sq, cube};
    io:println(squares); // @output [{"i":1,"sq":1,"cube":1},{"i":2,"sq":4,"cube":8},{"i":3,"sq":9,"cube":27}]
    string[] chars = from string c in "héy" select c;
    io:println(chars); // @output ["h","é","y"]
    map<int> source = {a: 1, b: 2};
    int[] values = from int v in source select v + 1;
    io:println(values); // @output [2,3]
    string[] entries = from [string, int] [k, v] in source.entries() select k + v.toString();
    io:println(entries); // @output ["a1","b2"]
    io:println(stoppedInBlock()); // @output did 1
    // @output error("stop at 2")
    caughtInBlock(); // @output did 1
    // @output caught stop at 2
    int[]|error checked = positives();
    io:println(checked is error ? checked.message() : "?"); // @output negative
    var nested = from int i in [1, 2] select from int j in 1 ... i select i * 10 + j;
    io:println(nested); // @output [[11],[21,22]]
    var filtered = from var {name, tags: [first, ...rest]} in withTags() select [name, first, rest.length()];
    io:println(filtered); // @output [["Ann","x",1],["Cid","z",0]]
    readonly & int[] frozen = from int i in [3, 4] select i;
    io:println(frozen is readonly); // @output true
    var byteSum = from byte b in base16 `0102ff` collect sum(b);
    io:println(byteSum); // @output 258
    string[] items = from xml item in xml `<a/>text<b/>` select item.toString();
    io:println(items); // @output ["<a/>","text","<b/>"]
    json data = [{"n": 1}, {"n": 2}];
    int[] ns = check from json j in <json[]>data select <int>check j.n;
    io:println(ns); // @output [1,2]
}

function withTags() returns record {|string name; [string, string...] tags;|}[] =>
    [{name: "Ann", tags: ["x", "y"]}, {name: "Cid", tags: ["z"]}];

function positives() returns int[]|error {
    return from int i in [1, 2] select check positive(1 - i);
}

function stop(int i) returns error? {
    if i == 2 {
        return error("stop at 2");
    }
}

function positive(int i) returns int|error => i < 0 ? error("negative") : i;
