import ballerina/io;

const LIMIT = 2.1d;

// What `typeof` says of a simple value is the type of that value alone.
public function main() {
    string text = "a b";
    io:println(typeof text, "; ", typeof LIMIT, "; ", typeof 2.5d); // @output typedesc a b; typedesc 2.1; typedesc 2.5
    io:println(typeof 1, "; ", typeof 1.5, "; ", typeof true, "; ", typeof ()); // @output typedesc 1; typedesc 1.5; typedesc true; typedesc ()
}
