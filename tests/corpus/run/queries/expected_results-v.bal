import ballerina/io;

type User record {|
    readonly int id;
    string name;
|};

type Square record {|
    readonly int side;
    int area;
|};

type Words map<string> & readonly;

type Text record {
    string text;
};

type Flag record {
    boolean flag;
};

type Pattern record {|
    readonly string:RegExp pattern;
|};

public function main() {
    readonlyResults();
    oneOfSeveralLists();
    keys();
}

// What is expected to be read-only is constructed so.
function readonlyResults() {
    Words words = map from string s in ["a", "b"]
        select [s, s + "!"];
    io:println(words, (<any>words) is readonly); // @output {"a":"a!","b":"b!"}true
    Words|error twice = map from string s in ["a", "a"]
        select [s, s]
        on conflict error("twice");
    io:println(twice is error); // @output true
    table<User> key(id) & readonly users = table key(id) from int i in 1 ... 2
        select {id: i, name: i.toString()};
    io:println(users, (<any>users) is readonly); // @output [{"id":1,"name":"1"},{"id":2,"name":"2"}]true
    xml & readonly items = from string s in ["a", "b"]
        select xml `<i>${s}</i>`;
    io:println(items, (<any>items) is readonly); // @output <i>a</i><i>b</i>true
    xml book = xml `<b/><c/>`;
    xml<xml:Element> & readonly copies = from xml:Element e in book.elements()
        select e;
    io:println(copies, (<any>copies) is readonly, (<any>book) is readonly); // @output <b/><c/>truefalse
}

function oneOfSeveralLists() {
    Text[]|Flag[] texts = from int i in [1, 2]
        select {text: i.toString()};
    io:println(texts, texts is Text[]); // @output [{"text":"1"},{"text":"2"}]true
    Text[]|Flag[] flags = from int i in [1, 2]
        select {flag: i > 1};
    io:println(flags, flags is Flag[]); // @output [{"flag":false},{"flag":true}]true
}

function keys() {
    var squares = table key(side) from int i in 1 ... 3
        select {side: i, area: i * i};
    table<Square> key(side) same = squares;
    io:println(same.get(3)); // @output {"side":3,"area":9}
    anydata plain = table key(id) [{id: 1, "name": "x"}, {id: 2, "name": "y"}];
    io:println(plain); // @output [{"id":1,"name":"x"},{"id":2,"name":"y"}]
    any unkeyed = table [{id: 1}];
    io:println(unkeyed is anydata, unkeyed is table<map<any|error>>); // @output falsetrue
    (anydata|error)[] tables = from int n in [2]
        select table key(id) from int i in 1 ... n
            select {id: i};
    io:println(tables); // @output [[{"id":1},{"id":2}]]
    table<Pattern> key(pattern) patterns = table [{pattern: re `A`}, {pattern: re `C`}];
    io:println(patterns.length()); // @output 2
}
