import ballerina/io;
import ballerina/lang.regexp;

public function main() returns error? {
    string:RegExp word = re `[a-z]+`;
    io:println(word.isFullMatch("hello"), " ", word.isFullMatch("hello!")); // @output true false
    regexp:Span? found = word.find("12 abc 34 def");
    if found is regexp:Span {
        io:println(found.startIndex, " ", found.endIndex, " ", found.substring()); // @output 3 6 abc
    }
    regexp:Span[] all = word.findAll("ab 1 cd 2 ef");
    io:println(all.map(s => s.substring())); // @output ["ab","cd","ef"]
    io:println(word.find("12 ab", 5) is ()); // @output true
    string:RegExp date = re `(\d{4})-(\d{2})(-(\d{2}))?`;
    regexp:Groups? groups = date.findGroups("on 2024-05-17 or 2023-01");
    if groups is regexp:Groups {
        regexp:Span? year = groups[1];
        io:println(groups.length(), " ", groups[0].substring(), " ", year is regexp:Span ? year.substring() : ""); // @output 5 2024-05-17 2024
    }
    regexp:Groups[] every = date.findAllGroups("2024-05-17 2023-01");
    io:println(every.length()); // @output 2
    regexp:Groups? full = date.fullMatchGroups("2023-01");
    io:println(full is regexp:Groups ? full[3] is () : false); // @output true
    io:println(re `\s+`.replaceAll("a  b   c", "_")); // @output a_b_c
    io:println(re `o`.replace("foo boo", "0")); // @output f0o boo
    io:println(re `(\w)(\w)`.replaceAll("abcd", swap)); // @output badc
    io:println(re `,\s*`.split("a, b,c,   d")); // @output ["a","b","c","d"]
    io:println("a1b22".includesMatch(re `\d{2}`), " ", "x-y".matches(re `x.y`)); // @output true true
    string part = "b+";
    string:RegExp built = re `a(${part})c`;
    io:println(built, " ", built.isFullMatch("abbc"), " ", built.isFullMatch("ab+c")); // @output a(b+)c true false
    io:println(re `^(?i:ABC)$`.isFullMatch("abc"), " ", re `\p{Lu}\p{Ll}+`.isFullMatch("Été")); // @output true true
    string:RegExp parsed = check regexp:fromString("x{2,3}");
    io:println(parsed.isFullMatch("xx"), parsed.isFullMatch("xxxx")); // @output truefalse
    string:RegExp|error broken = regexp:fromString("a(");
    io:println(broken is error); // @output true
    regexp:Span? at = word.matchAt("12ab", 2);
    io:println(at is regexp:Span ? at.substring() : "none"); // @output ab
    io:println(re `(a*)*b`.isFullMatch("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac")); // @output false
    io:println(re `.`.findAll("héé").length()); // @output 3
    regexp:Span? last = re `é`.find("héé", 2);
    io:println(last is regexp:Span ? last.startIndex : -1); // @output 2
}

isolated function swap(regexp:Groups groups) returns string {
    regexp:Span? a = groups[1];
    regexp:Span? b = groups[2];
    return (b is regexp:Span ? b.substring() : "") + (a is regexp:Span ? a.substring() : "");
}
