import ballerina/io;

# A stream with an error at the end and a close method.
class Lines {
    private int at = 0;
    public isolated function next() returns record {|string value;|}|error? {
        self.at += 1;
        if self.at == 3 {
            return error("no more");
        }
        return {value: "line " + self.at.toString()};
    }
    public isolated function close() returns error? {
        io:println("closed");
    }
}

type Animal distinct object {
    string name;
    function sound() returns string;
};

distinct class Dog {
    *Animal;
    function init(string name) {
        self.name = name;
    }
    function sound() returns string => "woof";
}

distinct class Cat {
    *Animal;
    function init(string name) {
        self.name = name;
    }
    function sound() returns string => "meow";
}

annotation record {|string note;|} info on type, function, class;

@info {note: "typed"}
type Noted record {|
    int n;
|};

@info {note: "classy"}
class Marked {
}

function describe(Animal a) returns string {
    if a is Dog {
        return "dog " + a.name + " " + a.sound();
    } else if a is Cat {
        return "cat " + a.name + " " + a.sound();
    }
    return "?";
}

function generic(json value, typedesc<anydata> t) returns anydata|error => value.cloneWithType(t);

public function main() returns error? {
    stream<string, error?> lines = new (new Lines());
    error? e = lines.forEach(function(string line) {
        io:println(line);
    });
    // @output line 1
    // @output line 2
    io:println(e); // @output error("no more")
    stream<string, error?> again = new (new Lines());
    record {|string value;|}? first = check again.next();
    io:println(first); // @output {"value":"line 1"}
    check again.close(); // @output closed
    string[]|error all = from string line in new stream<string, error?>(new Lines()) select line.toUpperAscii();
    io:println(all); // @output error("no more")
    stream<int> numbers = [1, 2, 3, 4].toStream();
    stream<int> even = numbers.filter(n => n % 2 == 0);
    int[] doubled = from int n in even select n * 2;
    io:println(doubled); // @output [4,8]
    io:println(describe(new Dog("Rex")), ", ", describe(new Cat("Tom"))); // @output dog Rex woof, cat Tom meow
    typedesc<any> t = Noted;
    io:println(t.@info); // @output {"note":"typed"}
    Marked m = new;
    typedesc<any> mt = typeof m;
    io:println(mt.@info?.note); // @output classy
    anydata|error made = generic({"n": 4}, Noted);
    io:println(made is Noted, made); // @output true{"n":4}
    any|error v = trap risky(2);
    io:println(v); // @output fine
    error? nested = trap outer();
    io:println(nested is error ? nested.message() + "/" + (nested.cause() is error).toString() : "?"); // @output wrapped/true
    int|error parsed = int:fromString("99");
    if parsed is int {
        io:println(parsed + 1); // @output 100
    }
    int total = check sum("1", "2", "3");
    io:println(total); // @output 6
    int|error bad = sum("1", "x");
    io:println(bad is error ? "bad" : bad); // @output bad
}

function risky(int n) returns string {
    if n > 2 {
        panic error("too much");
    }
    return "fine";
}

function outer() {
    do {
        fail error("inner");
    } on fail error e {
        panic error("wrapped", e);
    }
}

function sum(string... texts) returns int|error {
    int total = 0;
    foreach string text in texts {
        total += check int:fromString(text);
    }
    return total;
}
