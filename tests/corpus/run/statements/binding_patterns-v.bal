import ballerina/io;

type Point record {
    int x;
    int y;
};

type Shape record {|
    string name;
    [Point, Point] points;
    record {|string color; int? width = ();|} style;
|};

type Detail record {|
    int code;
    string info?;
|};

type Failure error<Detail>;

const LIMIT = 10;

function describe(any value) returns string {
    match value {
        () => {
            return "nil";
        }
        LIMIT => {
            return "limit";
        }
        1|2|3 => {
            return "small";
        }
        -1 => {
            return "minus one";
        }
        "a"|"b" => {
            return "letter";
        }
        [] => {
            return "empty list";
        }
        [var first, 2, ...var rest] => {
            return string `list ${(<any>first).toString()} and ${(<(any|error)[]>rest).length()} more`;
        }
        [1, ...var more] => {
            return "starts with one of " + ((<(any|error)[]>more).length() + 1).toString();
        }
        {kind: "circle", radius: var r} if r is int && r > 5 => {
            return "big circle";
        }
        {kind: "circle", ...var rest} => {
            return "circle " + rest.keys().toString();
        }
        {x: var x, y: [var y, var _]} => {
            return string `x ${(<any>x).toString()} y ${(<any>y).toString()}`;
        }
        var other if other is float => {
            return "float";
        }
        _ => {
            return "other";
        }
    }
}

function describeError(error<map<anydata>> e) returns string {
    match e {
        error(var message, code = 7) => {
            return "seven " + message;
        }
        error(var message, code = var code) => {
            return string `error ${message} ${(<anydata>code).toString()}`;
        }
        error("plain") => {
            return "plain error";
        }
        var other => {
            return "some error " + other.message();
        }
    }
}

public function main() {
    Shape shape = {name: "s", points: [{x: 1, y: 2}, {x: 3, y: 4}], style: {color: "red"}};
    var {name, points: [{x, y: firstY}, second], style: {color: c, width}} = shape;
    io:println(name, " ", x, " ", firstY, " ", second, " ", c, " ", width is ());
    // @output s 1 2 {"x":3,"y":4} red true
    [int, [string, boolean], float...] [i, [s, b], ...fs] = [1, ["t", true], 1.5, 2.5];
    io:println(i, s, b, fs); // @output 1ttrue[1.5,2.5]
    Failure failure = error("failed", error("why"), code = 7, info = "more");
    error<Detail> error(message, cause, code = code, info = info) = failure;
    io:println(message, " ", cause is error ? cause.message() : "", " ", code, " ", info);
    // @output failed why 7 more
    int p;
    int q;
    [p, q] = [1, 2];
    [p, q] = [q, p];
    io:println(p, q); // @output 21
    string n;
    [Point, Point] ps;
    {name: n, points: ps} = shape;
    io:println(n, ps.length()); // @output s2
    foreach var [k, v] in {one: 1, two: 2}.entries() {
        io:println(k, v);
    }
    // @output one1
    // @output two2
    foreach var {x: px, y: py} in shape.points {
        io:println(px + py);
    }
    // @output 3
    // @output 7
    record {|int a; int b; int...;|} open = {a: 1, b: 2, "c": 3};
    var {a, ...others} = open;
    io:println(a, others); // @output 1{"b":2,"c":3}
    function ([int, int]) returns int add = function([int, int] pair) returns int {
        var [l, r] = pair;
        return l + r;
    };
    io:println(add([3, 4])); // @output 7
    any[] values = [(), 10, 2, -1, "b", [], [1, 2, 3, 4], [1, 5], {kind: "circle", radius: 6},
        {kind: "circle", radius: 1}, {x: 1, y: [2, 3]}, 2.5, true];
    foreach any value in values {
        io:println(describe(value));
    }
    // @output nil
    // @output limit
    // @output small
    // @output minus one
    // @output letter
    // @output empty list
    // @output list 1 and 2 more
    // @output starts with one of 2
    // @output big circle
    // @output circle ["radius"]
    // @output x 1 y 2
    // @output float
    // @output other
    io:println(describeError(error("failed", code = 7))); // @output seven failed
    io:println(describeError(error("failed", code = 8))); // @output error failed 8
    io:println(describeError(error("plain"))); // @output plain error
    io:println(describeError(error("other"))); // @output some error other
    var [_, [_, flag]] = [1, ["z", false]];
    io:println(flag); // @output false
}
