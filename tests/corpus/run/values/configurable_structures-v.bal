// Configurable variables are final and read-only, so isolated functions can use them.

import ballerina/io;

configurable map<string[]> keys = {"a": ["x", "y"]};

configurable record {|string host; int[] ports;|} server = {host: "here", ports: [1, 2]};

isolated function count() returns int => keys.length() + server.ports.length();

public function main() {
    map<string[]> & readonly same = keys;
    io:println(count(), " ", same is readonly, " ", keys === same); // @output 3 true true
    any value = server;
    io:println(value is readonly, " ", server.ports); // @output true [1,2]
}
