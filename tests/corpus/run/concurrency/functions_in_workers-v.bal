// A function inside a worker has its own returns, and its own workers.
import ballerina/io;

function exchange() returns int {
    var twice = function(int n) returns int {
        worker adder {
            int one = <- function;
            one + n -> function;
        }
        n -> adder;
        int result = <- adder;
        return result;
    };
    int four = twice(2);
    worker w {
        four + 1 -> function;
    }
    int five = <- w;
    return five;
}

public function main() {
    io:println(exchange()); // @output 5
}
