import ballerina/io;
import ballerina/lang.'object as obj;
import demo.orders;
import wso2/storage.files as _;

// Declarations of a module, each with what it may carry.

# The greatest number of members.
# + since - not used
@deprecated
const int MAX_MEMBERS = 10;
public const NAME = "room";

type Id int|string;

public type Pair [int, string];

enum Color {
    RED,
    # The colour of leaves
    GREEN = "green",
    BLUE
}

public enum Level {
    LOW = "l",
    HIGH = "h"
};

listener obj:Listener first = new;
public listener obj:Listener second = check new (9090);
listener third = new obj:Listener();

int counter = 0;
final string greeting = "hello";
isolated map<int> scores = {};
configurable int port = ?;
configurable string host = "localhost";
public final readonly & int[] primes = [2, 3, 5];
var inferred = 1 + 2;
[int, string] [number, word] = [1, "one"];
string undecided;
function (int) returns int increment = x => x + 1;
isolated function () returns int constant = isolated function () returns int => 1;

xmlns "http://example.com/ns" as ns;
xmlns "http://example.com/default";

annotation plain;
public const annotation record {|string text;|} Note on source type, source service remote function, parameter;
annotation map<string> Tag on function, return, object field, record field, class, service;
const annotation Mark on source annotation, source external, source var, source const, source listener, source worker;

service on first {
}

service /chat/rooms on first, second {
    private int members = 0;

    resource function get .() returns string {
        return "none";
    }
}

@Tag {text: "quoted"}
isolated service obj:Service "topic" on first {
    remote function onEvent() {
    }
};

service / on third {
}

service class Worker {
}

public function main(string... args) returns error? {
    io:println(args);
}
