// A mapping constructor for a union of records: the constant fields say which one is meant.

import ballerina/io;

type Gone record {|
    1001 status = 1001;
    string reason?;
|};

type Refused record {|
    1008 status = 1008;
    string reason = "refused";
|};

type Own record {|
    int status;
    string reason?;
    boolean isOwn = true;
|};

type Ending Gone|Refused|Own;

public function main() {
    Ending own = {status: 4000, reason: "mine"};
    io:println(own is Own); // @output true
    Ending[] endings = [{status: 4001}, {status: 0xFA2}];
    io:println(endings.every(e => e is Own)); // @output true
}
