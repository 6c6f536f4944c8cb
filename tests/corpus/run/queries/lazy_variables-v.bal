// A stream looks at the variables around its query when it is asked for a value.
import ballerina/io;

public function main() {
    int factor = 1;
    string[] parts = [];
    stream<int> scaled = stream from int i in [1, 2, 3]
        let int product = i * factor
        where product > 0
        select product;
    factor = 10;
    io:println(scaled.next()); // @output {"value":10}
    factor += 90;
    io:println(scaled.next()); // @output {"value":200}
    parts = ["new"];
    io:println(readLater(7)); // @output {"value":8}
    string text = "";
    stream<string> texts = stream from string part in parts select text + part;
    text = "late ";
    io:println(texts.next()); // @output {"value":"late new"}
}

function readLater(int first) returns record {|int value;|}? {
    int sum = first;
    stream<int> sums = stream from int i in 1 ... 3 select sum + i - 1;
    sum += 1;
    return sums.next();
}
