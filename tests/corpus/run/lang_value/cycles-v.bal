import ballerina/io;

// Values that contain themselves.
public function main() {
    any[] list = [1];
    list.push(list);
    io:println(list.toString()); // @output [1,...]
    map<any> mapping = {a: 1};
    mapping["self"] = mapping;
    io:println(mapping.toString()); // @output {"a":1,"self":...}
    // In the style of expressions with how far out it is: two for each mapping, one for each list.
    io:println(mapping.toBalString()); // @output {"a":1,"self":...[0]}
    any[] inner = [mapping, list];
    mapping["inner"] = inner;
    map<any> between = {inner};
    mapping["between"] = between;
    inner.push(between);
    io:println(mapping.toBalString());
    // @output {"a":1,"self":...[0],"inner":[...[1],[1,...[0]],{"inner":...[2]}],"between":{"inner":[...[3],[1,...[0]],...[1]]}}
    anydata[] data = [];
    data.push(data);
    anydata[] other = [];
    other.push(other);
    io:println(data == other, data.clone() == data); // @output truetrue
    json|error result = trap data.toJson();
    io:println(result is error ? result.message() : ""); // @output {ballerina/lang.value}CyclicValueReferenceError
}
