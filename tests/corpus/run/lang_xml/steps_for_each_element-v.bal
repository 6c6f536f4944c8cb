import ballerina/io;

public function main() {
    xml doc = xml `<a><b n="1"><t>1</t><t>2</t></b>text<b n="2"><t>3</t></b></a>`;
    io:println(doc/<b>/<t>[0]);             // @output <t>1</t><t>3</t>
    io:println(doc/<b>/<t>.get(0));         // @output <t>1</t><t>3</t>
    io:println(doc/<b>/*.slice(0, 1));      // @output <t>1</t><t>3</t>
    io:println((doc/*.elements()).length()); // @output 2
    io:println(doc/**/<t>.filter(t => t is xml:Element).<t>); // @output <t>1</t><t>2</t><t>3</t>
    int first = 0;
    io:println((doc/<b>/<t>.slice(first, first + 1)/*)); // @output 13
    xml none = xml ``;
    io:println((none/<b>.get(0)).length()); // @output 0
}
