// What is merged goes into the first value; a merge that fails changes nothing, and says where.
import ballerina/io;

function tell(json|error value) {
    if value is json {
        io:println(value);
        return;
    }
    io:println(value.message(), " ", value.detail()["message"]);
    var cause = value.detail()["cause"];
    if cause is error {
        tell(cause);
    }
}

public function main() returns error? {
    json first = {name: "Ann", age: (), marks: {maths: 90}};
    json second = {age: 20, marks: {physics: 85}, list: [1]};
    json merged = check first.mergeJson(second);
    io:println(merged === first, " ", first);
    // @output true {"name":"Ann","age":20,"marks":{"maths":90,"physics":85},"list":[1]}
    io:println(second); // @output {"age":20,"marks":{"physics":85},"list":[1]}

    json kept = {a: 1, b: {c: "x"}};
    tell(kept.mergeJson({d: 4, b: {c: 1}}));
    // @output {ballerina/lang.value}MergeJsonError JSON Merge failed for key 'b'
    // @output {ballerina/lang.value}MergeJsonError JSON Merge failed for key 'c'
    // @output {ballerina/lang.value}MergeJsonError cannot merge JSON values of types 'string' and 'int'
    io:println(kept); // @output {"a":1,"b":{"c":"x"}}
    tell(kept.mergeJson([1])); // @output {ballerina/lang.value}MergeJsonError cannot merge JSON values of types 'map<json>' and 'json[]'

    map<json> one = {x: {a: 1}};
    one["self"] = one;
    map<json> other = {x: {b: 2}};
    other["me"] = other;
    io:println((check one.mergeJson(other)) === one, one["x"], one["me"] === other); // @output true{"a":1,"b":2}true
    one = {x: {a: 1}};
    one["self"] = one;
    other = {x: {b: 2}};
    other["self"] = other;
    tell(one.mergeJson(other));
    // @output {ballerina/lang.value}MergeJsonError JSON Merge failed for key 'self'
    // @output {ballerina/lang.value}MergeJsonError Cannot merge JSON values with cyclic references

    map<int> numbers = {a: 1};
    json|error wrong = trap numbers.mergeJson({b: "text"});
    io:println(wrong is error ? wrong.message() : wrong); // @output {ballerina/lang.map}InherentTypeViolation
    json fixed = <json & readonly>{a: 1};
    wrong = trap fixed.mergeJson({b: 1});
    io:println(wrong is error ? wrong.message() : wrong); // @output {ballerina/lang.map}InvalidUpdate
}
