// The defaults of a record are made readonly where the record is: by cloneWithType, and by a constructor.

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
    readonly & Chat[] several = [{user: "dan", weight: 1}, made];
    io:println(made.marks is readonly, several[0].marks is readonly); // @output truetrue
    Chat mutable = {user: "eve"};
    io:println(mutable.marks is readonly, mutable.marks === new Chats().first.marks); // @output falsefalse
}

class Chats {
    Chat first = {user: "fay"};
}
