// A hyphen beside a set of characters stands for itself.
import ballerina/io;

public function main() {
    string:RegExp spaces = re `[\s-\w]+`;
    io:println(spaces, " ", spaces.isFullMatch("a b-c"), spaces.isFullMatch("a,b")); // @output [\s-\w]+ truefalse
    io:println(re `[\d-x]+`.isFullMatch("1-x"), re `[a-\d]+`.isFullMatch("a-7")); // @output truetrue
    io:println(re `[\p{Lu}-\-]`.isFullMatch("-"), re `[a-d\--]+`.isFullMatch("b--d")); // @output truetrue
    io:println(re `[a-c-\s]+`.isFullMatch("b- a"), re `[a-c]`.isFullMatch("-")); // @output truefalse
}
