import ballerina/io;

type Sale record {|
    string city;
    string item;
    int amount;
    decimal price = 1.5;
|};

Sale[] sales = [
    {city: "Rome", item: "pen", amount: 3},
    {city: "Oslo", item: "pen", amount: 5},
    {city: "Rome", item: "ink", amount: 7},
    {city: "Rome", item: "pen", amount: 1}
];

public function main() {
    var byCity = from var {city, amount} in sales
        group by city
        select {city, total: int:sum(...amount), all: [amount], most: max(amount), n: count(amount)};
    foreach var row in byCity {
        io:println(row);
    }
    // @output {"city":"Rome","total":11,"all":[3,7,1],"most":7,"n":3}
    // @output {"city":"Oslo","total":5,"all":[5],"most":5,"n":1}
    var byTwo = from var {city, item, amount} in sales
        group by city, item
        order by city, item descending
        select [city, item, sum(amount)];
    io:println(byTwo); // @output [["Oslo","pen",5],["Rome","pen",4],["Rome","ink",7]]
    var computed = from var {amount, item} in sales
        group by boolean big = amount > 3
        select {big, items: [item], average: avg(amount)};
    io:println(computed); // @output [{"big":false,"items":["pen","pen"],"average":2},{"big":true,"items":["pen","ink"],"average":6}]
    int total = from var {amount} in sales collect sum(amount);
    io:println(total); // @output 16
    int? least = from var {amount} in sales where amount > 100 collect min(amount);
    io:println(least is ()); // @output true
    string[] names = from var {item} in sales collect [item];
    io:println(names); // @output ["pen","pen","ink","pen"]
    var joined = from var {city, item} in sales
        group by city
        select string:'join(", ", item);
    io:println(joined); // @output ["pen, ink, pen","pen"]
    var nested = from var {city, item, amount} in sales
        group by city, item
        let int sold = sum(amount)
        group by city
        select {city, best: max(sold), items: [item]};
    io:println(nested); // @output [{"city":"Rome","best":7,"items":["pen","ink"]},{"city":"Oslo","best":5,"items":["pen"]}]
    var firsts = from var {city, amount} in sales
        group by city
        select [city, first(amount), last(amount)];
    io:println(firsts); // @output [["Rome",3,1],["Oslo",5,5]]
    string[] items = from var {item} in sales group by item select item;
    io:println(items); // @output ["pen","ink"]
    map<int> totals = map from var {city, amount} in sales group by city select [city, sum(amount)];
    io:println(totals); // @output {"Rome":11,"Oslo":5}
    record {|string city; int n;|}[] counted = from var {city} in sales
        let string upper = city.toUpperAscii()
        group by city
        where count(upper) > 1
        select {city, n: count(upper)};
    io:println(counted); // @output [{"city":"Rome","n":3}]
}
