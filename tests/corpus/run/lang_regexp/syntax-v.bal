// What the grammar of regular expressions knows, and what it does not.
import ballerina/io;
import ballerina/lang.regexp;

public function main() {
    // Line ends and white space are those of the language.
    io:println(re `.`.isFullMatch("\n"), re `.`.isFullMatch("\r"), re `(?s:.)`.isFullMatch("\r"), re `(?s:a(?-s:.))`.isFullMatch("a\n")); // @output falsefalsetruefalse
    io:println(re `\s+`.isFullMatch(" \t\r\n"), re `\s`.isFullMatch("\u{c}"), re `[\s]`.isFullMatch("\u{b}"), re `[a\S]+`.isFullMatch("ab\u{c}")); // @output truefalsefalsetrue
    // The flag x ignores white space and comments, but not within a set.
    regexp:RegExp|error commented = regexp:fromString("(?x: a b # a comment\n [ c]+ d)");
    io:println(commented is error ? commented.detail() : commented.isFullMatch("abc cd")); // @output true
    io:println(re `(?x:a b)c d`.isFullMatch("abc d"), re `(?xi: A (?-i: b ))`.isFullMatch("ab"), re `(?x:[a b]+)`.isFullMatch("a b")); // @output truetruetrue
    io:println(re `[[:alph]+`.isFullMatch("a:["), re `[\[\]\-]+`.isFullMatch("[-]"), re `[^]`.isFullMatch("x")); // @output truetruetrue
    foreach string text in ["\\d", "(?i:a)", "(?mx:a)", "\\p{gc=Lu}", "\\p{sc=Greek}", "\\u{41}", "a{2}", "[]", "\\^\\$\\."] {
        io:print(regexp:fromString(text) is error ? "no " : "yes ");
    }
    io:println(); // @output yes yes yes yes yes yes yes yes yes 
    foreach string text in ["\\q", "\\b", "\\A", "\\Qa\\E", "\\x41", "(?i)a", "(?i-i:a)", "(?P<n>a)", "(?=a)", "(?i", "\\p{Greek}",
            "\\pL", "\\u41", "\\u{110000}", "[a", "a\\", "[b-a]", "(a", "a)", "*", "(?z:a)"] {
        io:print(regexp:fromString(text) is error ? "no " : "yes ");
    }
    io:println(); // @output no no no no no no no no no no no no no no no no no no no no no 
}
