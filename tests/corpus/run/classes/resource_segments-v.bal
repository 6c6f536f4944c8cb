// Segments without a name take no parameter, and the path with the most names is called.
import ballerina/io;

const KIND = "kinds";

client class Shop {
    resource function get .() returns string => "root";

    resource function get items/[int id]() returns string => string `item ${id}`;

    resource function get items/newest() returns string => "the newest";

    resource function put items/[KIND](int count) returns string => string `${count} kinds`;

    resource function find [string]/[string word](boolean all) returns string => string `${word} ${all}`;

    resource function list [string...](int n) returns int => n;

    resource function get rooms/[int... numbers]() returns int => numbers.length();

    resource function get rooms/[string name]() returns string => "room " + name;
}

public function main() {
    Shop shop = new;
    string text = shop->/;
    io:println(text); // @output root
    text = shop->/items/[7];
    io:println(text); // @output item 7
    text = shop->/items/newest;
    io:println(text); // @output the newest
    text = shop->/items/kinds.put(3);
    io:println(text); // @output 3 kinds
    text = shop->/books/ballerina.find(true);
    io:println(text); // @output ballerina true
    int n = shop->/a/b/c.list(4);
    io:println(n); // @output 4
    n = shop->/rooms/[1]/[2];
    io:println(n); // @output 2
    n = shop->/rooms/[...[1, 2, 3]];
    io:println(n); // @output 3
}
