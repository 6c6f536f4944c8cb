// A field of a union of open records: what the records that declare it say, and nil for the others.
import ballerina/io;

type Success record {
    string data;
    int[] places?;
};

type Failure record {
    string reason;
};

type Answer Success|Failure;

function show(Answer answer) {
    string? data = answer?.data;
    string? reason = answer?.reason;
    int? first = answer?.places is int[] ? (answer?.places ?: [])[0] : ();
    io:println(data, " ", reason, " ", first);
}

public function main() {
    show({data: "x", places: [7]}); // @output x  7
    show({reason: "late"}); // @output  late 
    Failure odd = {reason: "odd", "data": 5};
    Answer answer = odd;
    string?|error data = trap answer?.data;
    io:println(data is error ? data.message() : data); // @output {ballerina}TypeCastError
}
