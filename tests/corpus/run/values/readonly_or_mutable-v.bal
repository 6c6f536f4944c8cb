import ballerina/io;
import ballerina/lang.value;

// Of `readonly` and a type that says more, a constructor makes the latter where it can.
public function main() {
    value:Cloneable list = [1, [2]];
    value:Cloneable mapping = {x: [1]};
    io:println(list, list is readonly, mapping, mapping is readonly); // @output [1,[2]]false{"x":[1]}false
    readonly|int[] numbers = [1];
    readonly|int[] texts = ["a"];
    io:println(numbers is readonly, texts is readonly); // @output falsetrue
    readonly|map<int> counts = {a: 1};
    io:println(counts is readonly); // @output false
}
