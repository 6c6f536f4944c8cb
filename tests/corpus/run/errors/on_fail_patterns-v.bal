import ballerina/io;

type Refusal error<record {|int code; string reason;|}>;

// What a pattern binds has the type that the failures give it, whatever wider type is written.
public function main() {
    int code = 0;
    string reason = "";
    do {
        fail error Refusal("refused", code = 20, reason = "full");
    } on fail error error(message, code = theCode, reason = theReason) {
        code = theCode;
        reason = theReason;
        io:println(message); // @output refused
    }
    io:println(code, reason); // @output 20full
    lock {
        fail error Refusal("refused again", code = 21, reason = "closed");
    } on fail error<record {int|string code;}> error(code = theCode) {
        code = theCode;
    }
    io:println(code); // @output 21
}
