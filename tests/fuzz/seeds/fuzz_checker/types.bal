type Node record {|
    readonly int id;
    Node[] children = [];
    (string|int)? label?;
|};

enum Colour {
    RED,
    GREEN = "g"
}

class Shape {
    *Named;
    final string name = "s";

    isolated function area() returns decimal => 2.5d;
}

type Named object {
    string name;
};

function walk(Node|Colour|error node, int depth = 0) returns string|error {
    match node {
        RED => {
            return "red";
        }
        {id, ...var rest} => {
            return rest.toString();
        }
    }
    if node is Node {
        string[] lines = from var {id, label} in node.children
            let int twice = id * 2
            where twice > depth
            order by twice descending
            select label is string ? label : twice.toString();
        return string:'join(",", ...lines);
    }
    return node is error ? check node : node;
}
