import ballerina/io;

// codePointCompare, toLowerAscii, toUpperAscii, equalsIgnoreCaseAscii, trim, padStart, padEnd, padZero
public function main() {
    io:println("a".codePointCompare("b"), "b".codePointCompare("a"), "a".codePointCompare("a")); // @output -110
    io:println("a".codePointCompare("aa"), "Z".codePointCompare("a"), "😀".codePointCompare("\u{FFFD}"), "".codePointCompare("")); // @output -1-110
    io:println("aBc É".toLowerAscii(), "aBc é".toUpperAscii()); // @output abc ÉABC é
    io:println("AbC".equalsIgnoreCaseAscii("aBc"), "É".equalsIgnoreCaseAscii("é"), "a".equalsIgnoreCaseAscii("ab")); // @output truefalsefalse
    io:println("<", "  a b\t\r\n".trim(), "><", " \n".trim(), "><", "\u{A0}x".trim().length(), ">"); // @output <a b><><2>
    io:println("abc".padStart(5), "|", "abc".padStart(5, "#"), "|", "abc".padStart(2), "|", "é".padStart(3, "😀")); // @output   abc|##abc|abc|😀😀é
    io:println("abc".padEnd(5), "|", "abc".padEnd(5, "#"), "|", "abc".padEnd(-1), "|", "".padEnd(2, "-")); // @output abc  |abc##|abc|--
    io:println("123".padZero(5), " ", "-12".padZero(5), " ", "+1".padZero(4, "#"), " ", "12345".padZero(2), " ", "".padZero(2)); // @output 00123 -0012 +##1 12345 00
}
