// A stream of anything: its values are of type any|error, and it ends with nil or an error.
import ballerina/io;

class Numbers {
    int n = 0;

    public isolated function next() returns record {|int value;|}? {
        self.n += 1;
        return self.n > 2 ? () : {value: self.n};
    }
}

public function main() returns error? {
    stream numbers = new (new Numbers());
    record {|any|error value;|}|error? first = numbers.next();
    io:println(first is record {|int value;|} ? first.value : "?"); // @output 1
    error? rest = numbers.forEach(function(any|error value) {
        io:println(value is int); // @output true
    });
    io:println(rest is ()); // @output true
    error? end = numbers.close();
    io:println(end is ()); // @output true
}
