// Records of the same fields, and classes of the same members, keep what their own descriptors say.
import ballerina/io;

type First record {|
    string name;
    int age = 18;
|};

type Second record {|
    *First;
    int age = 21;
|};

type One record {|
    int x = 1;
|};

type Two record {|
    int x = two();
|};

isolated function two() returns int => 2;

class A {
    int n = 0;

    function name() returns string => "A";
}

class B {
    int n = 0;

    function name() returns string => "B";
}

class Needy {
    int n = 0;

    function init(int n) {
        self.n = n;
    }

    function name() returns string => "needy";
}

type Named object {
    int n;

    function name() returns string;
};

public function main() returns error? {
    json given = {name: "b"};
    First first = check given.cloneWithType();
    Second second = check given.cloneWithType();
    io:println(first.age, second.age); // @output 1821
    One[] ones = [];
    Two[] twos = [];
    ones.setLength(1);
    twos.setLength(1);
    io:println(ones, twos); // @output [{"x":1}][{"x":2}]
    (Two & readonly)[] frozen = [];
    frozen.setLength(1);
    io:println(frozen[0].x); // @output 2
    A[] a = [];
    B[] b = [];
    a.setLength(1);
    b.setLength(1);
    io:println(a[0].name(), b[0].name()); // @output AB
    Needy[] needy = [];
    io:println(trap needy.setLength(1)); // @output error("{ballerina/lang.array}IllegalListInsertion",message="array of length 0 cannot be expanded into array of length 1 without filler values")
    Named[] named = [];
    io:println((trap named.setLength(1)) is error); // @output true
}
