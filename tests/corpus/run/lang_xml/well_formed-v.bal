// What XML 1.0 does not allow is an error; what it normalizes is normalized, and written so that it comes back.
import ballerina/io;

function parsed(string text) returns string {
    xml|error result = xml:fromString(text);
    return result is error ? "no" : result.toString();
}

public function main() {
    foreach string text in ["<1a/>", "<-a/>", "<a>]]></a>", "<!-- a -- b -->", "<!-- a --->", "<a>&#1;</a>", "<a>&#12x;</a>", "<a>&#x;</a>"] {
        io:print(parsed(text), " ");
    }
    io:println(); // @output no no no no no no no no 
    io:println(parsed("<_a-1.b/><é/>"), parsed("<!----><!-- a - b -->")); // @output <_a-1.b/><é/><!----><!-- a - b -->
    io:println(parsed("<a b='x\ty\r\nz'/>")); // @output <a b="x y z"/>
    io:println(parsed("<a b='&#xA;&#9;'>&#13;]] ></a>")); // @output <a b="&#xA;&#x9;">&#xD;]] &gt;</a>
    string lines = "one\ntwo";
    xml x = xml `<a b="${lines}">${lines}</a>`;
    io:println(x == checkpanic xml:fromString(x.toString()), x.data().length()); // @output true7
    io:println(xml:createText("") is xml<never>, xml:createText("") == xml ``, (xml `<a/>`).text() === xml ``); // @output truetruetrue
}
