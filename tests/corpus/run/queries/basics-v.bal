import ballerina/io;

type Person record {|
    string name;
    int age;
|};

public function main() {
    Person[] people = [{name: "ann", age: 30}, {name: "bob", age: 20}, {name: "cy", age: 25}];
    string[] names = from Person p in people
        where p.age > 20
        select p.name;
    io:println(names); // @output ["ann","cy"]
    int[] ages = from var {age} in people
        order by age descending
        select age;
    io:println(ages); // @output [30,25,20]
    string joined = from var p in people
        let string upper = p.name.toUpperAscii()
        limit 2
        select upper + ";";
    io:println(joined); // @output ANN;BOB;
    int[] products = from int a in 1 ... 2
        from int b in [10, 20]
        select a * b;
    io:println(products); // @output [10,20,20,40]
    map<int> byName = map from var p in people
        select [p.name, p.age];
    io:println(byName); // @output {"ann":30,"bob":20,"cy":25}
    var pairs = from var p in people
        join var q in [{key: "ann", v: 1}, {key: "cy", v: 2}] on p.name equals q.key
        select p.name + q.v.toString();
    io:println(pairs); // @output ["ann1","cy2"]
    int total = 0;
    from var p in people
    do {
        total += p.age;
    };
    io:println(total); // @output 75
    table<record {|readonly string name; int age;|}> key(name) t = table key(name) from var p in people
        select {name: p.name, age: p.age};
    io:println(t["bob"]?.age); // @output 20
    stream<int> evens = stream from int i in 1 ... 6
        where i % 2 == 0
        select i;
    record {|int value;|}? first = evens.next();
    io:println(first); // @output {"value":2}
}
