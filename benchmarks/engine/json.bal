import ballerina/io;
import ballerina/lang.value;

function items(int count) returns json[] {
    json[] list = [];
    foreach int i in 0 ..< count {
        list.push({
            id: i,
            name: "item " + i.toString(),
            active: i % 2 == 0,
            note: "a \"quoted\" word\nand another line",
            tags: ["red", "green", "blue"],
            size: {width: i % 100, height: i % 77}
        });
    }
    return list;
}

public function main() returns error? {
    string text = items(65000).toJsonString();
    json parsed = check value:fromJsonString(text);
    string again = parsed.toJsonString();
    io:println(text == again, " ", (<json[]>parsed).length());
}
