import ballerina/io;
import ballerina/lang.value;

type Order record {|
    int id;
    string[] items;
    decimal total = 0;
|};

public function main() returns error? {
    json j = {name: "x", list: [1, 2.5, true, null], nested: {a: {b: 1}}};
    io:println(j.toJsonString()); // @output {"name":"x", "list":[1, 2.5, true, null], "nested":{"a":{"b":1}}}
    io:println(check j.nested.a.b); // @output 1
    json|error missing = j.nothing;
    io:println(missing is error); // @output true
    json v = check value:fromJsonString("{\"id\": 4, \"items\": [\"p\"]}");
    Order o = check v.cloneWithType();
    io:println(o); // @output {"id":4,"items":["p"],"total":0}
    Order|error bad = (check v.id).fromJsonWithType(Order);
    io:println(bad is error); // @output true
    Order o2 = check value:fromJsonStringWithType("{\"id\":9,\"items\":[],\"total\":1.5}");
    io:println(o2.total, " ", o2.toJson()); // @output 1.5 {"id":9,"items":[],"total":1.5}
    map<json> m = check j.ensureType();
    io:println(m.keys()); // @output ["name","list","nested"]
    int id = check (check v.id).ensureType();
    io:println(id); // @output 4
}
