import ballerina/io;

type Person record {|
    string name;
    int age = 18;
    string email?;
    Address home = {city: "Here"};
|};

type Address record {
    string city;
    string street = "Main";
};

type Employee record {|
    *Person;
    string job;
|};

isolated function nextId() returns int {
    lock {
        lastId += 1;
        return lastId;
    }
}

isolated int lastId = 0;

type Item record {|
    int id = nextId();
|};

public function main() {
    Person p = {name: "Ann"};
    io:println(p); // @output {"name":"Ann","age":18,"home":{"city":"Here","street":"Main"}}
    p.age += 1;
    p.email = "ann@x";
    io:println(p.age, p.email, p?.email); // @output 19ann@xann@x
    Employee e = {name: "Bob", job: "cook", age: 40};
    io:println(e.job, e.home.city, e.home.street); // @output cookHereMain
    Address a = {city: "There", "zip": "123"};
    io:println(a["zip"]); // @output 123
    string name = "Cy";
    int age = 3;
    Person c = {name, age};
    io:println(c.name, c.age, c?.email is ()); // @output Cy3true
    Person d = {...c};
    io:println(d == c, d === c); // @output truefalse
    Item i1 = {};
    Item i2 = {};
    Item i3 = {id: 77};
    io:println(i1.id, i2.id, i3.id); // @output 1277
    record {|int x; int y;|} point = {x: 1, y: 2};
    point.x = 5;
    io:println(point); // @output {"x":5,"y":2}
    p.email = ();
    io:println(p.hasKey("email")); // @output false
    var removed = e?.email;
    io:println(removed is ()); // @output true
}
