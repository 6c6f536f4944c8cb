// What is made from other values has its fields in the order in which the record type declares them.
import ballerina/io;

type Inner record {|
    string z;
    int y = 1;
|};

type Outer record {
    int b;
    string a = "a";
    Inner inner;
    int c?;
};

type Wider record {|
    *Inner;
    *Common;
    int own;
    "b" tag;
|};

type Common record {|
    int common;
    string tag;
|};

public function main() returns error? {
    Wider wider = {z: "z", common: 1, tag: "b", own: 2};
    io:println(wider); // @output {"own":2,"tag":"b","z":"z","y":1,"common":1}
    json source = {"more": true, "inner": {"y": 2, "z": "s"}, "c": 3, "b": 4};
    Outer outer = check source.cloneWithType();
    io:println(outer); // @output {"b":4,"a":"a","inner":{"z":"s","y":2},"c":3,"more":true}
    Outer & readonly frozen = check source.cloneWithType();
    io:println(frozen); // @output {"b":4,"a":"a","inner":{"z":"s","y":2},"c":3,"more":true}
    Inner[] many = check string `[{"y":3,"z":"a"},{"z":"b"}]`.fromJsonStringWithType();
    io:println(many); // @output [{"z":"a","y":3},{"z":"b","y":1}]
    map<json> kept = check source.cloneWithType();
    io:println(kept.keys()); // @output ["more","inner","c","b"]
}
