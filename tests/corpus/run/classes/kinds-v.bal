import ballerina/io;

class Range {
    *object:Iterable;
    private int low;
    private int high;

    function init(int low, int high) {
        self.low = low;
        self.high = high;
    }

    public function iterator() returns object {
        public isolated function next() returns record {|int value;|}?;
    } {
        return new Steps(self.low, self.high);
    }
}

class Steps {
    private int at;
    private final int end;

    isolated function init(int at, int end) {
        self.at = at;
        self.end = end;
    }

    public isolated function next() returns record {|int value;|}? {
        if self.at >= self.end {
            return;
        }
        self.at += 1;
        return {value: self.at - 1};
    }
}

type Named object {
    string name;
    function greet() returns string;
};

class Base {
    string name = "base";
    int count = 0;

    function greet() returns string {
        self.count += 1;
        return "hi " + self.name;
    }
}

class Person {
    *Named;
    final int id;
    private string[] log = [];

    function init(string name, int id = 7) returns error? {
        if name == "" {
            return error("no name");
        }
        self.name = name;
        self.id = id;
    }

    function greet() returns string {
        self.log.push("greet");
        return string `I am ${self.name} (${self.id})`;
    }

    function history() returns string[] => self.log;
}

readonly class Config {
    string host;
    int[] ports;

    function init(string host, int[] & readonly ports) {
        self.host = host;
        self.ports = ports;
    }
}

client class Store {
    private map<string> items = {};

    resource function get items/[string id]() returns string? => self.items[id];

    resource function put items/[string id](string value) returns string {
        self.items[id] = value;
        return id;
    }

    resource function get items() returns string[] => self.items.keys();

    resource function get all/[string... path](int n = 1) returns string => string:'join("/", ...path) + n.toString();

    remote function clear() {
        self.items.removeAll();
    }
}

service class Counter {
    private int n = 0;

    resource function get value() returns int => self.n;

    remote function onMessage(string text) {
        self.n += text.length();
    }

    function total() returns int => self.n;
}

public function main() returns error? {
    Range range = new (2, 5);
    foreach int i in range {
        io:print(i, " ");
    }
    io:println(); // @output 2 3 4
    int[] squares = from int i in range select i * i;
    io:println(squares); // @output [4,9,16]
    Person p = check new ("Ann");
    io:println(p.greet(), " ", p.history()); // @output I am Ann (7) ["greet"]
    Person|error q = new ("");
    io:println(q is error ? q.message() : "?"); // @output no name
    Named n = new Base();
    io:println(n.greet(), " ", n is Base, " ", n is Person); // @output hi base true false
    n = p;
    n.name = "Bob";
    io:println(p.greet()); // @output I am Bob (7)
    Config c = new ("h", [1, 2]);
    io:println(c.host, c.ports, " ", c is readonly); // @output h[1,2] true
    Store store = new;
    string id = store->/items/a.put("x");
    string? got = store->/items/[id].get();
    io:println(got); // @output x
    string[] keys = store->/items.get;
    io:println(keys); // @output ["a"]
    string all = store->/all/p/q(n = 3);
    io:println(all); // @output p/q3
    store->clear();
    string[] none = store->/items;
    io:println(none); // @output []
    Counter counter = new;
    io:println(counter.total()); // @output 0
    var point = object {
        int x = 1;
        int y = 2;
        function sum() returns int => self.x + self.y;
    };
    point.x = 10;
    io:println(point.sum()); // @output 12
    function () returns int bound = point.sum;
    point.y = 5;
    io:println(bound()); // @output 15
    object {
        int x;
    } view = point;
    io:println(view.x); // @output 10
    isolated object {} frozen = isolated object {
        private int n = 1;
    };
    io:println(frozen is isolated object {}); // @output true
    Base[] bases = [new, new Base()];
    bases[1].name = "second";
    io:println(bases.map(b => b.greet())); // @output ["hi base","hi second"]
}
