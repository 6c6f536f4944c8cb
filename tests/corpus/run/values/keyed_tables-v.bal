import ballerina/io;

type Order record {|
    readonly string shop;
    readonly int number;
    decimal total;
    string? note = ();
|};

type OrderTable table<Order> key(shop, number);

function label(Order o) returns record {|string k;|} => {k: o.shop + o.number.toString()};

public function main() returns error? {
    OrderTable orders = table [
        {shop: "a", number: 1, total: 10.5},
        {shop: "a", number: 2, total: 3},
        {shop: "b", number: 1, total: 7, note: "gift"}
    ];
    io:println(orders.length()); // @output 3
    io:println(orders["a", 2]); // @output {"shop":"a","number":2,"total":3,"note":null}
    io:println(orders["z", 1] is ()); // @output true
    io:println(orders.get(["b", 1]).note); // @output gift
    Order|error missing = trap orders.get(["q", 9]);
    io:println(missing is error ? missing.message() : "?"); // @output {ballerina/lang.table}KeyNotFound
    orders.put({shop: "c", number: 5, total: 1});
    orders.put({shop: "a", number: 1, total: 99});
    io:println(orders.hasKey(["a", 1]), " ", orders.length()); // @output true 4
    error? duplicate = trap orders.add({shop: "a", number: 1, total: 0});
    io:println(duplicate is error ? duplicate.message() : "?"); // @output {ballerina/lang.table}KeyConstraintViolation
    io:println(orders.remove(["a", 2])); // @output {"shop":"a","number":2,"total":3,"note":null}
    io:println(orders.removeIfHasKey(["a", 2]) is ()); // @output true
    io:println(orders.keys()); // @output [["a",1],["b",1],["c",5]]
    foreach Order o in orders {
        io:print(o.shop, o.number, " ");
    }
    io:println(); // @output a1 b1 c5
    decimal sum = orders.reduce(function(decimal acc, Order o) returns decimal => acc + o.total, 0);
    io:println(sum); // @output 107
    table<record {|string k;|}> mapped = orders.map(label);
    io:println(mapped); // @output [{"k":"a1"},{"k":"b1"},{"k":"c5"}]
    io:println(orders.filter(o => o.total > 5d).length()); // @output 2
    Order first = orders.toArray()[0];
    first.total = 1;
    io:println(orders["a", 1]?.total); // @output 1
    table<record {|int id; string v;|}> keyless = table [{id: 1, v: "x"}, {id: 1, v: "x"}];
    keyless.add({id: 2, v: "y"});
    io:println(keyless.length(), " ", keyless); // @output 3 [{"id":1,"v":"x"},{"id":1,"v":"x"},{"id":2,"v":"y"}]
    table<record {|readonly int id; string v;|}> key(id) auto = table [{id: 4, v: "d"}];
    io:println(auto.nextKey()); // @output 5
    record {|readonly int id; string v;|}? d = auto[4];
    io:println(d?.v); // @output d
    io:println(auto == table key(id) [{id: 4, v: "d"}]); // @output true
    foreach var {id, v} in auto {
        io:println(id, v); // @output 4d
    }
    orders.removeAll();
    io:println(orders.length(), " ", orders); // @output 0 []
    var iterator = auto.iterator();
    io:println(iterator.next()); // @output {"value":{"id":4,"v":"d"}}
    io:println(iterator.next() is ()); // @output true
    table<map<string>> maps = table [{a: "1"}, {b: "2"}];
    io:println(maps); // @output [{"a":"1"},{"b":"2"}]
    readonly & table<Order> key(shop, number) frozen = table [{shop: "f", number: 1, total: 1, note: ()}];
    io:println(frozen is readonly); // @output true
    var ids = from var {number} in frozen select {number};
    io:println(ids); // @output [{"number":1}]
}
