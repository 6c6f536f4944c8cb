import ballerina/io;
import ballerina/lang.value;

public function main() {
    int[] scores = [1, 2];
    anydata frozen = scores.cloneReadOnly();
    io:println(scores.isReadOnly(), frozen.isReadOnly()); // @output falsetrue
    io:println("text".isReadOnly(), value:isReadOnly(())); // @output truetrue
    map<anydata> person = {"name": "Ada"};
    io:println(person.isReadOnly(), (<readonly> {name: "Ada"}).isReadOnly()); // @output falsetrue
}
