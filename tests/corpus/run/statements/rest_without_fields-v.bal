// What is left over never has the fields that were taken.
import ballerina/io;

type Point record {
    int x;
    int y;
};

type Others record {
    never x?;
    never y?;
};

public function main() {
    Point p = {x: 1, y: 2, "colour": "blue"};
    var {x: _, y: _, ...rest} = p;
    Others others = rest;
    io:println(others); // @output {"colour":"blue"}
    match p {
        var {x, y, ...more} => {
            Others again = more;
            io:println(x + y, again); // @output 3{"colour":"blue"}
        }
    }
}
