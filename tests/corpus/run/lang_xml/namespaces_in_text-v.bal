import ballerina/io;

xmlns "http://example.com/d" as d;
xmlns "http://example.com/p" as p;

// What is written can be read again as the same names: a namespace that nobody around declares becomes the
// default one, and a name without a namespace undeclares it.
function show(xml value) returns error? {
    string text = value.toString();
    io:println(text, " ", xml:fromString(text) == value);
}

public function main() returns error? {
    xml feed = check xml:fromString(string `<feed xmlns="http://example.com/d"><entry n="1"><title>a</title></entry></feed>`);
    xml entries = feed/<d:entry>;
    io:println(entries); // @output <entry xmlns="http://example.com/d" n="1"><title>a</title></entry>
    xml plain = xml `<plain><inner/></plain>`;
    xml within = check xml:fromString(string `<feed xmlns="http://example.com/d"/>`);
    (<xml:Element>within).setChildren(plain + entries);
    io:println(within);
    // @output <feed xmlns="http://example.com/d"><plain xmlns=""><inner/></plain><entry n="1"><title>a</title></entry></feed>
    io:println(xml:createElement("{http://example.com/d}made", {"k": "v"}));
    // @output <made xmlns="http://example.com/d" k="v"/>
    xml:Element attributes = xml:createElement("e", {"a": "1", "{http://example.com/p}b": "2"});
    io:println(attributes); // @output <e xmlns:ns1="http://example.com/p" a="1" ns1:b="2"/>
    xml:Element renamed = xml `<p:old k="1"/>`;
    renamed.setName("{http://example.com/other}new");
    io:println(renamed); // @output <new xmlns="http://example.com/other" xmlns:p="http://example.com/p" k="1"/>
    // A prefix that stands for something else by now is of no use.
    xml outer = check xml:fromString(string `<q:a xmlns:q="http://example.com/p"><q:b xmlns:q="http://example.com/d"/></q:a>`);
    xml:Element inner = <xml:Element>(outer/*);
    inner.setChildren(xml:createElement("{http://example.com/p}c"));
    io:println(outer);
    // @output <q:a xmlns:q="http://example.com/p"><q:b xmlns:q="http://example.com/d"><c xmlns="http://example.com/p"/></q:b></q:a>
    check show(xml `<p:r><p:s p:t="1" u="2"/><v/></p:r>`);
    // @output <p:r xmlns:p="http://example.com/p"><p:s p:t="1" u="2"/><v/></p:r> true
}
