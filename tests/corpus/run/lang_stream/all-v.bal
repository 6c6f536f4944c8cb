import ballerina/io;

class Numbers {
    private int at = 0;
    private final int fails;

    function init(int fails = -1) {
        self.fails = fails;
    }

    public isolated function next() returns record {|int value;|}|error? {
        self.at += 1;
        if self.at == self.fails {
            return error("broken");
        }
        return self.at > 4 ? () : {value: self.at};
    }

    public isolated function close() returns error? {
        io:println("closed");
    }
}

// next, close, iterator, map, forEach, filter, reduce
public function main() returns error? {
    stream<int, error?> numbers = new (new Numbers());
    io:println(check numbers.next(), check numbers.next()); // @output {"value":1}{"value":2}
    var iterator = numbers.iterator();
    io:println(check iterator.next()); // @output {"value":3}
    check numbers.close(); // @output closed

    stream<string, error?> texts = new stream<int, error?>(new Numbers()).'map(n => n.toString() + "!");
    check texts.forEach(function(string text) {
        io:print(text);
    });
    io:println(); // @output 1!2!3!4!
    stream<int, error?> even = new stream<int, error?>(new Numbers()).filter(n => n % 2 == 0);
    io:println(check even.next(), check even.next()); // @output {"value":2}{"value":4}
    check even.close(); // @output closed
    check even.close();
    int total = check new stream<int, error?>(new Numbers()).reduce(function(int sum, int n) returns int => sum + n, 0);
    io:println(total); // @output 10

    // An error ends each of them.
    int|error failed = new stream<int, error?>(new Numbers(3)).reduce(function(int sum, int n) returns int => sum + n, 0);
    io:println(failed is error ? failed.message() : ""); // @output broken
    error? ended = new stream<int, error?>(new Numbers(2)).forEach(function(int n) {
        io:println(n); // @output 1
    });
    io:println(ended is error ? ended.message() : ""); // @output broken
    stream<int> empty = new;
    io:println(empty.next() is (), empty.reduce(function(int sum, int n) returns int => sum + n, 7)); // @output true7
    stream<int> fromList = [1, 2, 3].toStream();
    int[] squares = from int n in fromList select n * n;
    io:println(squares); // @output [1,4,9]
}
