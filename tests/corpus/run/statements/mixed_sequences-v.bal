// What is iterated over may be one of several kinds of sequences.
import ballerina/io;

function joined(string[]|map<string>|string words) returns string {
    string all = "";
    foreach string word in words {
        all += word + ";";
    }
    return all;
}

function sum(int[]|stream<int> numbers) returns int {
    int total = 0;
    foreach int n in numbers {
        total += n;
    }
    return total;
}

function firstOver(int[]|stream<int, error?> numbers, int limit) returns int|error {
    int[] found = check from int n in numbers
        where n > limit
        limit 1
        select n;
    return found.length() > 0 ? found[0] : error("none");
}

class Failing {
    int n = 0;

    public isolated function next() returns record {|int value;|}|error? {
        self.n += 1;
        return self.n < 3 ? {value: self.n} : error("broken");
    }
}

public function main() {
    io:println(joined(["a", "bc"])); // @output a;bc;
    io:println(joined({x: "a", y: "bc"})); // @output a;bc;
    io:println(joined("héy")); // @output h;é;y;
    io:println(sum([1, 2, 3])); // @output 6
    io:println(sum([4, 5].toStream())); // @output 9
    io:println(firstOver([1, 2, 3], 1)); // @output 2
    stream<int, error?> failing = new (new Failing());
    io:println(firstOver(failing, 1)); // @output 2
    failing = new (new Failing());
    io:println(firstOver(failing, 5)); // @output error("broken")
}
