import ballerina/io;

type Item record {|
    int id;
    string name;
|};

public function main() {
    Item[] items = [{id: 1, name: "one"}, {id: 3, name: "three"}];
    string?[] names = from int i in 1 ... 3
        outer join var item in items on i equals item.id
        select item?.name;
    io:println(names); // @output ["one",null,"three"]
    [int, string?][] pairs = from int i in 1 ... 3
        outer join var {id, name} in items on i equals id
        select [id ?: -1, name];
    io:println(pairs); // @output [[1,"one"],[-1,null],[3,"three"]]
    [int?, int?][] lists = from int i in 1 ... 2
        outer join var [a, b] in [[2, 20], [4, 40]] on i equals a
        select [a, b];
    io:println(lists); // @output [[null,null],[2,20]]
    // The key may ask whether there is something on the right.
    string[] known = from int i in 1 ... 3
        outer join var item in items on i equals item is () ? () : item.id
        select item is () ? "none" : item.name;
    io:println(known); // @output ["one","none","three"]
}
