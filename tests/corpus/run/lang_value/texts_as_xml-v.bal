// Texts become xml where xml is asked for.
import ballerina/io;

type Page record {|
    string title;
    xml body;
|};

public function main() returns error? {
    string text = "<a b=\"1\">x</a>";
    xml whole = check text.cloneWithType();
    io:println(whole is xml:Element, whole); // @output true<a b="1">x</a>
    xml:Element element = check text.cloneWithType();
    io:println(element.getName()); // @output a
    xml:Comment|error comment = text.cloneWithType();
    io:println(comment is error); // @output true
    xml plain = check "Hello".cloneWithType();
    io:println(plain is xml:Text); // @output true
    json page = {title: "T", body: "<p/>"};
    Page converted = check page.cloneWithType();
    io:println(converted.title, converted.body is xml:Element); // @output Ttrue
    converted = check page.fromJsonWithType();
    io:println(converted.body); // @output <p/>
    string|xml kept = check "<p/>".cloneWithType();
    io:println(kept is string); // @output true
}
