import ballerina/io;

public function main() {
    worker 'start returns int {
        5 -> 'second\ one;
        int doubled = <- 'second\ one;
        return doubled;
    }
    worker 'second\ one {
        int number = <- 'start;
        number * 2 -> 'start;
    }
    int result = wait 'start;
    io:println(result); // @output 10
    string text = "x";
    io:println((text == "x" ? "then" : "else") == ""); // @output false
}
