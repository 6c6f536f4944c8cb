import ballerina/io;

xmlns "http://example.com/p" as p;
xmlns "http://example.com/d" as d;

// The attributes of an element declare the prefixes that it uses, wherever they have been declared before: taken
// out of its document, it keeps them.
public function main() returns error? {
    xml document = check xml:fromString(string
        `<p:a xmlns:p="http://example.com/p" xmlns:q="http://example.com/q"><p:b/><c p:k="1"/><e/></p:a>`);
    xml:Element b = check (document/<p:b>).ensureType();
    io:println(b.getAttributes()); // @output {"{http://www.w3.org/2000/xmlns/}p":"http://example.com/p"}
    io:println(b == check xml:fromString("<p:b xmlns:p='http://example.com/p'/>")); // @output true
    io:println(document/<c>); // @output <c xmlns:p="http://example.com/p" p:k="1"/>
    xml:Element e = check (document/<e>).ensureType();
    io:println(e.getAttributes()); // @output {}
    io:println(document);
    // @output <p:a xmlns:p="http://example.com/p" xmlns:q="http://example.com/q"><p:b/><c p:k="1"/><e/></p:a>
    xml template = xml `<r><p:s p:x="1"><p:t/></p:s></r>`;
    io:println(template); // @output <r><p:s xmlns:p="http://example.com/p" p:x="1"><p:t/></p:s></r>
    io:println(template/**/<p:t> == xml `<p:t/>`); // @output true
    // A default namespace is no prefix.
    xml plain = check xml:fromString("<f xmlns='http://example.com/d'><g/></f>");
    xml:Element g = check (plain/<d:g>).ensureType();
    io:println(g, g.getAttributes()); // @output <g xmlns="http://example.com/d"/>{}
}
