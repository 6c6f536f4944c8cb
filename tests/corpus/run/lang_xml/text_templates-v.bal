import ballerina/io;

public function main() {
    string name = "Ada";
    int year = 1815;
    xml:Text born = xml `${name}, born in ${year}`;
    xml:Text raw = xml `<![CDATA[a < b]]>`;
    xml:Text both = xml `x = <![CDATA[${name}]]> &amp; more`;
    xml:Text empty = xml `${""}`;
    io:println(born, "|", raw, "|", both, "|", empty.length());
    // @output Ada, born in 1815|a &lt; b|x = Ada &amp; more|0
    xml element = xml `<b/>`;
    xml mixed = xml `text ${element}`;
    io:println(mixed.length()); // @output 2
}
