import ballerina/io;

type Detail record {|
    int code;
    string[] tags = ["none"];
|};

type Failure error<Detail>;
type Special distinct Failure;

function special(int code) returns error => error Special("special", error("cause", depth = 2), code = code);

// message, cause, detail, stackTrace, toString, toBalString
public function main() {
    error plain = error("plain");
    io:println(plain.message(), plain.cause() is (), plain.detail()); // @output plaintrue{}
    error failure = special(7);
    error? cause = failure.cause();
    io:println(failure.message(), " ", cause is error ? cause.message() : "", " ", failure.detail()); // @output special cause {"code":7,"tags":["none"]}
    if failure is Special {
        Detail & readonly detail = failure.detail();
        io:println(detail.code, detail is readonly, failure is Failure); // @output 7truetrue
    }
    io:println(plain.toString(), " ", plain.toBalString()); // @output error("plain") error("plain")
    io:println(cause is error ? cause.toString() : ""); // @output error("cause",depth=2)
    io:println(failure.toString()); // @output error Special ("special",error("cause",depth=2),code=7,tags=["none"])

    error:StackFrame[] frames = failure.stackTrace();
    io:println(frames.length()); // @output 2
    io:println(frames[0].toString()); // @output callableName: special  fileName: all-v.bal lineNumber: 11
    io:println(frames[1].toString()); // @output callableName: main  fileName: all-v.bal lineNumber: 17

    error:DefaultRetryManager manager = new (1);
    error:Retriable again = error error:Retriable("again");
    io:println(manager.shouldRetry(again), manager.shouldRetry(again), manager.shouldRetry(plain)); // @output truefalsefalse
}
