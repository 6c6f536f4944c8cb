import ballerina/io;

// The name of a namespace may have a brace in it.
public function main() returns error? {
    xml element = check xml:fromString("<a xmlns:n='}' n:b='1' xmlns:m='x}y'><m:c/></a>");
    io:println(element); // @output <a xmlns:n="}" n:b="1" xmlns:m="x}y"><m:c/></a>
    xml again = check xml:fromString(element.toString());
    io:println(again == element); // @output true
}
