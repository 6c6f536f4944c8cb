// cloneWithType to a readonly record type fills in the defaults of the record, made readonly.

import ballerina/io;

type Chat record {|
    string user;
    int[] marks = [1, 2];
    decimal weight = 1.5;
|};

public function main() returns error? {
    json given = {user: "ann"};
    readonly & Chat chat = check given.cloneWithType();
    io:println(chat); // @output {"user":"ann","marks":[1,2],"weight":1.5}
    io:println(chat.marks is readonly); // @output true
    anydata shown = chat.marks;
    io:println(shown is readonly & int[]); // @output true
    readonly & Chat parsed = check string `{"user": "bob", "weight": 2}`.fromJsonStringWithType();
    io:println(parsed); // @output {"user":"bob","marks":[1,2],"weight":2}
    readonly & Chat made = {user: "cid"};
    io:println(made); // @output {"user":"cid","marks":[1,2],"weight":1.5}
}
