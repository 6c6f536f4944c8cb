import ballerina/io;

type Small 1|2|3;

function kind(any|error v) returns string {
    if v is int {
        return "int " + (v + 1).toString();
    } else if v is string|boolean {
        return "string or boolean " + v.toString();
    } else if v is int[] {
        return "ints " + v.length().toString();
    } else if v is map<anydata> {
        return "map " + v.length().toString();
    } else if v is error {
        return "error " + v.message();
    } else if v is () {
        return "nil";
    } else if v !is float {
        return "not a float";
    }
    return "float";
}

public function main() {
    io:println(kind(4)); // @output int 5
    io:println(kind("s")); // @output string or boolean s
    io:println(kind(true)); // @output string or boolean true
    int[] ints = [1, 2];
    io:println(kind(ints)); // @output ints 2
    io:println(kind(<map<int>>{a: 1})); // @output map 1
    io:println(kind(error("e"))); // @output error e
    io:println(kind(())); // @output nil
    io:println(kind(1.5)); // @output float
    io:println(kind(1.5d)); // @output not a float
    any n = 2;
    io:println(n is Small, n is byte, n is int:Signed8, n is 3); // @output truetruetruefalse
    int|string|() u = n is int ? n : ();
    if u is int && u > 1 {
        io:println("big"); // @output big
    }
    string? name = ();
    io:println(name ?: "nobody"); // @output nobody
    int[] & readonly frozen = [1, 2];
    any f = frozen;
    io:println(f is readonly, f is int[] & readonly); // @output truetrue
}
