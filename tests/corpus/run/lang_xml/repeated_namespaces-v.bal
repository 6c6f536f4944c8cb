// A namespace that an element around declares is written once.

import ballerina/io;

xmlns "http://example.com/s" as s;

public function main() returns error? {
    xml:Element outer = xml `<s:all></s:all>`;
    xml inner = xml `<s:one n="1"/>`;
    outer.setChildren(inner);
    io:println(inner); // @output <s:one xmlns:s="http://example.com/s" n="1"/>
    io:println(outer); // @output <s:all xmlns:s="http://example.com/s"><s:one n="1"/></s:all>
    xml nested = check xml:fromString(
            string `<a xmlns:p="u" xmlns="d"><p:b xmlns:p="v"><p:c xmlns:p="u" xmlns="d"/></p:b><p:e xmlns:p="u"/></a>`);
    io:println(nested); // @output <a xmlns:p="u" xmlns="d"><p:b xmlns:p="v"><p:c xmlns:p="u"/></p:b><p:e/></a>
}
