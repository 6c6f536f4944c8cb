import ballerina/io;

public function main() {
    string[] parts = [];
    foreach int i in 0 ..< 1000000 {
        parts.push("abc");
    }
    string text = string:'join("", ...parts);
    io:println(text.length());
}
