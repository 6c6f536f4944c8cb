import ballerina/file;
import ballerina/io;

public function main() returns error? {
    string folder = check file:createTempDir();
    string path = folder + "/f";
    check bytes(path);
    check characters(path);
    check records(path);
    check data(path);
    check inMemory();
    check file:remove(folder, file:RECURSIVE);
}

function bytes(string path) returns error? {
    io:WritableByteChannel output = check io:openWritableFile(path);
    io:println(check output.write([1, 2, 3, 4], 1)); // @output 3
    check output.close();
    io:ReadableByteChannel input = check io:openReadableFile(path);
    io:println(check input.read(2)); // @output [2,3]
    io:println(check input.readAll()); // @output [4]
    byte[]|io:Error end = input.read(1);
    io:println(end is io:EofError); // @output true
    check input.close();
}

function characters(string path) returns error? {
    io:WritableCharacterChannel output = new (check io:openWritableFile(path), "UTF-8");
    check output.writeLine("größe");
    io:println(check output.write("abc", 1)); // @output 2
    check output.close();
    io:ReadableCharacterChannel input = new (check io:openReadableFile(path), "UTF-8");
    io:println(check input.read(3)); // @output grö
    io:println(check input.readAllLines()); // @output ["ße","bc"]
    check input.close();
    io:WritableCharacterChannel properties = new (check io:openWritableFile(path), "UTF-8");
    check properties.writeProperties({"key": "value", "other": "1"}, "comment");
    check properties.close();
    io:ReadableCharacterChannel again = new (check io:openReadableFile(path), "UTF-8");
    io:println(check again.readProperty("other", "none")); // @output 1
    check again.close();
}

function records(string path) returns error? {
    io:WritableCSVChannel output = check io:openWritableCsvFile(path);
    check output.write(["a", "b"]);
    check output.write(["1", "2"]);
    check output.close();
    io:ReadableCSVChannel input = check io:openReadableCsvFile(path);
    input.skipHeaders(1);
    while input.hasNext() {
        io:println(check input.getNext()); // @output ["1","2"]
    }
    check input.close();
}

function data(string path) returns error? {
    io:WritableDataChannel output = new (check io:openWritableFile(path), io:BIG_ENDIAN);
    check output.writeInt16(-2);
    check output.writeInt32(70000);
    check output.writeInt64(-1);
    check output.writeFloat64(1.5);
    check output.writeBool(true);
    check output.writeString("héllo", "UTF-8");
    check output.close();
    io:println((check io:fileReadBytes(path)).slice(0, 6)); // @output [255,254,0,1,17,112]
    io:ReadableDataChannel input = new (check io:openReadableFile(path), io:BIG_ENDIAN);
    io:println(check input.readInt16()); // @output -2
    io:println(check input.readInt32()); // @output 70000
    io:println(check input.readInt64()); // @output -1
    io:println(check input.readFloat64()); // @output 1.5
    io:println(check input.readBool()); // @output true
    io:println(check input.readString(6, "UTF-8")); // @output héllo
    check input.close();
}

function inMemory() returns error? {
    io:ReadableByteChannel input = check io:createReadableChannel("hi".toBytes());
    io:ReadableByteChannel encoded = check input.base64Encode();
    io:println(check string:fromBytes(check encoded.readAll())); // @output aGk=
    io:StringReader reader = new ("{\"a\": 1}");
    io:println(check reader.readJson()); // @output {"a":1}
}
