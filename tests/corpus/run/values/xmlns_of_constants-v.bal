// The URI of a namespace may be a constant, also one that is declared later or in a library.
import ballerina/io;

xmlns URI as a;
xmlns xml:XMLNS_NAMESPACE_URI as b;

const URI = BASE + "a";
const string BASE = "http://example.com/";

final string early = a:item;

type Row record {|
    string name = a:row;
|};

// A prefix is not in the way of other names.
type a1 int;

public function main() {
    io:println(early, " ", b:p); // @output {http://example.com/a}item {http://www.w3.org/2000/xmlns/}p
    Row row = {};
    io:println(row.name); // @output {http://example.com/a}row
    io:println(xml `<a:x><a:y/></a:x>`); // @output <a:x xmlns:a="http://example.com/a"><a:y/></a:x>
    xmlns URI as c;
    io:println(c:z, xml `<c:v/>`); // @output {http://example.com/a}z<c:v xmlns:c="http://example.com/a"/>
    xml lists = xml `<l><m>1</m><n xmlns="http://example.com/">2</n></l>`;
    io:println(lists/<m>, lists/<n>); // @output <m>1</m>
    {
        xmlns BASE;
        io:println(lists/<m>, lists/<n>, lists.<l>, lists/<*>.<n>);
        // @output <n xmlns="http://example.com/">2</n><n xmlns="http://example.com/">2</n>
    }
    io:println(lists/<m>); // @output <m>1</m>
}
