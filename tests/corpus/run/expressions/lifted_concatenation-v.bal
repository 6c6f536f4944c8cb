import ballerina/io;

function some(string? text) returns string? {
    io:print("<", text, ">");
    return text;
}

public function main() {
    string? a = "a";
    string? none = ();
    string? both = a + some("b");
    io:println(both); // @output <b>ab
    io:println(none + some("b") is ());
    // @output <b>true
    io:println(some(()) + some("b") + "c" is ());
    // @output <><b>true
    io:println("x" + some("y") + "z");
    // @output <y>xyz
    xml? item = xml `<i/>`;
    xml? noItem = ();
    xml? mixed = item + "text";
    io:println(mixed); // @output <i/>text
    io:println(a + item);
    // @output a<i/>
    io:println(noItem + item is ());
    // @output true
    xml|string:Char? either = item;
    io:println((item ?: xml ``) + (none ?: "-")); // @output <i/>-
    io:println(either); // @output <i/>
    int? n = 1;
    io:println(n + 1); // @output 2
}
