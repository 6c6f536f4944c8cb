// A resource method that is started runs in a strand of its own, like any other function.
import ballerina/io;
import ballerina/lang.runtime;

client class Shop {
    private map<int> stock = {apple: 3, pear: 5};

    resource function get stock/[string name](int atLeast = 0) returns int|error {
        runtime:sleep(0.01);
        int? found = self.stock[name];
        return found is int && found >= atLeast ? found : error("not enough " + name);
    }

    resource function post orders/[int... ids](string note, string... tags) returns string {
        return string `${ids.toString()} ${note} ${tags.toString()}`;
    }

    resource function get .() returns string {
        return "root";
    }
}

public function main() returns error? {
    Shop shop = new;
    string name = "pear";
    future<int|error> first = start shop->/stock/apple;
    future<int|error> second = start shop->/stock/[name](6);
    future<string> order = start shop->/orders/[1]/[2].post("soon", "red", "big");
    future<string> root = start shop->/;
    io:println("started"); // @output started
    int|error fruit = wait first;
    int|error pears = wait second;
    io:println(fruit, " ", pears); // @output 3 error("not enough pear")
    string ordered = check wait order;
    io:println(ordered); // @output [1,2] soon ["red","big"]
    int[] ids = [4, 5];
    string[] tags = ["x"];
    order = start shop->/orders/[...ids].post("late", ...tags);
    ordered = check wait order;
    string home = check wait root;
    io:println(ordered, " ", home); // @output [4,5] late ["x"] root
}
