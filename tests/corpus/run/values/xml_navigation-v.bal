import ballerina/io;

xmlns "http://example.com/shop" as s;

public function main() returns error? {
    xml book = xml `<book id="1"><title>One</title><!--note--><author age="40">Ann</author>tail<?go now?></book>`;
    io:println(book.length()); // @output 1
    io:println(book/<title>); // @output <title>One</title>
    io:println((book/<title>).data()); // @output One
    io:println(book/*); // @output <title>One</title><!--note--><author age="40">Ann</author>tail<?go now?>
    io:println((book/*).length()); // @output 5
    io:println((book/*).elements()); // @output <title>One</title><author age="40">Ann</author>
    io:println(book/<author>[0]); // @output <author age="40">Ann</author>
    string id = check book.id;
    io:println(id); // @output 1
    string? none = check book?.missing;
    io:println(none is ()); // @output true
    string|error bad = book.missing;
    io:println(bad is error); // @output true
    xml list = xml `<a n="1">x</a><b>y</b><a>z</a>`;
    io:println(list.<a>); // @output <a n="1">x</a><a>z</a>
    io:println(list.<a|b>.length()); // @output 3
    io:println(list.<*>); // @output <a n="1">x</a><b>y</b><a>z</a>
    io:println(list[1]); // @output <b>y</b>
    io:println(list.get(0)); // @output <a n="1">x</a>
    xml deep = xml `<r><p><q>1</q></p><q>2</q></r>`;
    io:println(deep/**/<q>); // @output <q>1</q><q>2</q>
    io:println(deep/<p>/<q>); // @output <q>1</q>
    foreach xml item in list {
        io:print(item is xml:Element ? item.getName() : "?", ";");
    }
    io:println(); // @output a;b;a;
    xml ns = xml `<s:item s:price="5"><s:name>pen</s:name></s:item>`;
    io:println(ns); // @output <s:item xmlns:s="http://example.com/shop" s:price="5"><s:name>pen</s:name></s:item>
    string price = check ns.s:price;
    io:println(price); // @output 5
    io:println(ns/<s:name>); // @output <s:name xmlns:s="http://example.com/shop">pen</s:name>
    xml:Element e = <xml:Element>ns;
    io:println(e.getName()); // @output {http://example.com/shop}item
    xmlns "http://example.com/other" as o;
    xml other = xml `<o:x/>`;
    io:println(other); // @output <o:x xmlns:o="http://example.com/other"/>
    int n = 3;
    string text = "a<b&c";
    xml built = xml `<t v="${n}" w='${text}'>${text}${book/<title>}${n + 1}</t>`;
    io:println(built); // @output <t v="3" w="a&lt;b&amp;c">a&lt;b&amp;c<title>One</title>4</t>
    xml joined = xml `<a/>` + xml `text` + "more" + xml `<b/>`;
    io:println(joined, " ", joined.length()); // @output <a/>textmore<b/> 3
    xml:Text t = xml `just text`;
    io:println(t is xml<xml:Text>, " ", xml `` is xml<never>); // @output true true
    io:println(xml:concat(xml `<x/>`, "y", xml `<z/>`)); // @output <x/>y<z/>
    xml:Element made = xml:createElement("el", {"k": "v"}, xml `in`);
    io:println(made); // @output <el k="v">in</el>
    made.setChildren(xml `<new/>`);
    map<string> attributes = made.getAttributes();
    attributes["k2"] = "v2";
    made.setName("renamed");
    io:println(made); // @output <renamed k="v" k2="v2"><new/></renamed>
    io:println(list.map(x => xml `<w>${x}</w>`)); // @output <w><a n="1">x</a></w><w><b>y</b></w><w><a>z</a></w>
    io:println(list.filter(x => (x is xml:Element) && x.getName() == "b")); // @output <b>y</b>
    xml parsed = check xml:fromString("<p q='1'>&lt;&#65;<![CDATA[<raw>]]></p>");
    io:println(parsed); // @output <p q="1">&lt;A&lt;raw&gt;</p>
    xml|error broken = xml:fromString("<p>");
    io:println(broken is error); // @output true
    io:println(xml `<a/>` == xml `<a></a>`, " ", xml `<a b="1" c="2"/>` == xml `<a c="2" b="1"/>`); // @output true true
    xml:Comment c = xml `<!-- hi -->`;
    xml:ProcessingInstruction pi = xml `<?target data?>`;
    io:println(c.getContent(), "|", pi.getTarget(), "|", pi.getContent()); // @output  hi |target|data
    io:println((book/<title>/*).toString() + "!"); // @output One!
    io:println(deep.elementChildren("q"), " ", deep.children().length()); // @output <q>2</q> 2
    io:println(xml `<a>  <b/> </a>`.strip()); // @output <a>  <b/> </a>
    io:println(list.slice(1), " ", list.slice(0, 1)); // @output <b>y</b><a>z</a> <a n="1">x</a>
}
