import ballerina/io;

const Outer NESTED = {inner: PLAIN};
const Plain PLAIN = {a: 1};
const map<Plain> MANY = {one: {a: 3}};
const Outer[] LIST = [{inner: {a: 4}, limit: 0}];

final int limit = begin();

type Plain record {|
    int a;
    int b = 2;
    string c = "x";
|};

type Outer record {
    Plain inner;
    int limit = limit;
    int[] sizes = [1, 2];
    string? name = ();
    int more?;
};

function begin() returns int {
    io:println("first");
    return 10;
}

public function main() {
    // @output first
    io:println(PLAIN, " ", PLAIN.b); // @output {"a":1,"b":2,"c":"x"} 2
    io:println(NESTED); // @output {"inner":{"a":1,"b":2,"c":"x"},"limit":10,"sizes":[1,2],"name":null}
    io:println(MANY); // @output {"one":{"a":3,"b":2,"c":"x"}}
    io:println(LIST[0].limit, LIST[0].inner.c, NESTED.name is (), NESTED.more is ()); // @output 0xtruetrue
    io:println(NESTED.sizes is readonly, NESTED.inner === PLAIN); // @output truetrue
    Plain plain = PLAIN;
    io:println(plain == {a: 1, b: 2, c: "x"}, plain is readonly); // @output truetrue
}
