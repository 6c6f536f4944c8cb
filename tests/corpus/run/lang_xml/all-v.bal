import ballerina/io;
import ballerina/lang.'xml as lxml;

xmlns "http://example.com/m" as m;

public function main() returns error? {
    xml items = xml `<a x="1">one</a><!--note--><?go on?>text<b/>`;
    // length, get, iterator, slice, concat
    io:println(items.length(), (xml ``).length(), xml:concat(xml `<a/>`, "t", xml ``, xml `<b/>`)); // @output 50<a/>t<b/>
    io:println(items.get(0), items.get(3), items.slice(1, 3), items.slice(4)); // @output <a x="1">one</a>text<!--note--><?go on?><b/>
    var iterator = items.iterator();
    io:println(iterator.next()?.value, iterator.next()?.value); // @output <a x="1">one</a><!--note-->

    // getName, setName, getAttributes, getChildren, setChildren, getDescendants, data
    xml:Element element = xml `<book id="7"><title>Emma</title><by><first>Jane</first></by></book>`;
    io:println(element.getName(), element.getAttributes(), element.getChildren()); // @output book{"id":"7"}<title>Emma</title><by><first>Jane</first></by>
    io:println(element.getDescendants()); // @output <title>Emma</title>Emma<by><first>Jane</first></by><first>Jane</first>Jane
    io:println(element.data(), items.data(), (xml `<!--c-->`).data() == ""); // @output EmmaJaneonetexttrue
    element.setName("volume");
    map<string> attributes = element.getAttributes();
    attributes["lang"] = "en";
    element.setChildren(xml `<x/>`);
    io:println(element); // @output <volume id="7" lang="en"><x/></volume>
    element.setChildren("a < b");
    io:println(element); // @output <volume id="7" lang="en">a &lt; b</volume>

    // getTarget, getContent
    xml:ProcessingInstruction instruction = xml `<?go on now?>`;
    xml:Comment comment = xml `<!--note-->`;
    io:println(instruction.getTarget(), "|", instruction.getContent(), "|", comment.getContent()); // @output go|on now|note

    // createElement, createProcessingInstruction, createComment, createText
    io:println(lxml:createElement("e"), lxml:createElement("e", {a: "\"1\""}, xml `<c/>`)); // @output <e/><e a="&quot;1&quot;"><c/></e>
    io:println(xml:createProcessingInstruction("t", "c"), xml:createComment("c"), xml:createText("a<b>&c")); // @output <?t c?><!--c-->a&lt;b&gt;&amp;c

    // strip, elements, children, elementChildren, text
    xml mixed = xml `<p> <a>1</a> <!--c--><b>2</b><a>3</a> </p>`;
    io:println(mixed.children().strip()); // @output <a>1</a><b>2</b><a>3</a>
    io:println(items.elements(), items.elements("b"), items.elements("none").length()); // @output <a x="1">one</a><b/><b/>0
    io:println(mixed.children().length(), mixed.elementChildren(), mixed.elementChildren("a")); // @output 7<a>1</a><b>2</b><a>3</a><a>1</a><a>3</a>
    io:println(items.text(), (xml `<a/>`).text().length()); // @output text0

    // map, forEach, filter
    io:println((xml `<a/><b/>`).map(function(xml item) returns xml => xml `<w>${item}</w>`)); // @output <w><a/></w><w><b/></w>
    items.forEach(function(xml item) {
        io:print(item is xml:Element ? "E" : item is xml:Text ? "T" : item is xml:Comment ? "C" : "P");
    });
    io:println(items.filter(item => item is xml:Element)); // @output ECPTE<a x="1">one</a><b/>

    // fromString
    io:println(check xml:fromString("<r><c/>&amp;</r>"), check xml:fromString("plain"), check xml:fromString("<a/><b/>")); // @output <r><c/>&amp;</r>plain<a/><b/>
    foreach string text in ["<a>", "<a></b>", "<a x=1/>", "a & b", "<a x='1' x='2'/>"] {
        io:print(xml:fromString(text) is error, " ");
    }
    io:println(); // @output true true true true true

    // Namespaces
    xmlns "http://example.com/n" as n;
    xml:Element named = xml `<n:e n:a="1"/>`;
    io:println(named.getName(), named.getAttributes()["{http://example.com/n}a"]); // @output {http://example.com/n}e1
    string full = n:e;
    io:println(full, " ", m:e, " ", named); // @output {http://example.com/n}e {http://example.com/m}e <n:e xmlns:n="http://example.com/n" n:a="1"/>
    io:println(xml `<m:x><m:y/></m:x>`); // @output <m:x xmlns:m="http://example.com/m"><m:y/></m:x>
    io:println(lxml:XML_NAMESPACE_URI, " ", lxml:lang); // @output http://www.w3.org/XML/1998/namespace {http://www.w3.org/XML/1998/namespace}lang
}
