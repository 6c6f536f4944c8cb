// The members of a readonly list or union have the defaults of their records.
import ballerina/io;

type Named record {|
    string user;
    int count = 4;
|};

type Kind record {|
    "x" kind = "x";
|};

type Either Named|Kind;

public function main() returns error? {
    readonly & Named[] names = [{user: "a"}];
    io:println(names); // @output [{"user":"a","count":4}]
    readonly & Either[] either = [{user: "b"}, {kind: "x"}, {}];
    io:println(either); // @output [{"user":"b","count":4},{"kind":"x"},{"kind":"x"}]
    json given = [{user: "c"}];
    readonly & Named[] converted = check given.cloneWithType();
    io:println(converted); // @output [{"user":"c","count":4}]
    readonly & Either[] chosen = check given.cloneWithType();
    io:println(chosen); // @output [{"user":"c","count":4}]
}
