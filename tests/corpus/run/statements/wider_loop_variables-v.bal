// The variable of a loop may have a wider type than what is iterated over; what it holds is known all the same.
import ballerina/io;

type Shape Circle|string;

type Circle record {|
    int size;
|};

public function main() {
    Circle[] circles = [{size: 2}, {size: 5}];
    Circle[] large = [];
    foreach Shape shape in circles {
        if shape.size > 2 {
            large.push(shape);
        }
    }
    io:println(large); // @output [{"size":5}]
    foreach int|string n in [1, 2] {
        int|string sum = n + 1;
        sum = "sum " + sum.toString();
        io:println(sum); // @output sum 2
        // @output sum 3
    }
}
