// The detail of an error has the type that the error's type says.
import ballerina/io;

type Failure distinct error<record {| int code; string[] places; |}>;

type Found record {|
    int x;
|};

function codeOf(Found|Failure result) returns int {
    if result is Failure {
        return result.detail().code;
    }
    return result.x;
}

public function main() {
    Failure failure = error("lost", code = 7, places = ["here"]);
    string place = failure.detail().places[0];
    io:println(codeOf(failure), " ", codeOf({x: 1}), " ", place); // @output 7 1 here
}
