import ballerina/io;

isolated int counter = 0;
isolated map<int> seen = {};

isolated function bump(string key) returns int {
    lock {
        counter += 1;
    }
    lock {
        seen[key] = (seen[key] ?: 0) + 1;
        return seen[key] ?: 0;
    }
}

public function main() {
    io:println(bump("a"), bump("b"), bump("a")); // @output 112
    lock {
        io:println(counter); // @output 3
    }
}
