import ballerina/io;

public function main() returns error? {
    var three = base16 `0A ff 10`;
    any value = three;
    io:println(three, " ", value is byte[3], " ", value is byte[4]); // @output [10,255,16] true false
    byte[] open = base64 `aGVsbG8=`;
    open[0] = 72;
    io:println(check string:fromBytes(open)); // @output Hello
    readonly & byte[] frozen = base16 `00`;
    io:println(frozen is readonly, " ", frozen); // @output true [0]
}
