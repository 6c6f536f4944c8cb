import ballerina/io;

type Open record {
    int x;
};

type Named record {
    int x;
    string name;
};

class Counter {
    int count = 0;
}

function kind(any value) returns string {
    if value is Open {
        return "open";
    } else if value is Named {
        return value.name;
    }
    return "other";
}

// A cast to a wider type lets the program ask for anything.
public function main() {
    xml item = xml `<a/>`;
    io:println(<any> item is int, (<any> item) is xml:Element); // @output falsetrue
    Counter counter = new;
    io:println(<any> counter is readonly & Counter); // @output false
    map<int>? numbers = {a: 1};
    int|error number = trap <int> <any> numbers;
    io:println(number is error); // @output true
    if <anydata> numbers is string {
        io:println("never");
    }
    Named named = {x: 1, name: "n"};
    io:println(kind(named), kind(1)); // @output openother
}
