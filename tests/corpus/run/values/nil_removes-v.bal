// Nil takes an optional field out that cannot be nil, whatever way it is written.
import ballerina/io;

type Point record {
    int x?;
    int? y?;
};

type Text record {
    string label;
    int? x;
};

public function main() {
    Point point = {x: 1, y: 2};
    point["x"] = ();
    io:println(point); // @output {"y":2}
    point["y"] = ();
    io:println(point); // @output {"y":null}
    point.x = 5;
    point.x = ();
    io:println(point); // @output {"y":null}
    string key = "y";
    point[key] = 3;
    point[key] = ();
    io:println(point); // @output {"y":null}

    Point|Text either = {x: 1};
    either.x = ();
    io:println(either); // @output {}
    either = {label: "t", x: 4};
    either.x = ();
    io:println(either); // @output {"label":"t","x":null}

    Point & readonly frozen = {x: 1};
    Point open = frozen;
    error? wrong = trap set(open);
    io:println(wrong is error ? wrong.message() : "?"); // @output {ballerina/lang.map}InherentTypeViolation
}

function set(Point point) {
    point.x = 3;
}
