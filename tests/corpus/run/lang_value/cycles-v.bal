import ballerina/io;

// Values that contain themselves.
public function main() {
    any[] list = [1];
    list.push(list);
    io:println(list.toString()); // @output [1,...]
    map<any> mapping = {a: 1};
    mapping["self"] = mapping;
    io:println(mapping.toString()); // @output {"a":1,"self":...}
    anydata[] data = [];
    data.push(data);
    anydata[] other = [];
    other.push(other);
    io:println(data == other, data.clone() == data); // @output truetrue
    json|error result = trap data.toJson();
    io:println(result is error ? result.message() : ""); // @output {ballerina/lang.value}CyclicValueReferenceError
}
