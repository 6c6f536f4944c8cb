import ballerina/io;

type Problem error<record {|int code; string note?;|}>;

type Lost distinct error;

type LostKey distinct Lost;

public function main() {
    error plain = error("plain");
    io:println(plain.message(), plain.detail()); // @output plain{}
    Problem p = error("problem", code = 5);
    io:println(p.detail().code); // @output 5
    error wrapped = error("wrapped", p, extra = "x");
    io:println(wrapped); // @output error("wrapped",error("problem",code=5),extra="x")
    LostKey key = error("no key");
    error e = key;
    io:println(e is Lost, e is LostKey, plain is Lost); // @output truetruefalse
    error? cause = wrapped.cause();
    io:println(cause === p); // @output true
    Lost lost = error Lost("gone", where = "here");
    io:println(lost.detail()); // @output {"where":"here"}
}
