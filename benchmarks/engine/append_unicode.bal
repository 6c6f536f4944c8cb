import ballerina/io;

public function main() {
    int length = 0;
    foreach int round in 0 ..< 5 {
        string text = "";
        foreach int i in 0 ..< 20000 {
            text = text + "äß€";
        }
        length += text.length();
    }
    io:println(length);
}
