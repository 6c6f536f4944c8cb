// A remote method may have the name of another method; the arrow calls the one, the dot the other.
import ballerina/io;

client class Door {
    private int calls = 0;

    remote function open(string who) returns string {
        self.calls += 1;
        return string `opened for ${who}`;
    }

    function open(string who) returns string {
        self.calls += 10;
        return string `${who} may open it`;
    }

    function count() returns int {
        string _ = self.open("self");
        return self.calls;
    }
}

type Opening client object {
    remote function open(string who) returns string;
    function open(string who) returns string;
};

public function main() returns error? {
    Door door = new;
    string text = door->open("Ann");
    io:println(text); // @output opened for Ann
    io:println(door.open("Ann")); // @output Ann may open it
    Opening opening = door;
    text = opening->open("Bob");
    io:println(text, ", ", opening.open("Bob")); // @output opened for Bob, Bob may open it
    future<string> remoteCall = start opening->open("Cid");
    future<string> plainCall = start opening.open("Cid");
    string first = check wait remoteCall;
    string second = check wait plainCall;
    io:println(first, ", ", second); // @output opened for Cid, Cid may open it
    io:println(door.count()); // @output 43
}
