// How channels and streams tell that they are at their end or closed, and how line breaks are read.
import ballerina/file;
import ballerina/io;

function tell(any|error value) {
    io:println(value is error ? value.message() : value);
}

public function main() returns error? {
    string folder = check file:createTempDir();
    string path = folder + "/lines.txt";
    check io:fileWriteString(path, "one\r\ntwo\rthree\n");
    check ofFiles(path);
    check ofBytes(path);
    check ofCharacters(path);
    check ofStreams(path);
    check ofRecords(path);
    check ofXml(path);
    check file:remove(folder, file:RECURSIVE);
}

function ofFiles(string path) returns error? {
    io:println(check io:fileReadLines(path)); // @output ["one","two","three"]
    io:println((check io:fileReadString(path)).toBalString()); // @output "one\ntwo\nthree"
    string[] lines = check from string line in check io:fileReadLinesAsStream(path) select line;
    io:println(lines); // @output ["one","two","three"]
    io:println((check io:fileReadBytes(path)).length()); // @output 15
}

// The first read at the end gives nothing, the next an error.
function ofBytes(string path) returns error? {
    io:ReadableByteChannel input = check io:openReadableFile(path);
    io:println((check input.read(0)).length()); // @output 15
    io:println(check input.read(4)); // @output []
    tell(input.read(4)); // @output EoF when reading from the channel
    check input.close();
    tell(input.close()); // @output Byte channel is already closed.
    tell(input.base64Encode()); // @output Channel is already closed.
    // What is written is there at once.
    io:WritableByteChannel output = check io:openWritableFile(path + ".new");
    io:println(check output.write([65, 66], 0)); // @output 2
    io:println(check io:fileReadString(path + ".new")); // @output AB
    check output.close();
    tell(output.close()); // @output Byte channel is already closed.
}

function ofCharacters(string path) returns error? {
    io:ReadableCharacterChannel input = new (check io:openReadableFile(path), "UTF-8");
    io:println((check input.read(100)).length()); // @output 15
    io:println((check input.read(1)).toBalString()); // @output ""
    tell(input.read(1)); // @output EoF when reading from the channel
    io:StringReader reader = new ("ab");
    io:println(check reader.readChar(5), "|", check reader.readChar(5)); // @output ab|
    tell(reader.readChar(5)); // @output EoF when reading from the channel
}

function ofStreams(string path) returns error? {
    stream<io:Block, io:Error?> blocks = check io:fileReadBlocksAsStream(path, 8);
    int[] sizes = check from io:Block block in blocks select block.length();
    io:println(sizes); // @output [8,7]
    io:println(blocks.next()); // @output
    blocks = check io:fileReadBlocksAsStream(path, 8);
    check blocks.close();
    tell(blocks.next()); // @output Stream closed
    stream<string, io:Error?> lines = check io:fileReadLinesAsStream(path);
    check lines.close();
    check lines.close();
    tell(lines.next()); // @output Stream closed
}

function ofRecords(string path) returns error? {
    io:ReadableTextRecordChannel input = new (new (check io:openReadableFile(path), "UTF-8"), ",", "\n");
    check input.close();
    tell(input.getNext()); // @output Record channel is already closed.
    tell(input.close()); // @output Record channel is already closed.
    io:WritableTextRecordChannel output = new (new (check io:openWritableFile(path), "UTF-8"), ",", "\n");
    check output.close();
    tell(output.write(["a"])); // @output Record channel is already closed.
}

// A document has no text around its root.
function ofXml(string path) returns error? {
    check io:fileWriteString(path, "\n<?xml version=\"1.0\"?>\n<!-- c -->\n<a>\n <b/></a>\n");
    xml document = check io:fileReadXml(path);
    io:println(document); // @output <!-- c --><a>
    // @output  <b/></a>
    check io:fileWriteXml(path, document.elements(), doctype = {system: "a.dtd"});
    io:println(check io:fileReadLines(path)); // @output ["<!DOCTYPE a SYSTEM \"a.dtd\">","<a>"," <b/></a>"]
    check io:fileWriteString(path, "{}");
    tell(io:fileReadXml(path));
    // @output failed to parse xml: Unexpected character '{' (code 123) in prolog; expected '<'
}
