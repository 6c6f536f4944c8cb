// A type that is not there is told once, not again wherever it is used.
import ballerina/http;

client class Client {
    private final http:Caller http; // @error UnknownMemberOfModule

    function init(string url) returns error? {
        self.http = check new (url);
    }

    resource function get [string path]() returns string|error {
        return check self.http->/[path];
    }
}

public function main() returns error? {
    Client own = check new ("localhost:9090");
    string _ = check own->/["albums"];
    http:Caller caller = check new ("localhost:9090"); // @error UnknownMemberOfModule
    string _ = check caller->/albums;
    caller.close();
}
