import ballerina/io;

type Sale record {|
    string city;
    int amount;
|};

// Keys that nobody names: all rows are one group, or the groups of a computed value.
public function main() {
    Sale[] sales = [{city: "Rome", amount: 3}, {city: "Oslo", amount: 5}, {city: "Rome", amount: 7}];
    var all = from var {city, amount} in sales
        group by var _ = true
        select {cities: [city], total: sum(amount)};
    io:println(all); // @output [{"cities":["Rome","Oslo","Rome"],"total":15}]
    var split = from var {city, amount} in sales
        group by city, boolean _ = amount > 3, var _ = 1
        select [city, sum(amount)];
    io:println(split); // @output [["Rome",3],["Oslo",5],["Rome",7]]
}
