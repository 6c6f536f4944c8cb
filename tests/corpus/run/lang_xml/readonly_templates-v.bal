// A template that is expected to be read-only makes read-only items.
import ballerina/io;

type Frozen readonly & xml;

type Items xml<readonly & (xml:Element|xml:Comment)>;

public function main() {
    xml inner = xml `<b/>`;
    Frozen whole = xml `<a>${inner}</a>`;
    any value = whole;
    io:println(whole, value is readonly, inner is readonly & xml); // @output <a><b/></a>truefalse
    Items items = xml `<a/><!--c-->`;
    value = items;
    io:println(items, value is Items, value is readonly); // @output <a/><!--c-->truetrue
    readonly & xml mixed = xml `text ${inner}`;
    value = mixed;
    io:println(mixed, value is readonly); // @output text <b/>true
    xml<xml:Element> open = xml `<a/>`;
    value = open;
    io:println(value is readonly); // @output false
    error? wrong = trap rename(whole);
    io:println(wrong is error ? wrong.message() : "?"); // @output {ballerina/lang.xml}InvalidUpdate
}

function rename(xml item) {
    if item is xml:Element {
        item.setName("z");
    }
}
