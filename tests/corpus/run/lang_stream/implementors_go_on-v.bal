import ballerina/io;

class Numbers {
    private int count = 0;

    public isolated function next() returns record {|int value;|}|error? {
        self.count += 1;
        return self.count % 2 == 0 ? error("no " + self.count.toString()) : self.count > 4 ? () : {value: self.count};
    }

    public isolated function close() returns error? {
        io:println("closed at ", self.count);
    }
}

// An object may have more after an error, but not after its end; then, too, it is closed when that is asked.
public function main() returns error? {
    stream<int, error?> numbers = new (new Numbers());
    foreach int i in 1 ... 6 {
        io:println(numbers.next());
    }
    // @output {"value":1}
    // @output error("no 2")
    // @output {"value":3}
    // @output error("no 4")
    // @output
    // @output
    check numbers.close(); // @output closed at 5
    check numbers.close();

    stream<int, error?> queried = new (new Numbers());
    int[]|error first = from int number in queried select number;
    int[]|error second = from int number in queried select number;
    int[]|error third = from int number in queried select number;
    io:println(first, second, third); // @output error("no 2")error("no 4")[]
}
