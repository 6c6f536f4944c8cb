import ballerina/io;
import ballerina/lang.regexp;

function texts(regexp:Span[] spans) returns string[] => spans.map(span => span.substring());

function textOf(regexp:Span? span) returns string => span is () ? "none" : string `${span.startIndex}-${span.endIndex}:${span.substring()}`;

function show(regexp:Groups? groups) returns string {
    if groups is () {
        return "none";
    }
    return string:'join("|", ...from regexp:Span? span in groups select span is () ? "-" : span.substring());
}

// find, findAll, findGroups, findAllGroups, matchAt, matchGroupsAt, isFullMatch, fullMatchGroups
public function main() returns error? {
    string:RegExp word = re `[A-Z]\w+`;
    string text = "The Cat and Äpfel with 12 Dogs";
    regexp:Span? first = word.find(text);
    io:println(first is regexp:Span ? [first.startIndex, first.endIndex, first.substring()] : "none"); // @output [0,3,"The"]
    regexp:Span? second = word.find(text, 1);
    io:println(textOf(second), " ", textOf(word.find("none here"))); // @output 4-7:Cat none
    io:println(texts(word.findAll(text)), texts(word.findAll(text, 5)), texts(word.findAll(""))); // @output ["The","Cat","Dogs"]["Dogs"][]

    // Positions count code points.
    regexp:Span? dog = re `D`.find("é😀D");
    io:println(textOf(dog)); // @output 2-3:D

    string:RegExp pair = re `(\w)=(\d)?(;)?`;
    io:println(show(pair.findGroups("x a=1; b=")), " ", show(pair.findGroups("x a=1; b=", 5)), " ", show(pair.findGroups("abc"))); // @output a=1;|a|1|; b=|b|-|- none
    io:println(pair.findAllGroups("a=1;b=2").map(groups => show(groups))); // @output ["a=1;|a|1|;","b=2|b|2|-"]

    io:println(textOf(word.matchAt(text, 4)), " ", textOf(word.matchAt(text, 5)), " ", textOf(word.matchAt(text))); // @output 4-7:Cat none 0-3:The
    io:println(textOf((re `^a$`).matchAt("ba", 1)), " ", (re `^a`).find("ba", 1) is ()); // @output 1-2:a true
    io:println(show(pair.matchGroupsAt("a=1", 0)), show(pair.matchGroupsAt(" a=1", 0))); // @output a=1|a|1|-none
    io:println(word.isFullMatch("Dogs"), word.isFullMatch("Dogs!"), re `a|ab`.isFullMatch("ab"), re ``.isFullMatch("")); // @output truefalsetruetrue
    io:println(show(pair.fullMatchGroups("a=1;")), show(pair.fullMatchGroups("a=1;x"))); // @output a=1;|a|1|;none

    // replace, replaceAll, split
    io:println(re `\d+`.replace("a1b22", "#"), re `\d+`.replace("a1b22", "#", 2), re `\d+`.replaceAll("a1b22", "#"), re `\d`.replaceAll("a1b22", "#", 3)); // @output a#b22a1b#a#b#a1b##
    io:println(re `\w+`.replaceAll("ab cd", upper), re `x`.replaceAll("ab", upper), re `b`.replace("abc", upper)); // @output AB CDabaBc
    io:println(re `x*`.replaceAll("abc", "-"), re `$`.replaceAll("ab", "$1")); // @output -a-b-c-ab$1
    io:println(re `,`.split("a,b,,c"), re `,`.split(""), re `,`.split(",")); // @output ["a","b","","c"][""]["",""]

    // fromString
    string:RegExp made = check regexp:fromString("a+b");
    io:println(made.isFullMatch("aab"), regexp:fromString("a(") is error, regexp:fromString("*") is error); // @output truetruetrue

    // Flags, classes, properties, laziness
    io:println(re `(?i:abc)d`.isFullMatch("aBCd"), re `(?i:abc)d`.isFullMatch("abcD"), re `a.c`.isFullMatch("a\nc"), re `(?s:a.c)`.isFullMatch("a\nc")); // @output truefalsefalsetrue
    io:println(re `\p{Lu}\p{Ll}+`.isFullMatch("Äb"), re `[^a-c]+`.isFullMatch("xyz"), re `a{2,3}`.isFullMatch("aaaa"), textOf(re `<.+?>`.find("<a><b>"))); // @output truetruefalse0-3:<a>
    string inner = "b+";
    io:println(re `a${inner}c`.isFullMatch("abbc"), made.toString()); // @output truea+b
}

isolated function upper(regexp:Groups groups) returns string => groups[0].substring().toUpperAscii();
