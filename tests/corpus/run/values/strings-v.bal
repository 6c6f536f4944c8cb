import ballerina/io;

public function main() {
    string s = "Hello, wörld 😀";
    io:println(s.length(), s[7], s[8], s[13]); // @output 14wö😀
    io:println(s.substring(7), s.substring(0, 5)); // @output wörld 😀Hello
    io:println(s.toUpperAscii(), s.toLowerAscii()); // @output HELLO, WöRLD 😀hello, wörld 😀
    io:println(s.indexOf("w"), s.indexOf("zz") is (), s.includes("ell")); // @output 7truetrue
    io:println("  trim ".trim(), "|", "a" + "b"); // @output trim|ab
    io:println("abc" < "abd", "a" < "B", "" < "a"); // @output truefalsetrue
    int n = 3;
    float f = 0.5;
    string t = string `n=${n} f=${f} s=${s[0]} ${"nested " + string `${n + 1}`}`;
    io:println(t); // @output n=3 f=0.5 s=H nested 4
    io:println("\t|\\|\"|\u{41}"); // @output 	|\|"|A
    io:println(string:'join("-", "a", "b", "c")); // @output a-b-c
    io:println("x".toBytes(), "a,b".startsWith("a"), "a,b".endsWith("a")); // @output [120]truefalse
    io:println("ab".toCodePointInts(), check0("é")); // @output [97,98]233
    string:Char c = "q";
    io:println(c.toCodePointInt(), "z".padStart(3), "7".padZero(3)); // @output 113  z007
    string acc = "";
    foreach int i in 0 ..< 5 {
        acc += i.toString();
    }
    io:println(acc); // @output 01234
}

function check0(string:Char c) returns int => c.toCodePointInt();
