import ballerina/io;

// indexOf, lastIndexOf, includes, startsWith, endsWith, matches, includesMatch
public function main() {
    string text = "éabcabc";
    io:println(text.indexOf("abc"), text.indexOf("abc", 2), text.indexOf("abc", 5) is (), text.indexOf("x") is ()); // @output 14truetrue
    io:println(text.indexOf(""), text.indexOf("", 7), text.indexOf("é"), "😀a".indexOf("a")); // @output 0701
    io:println(text.lastIndexOf("abc"), text.lastIndexOf("abc", 3), text.lastIndexOf("é"), text.lastIndexOf("x") is ()); // @output 410true
    io:println(text.lastIndexOf(""), text.lastIndexOf("abc", 0) is ()); // @output 7true
    io:println(text.includes("bca"), text.includes("x"), text.includes("é", 1), text.includes("")); // @output truefalsefalsetrue
    io:println(text.startsWith("éa"), text.startsWith("a"), text.startsWith(""), "".startsWith("a")); // @output truefalsetruefalse
    io:println(text.endsWith("bc"), text.endsWith("ab"), text.endsWith(""), "é".endsWith("é")); // @output truefalsetruetrue
    io:println(text.matches(re `é[abc]+`), text.matches(re `[abc]+`), "".matches(re `a*`)); // @output truefalsetrue
    io:println(text.includesMatch(re `c.b`), text.includesMatch(re `^a`), text.includesMatch(re `é`, 1)); // @output truefalsefalse
}
