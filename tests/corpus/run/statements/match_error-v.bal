import ballerina/io;

type NotFound distinct error<record {|int code;|}>;

function describe(error e) returns string {
    match e {
        error NotFound(var message, code = 404) => {
            return "not found: " + message;
        }
        error("busy") => {
            return "busy";
        }
        error(var message, error(var cause)) => {
            return message + " because " + cause;
        }
        error(var message) => {
            return "some error: " + message;
        }
    }
}

public function main() {
    io:println(describe(error NotFound("page", code = 404))); // @output not found: page
    io:println(describe(error("busy"))); // @output busy
    io:println(describe(error("no reply", error("timeout")))); // @output no reply because timeout
    io:println(describe(error("x"))); // @output some error: x
}
