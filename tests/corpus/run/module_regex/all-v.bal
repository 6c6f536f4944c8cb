import ballerina/io;
import ballerina/regex;

public function main() {
    io:println(regex:matches("Ballerina is great", "Ba[a-z ]+"), regex:matches("xBa", "Ba")); // @output truefalse
    io:println(regex:replaceAll("Ballerina is  great", "\\s+", "_")); // @output Ballerina_is_great
    io:println(regex:replace("a b c", " ", "-"), " ", regex:replace("a b c", " ", "-", 2)); // @output a-b c a b-c
    io:println(regex:replaceAll("a1b22", "[0-9]+", isolated function(regex:Match m) returns string => "<" + m.matched + ">"));
    // @output a<1>b<22>
    io:println(regex:split("a,b,,c,,", ",")); // @output ["a","b","","c"]
    io:println(regex:split("abc", ""), regex:split("abc", "x")); // @output ["a","b","c"]["abc"]
    io:println(regex:split(",a", ",")); // @output ["","a"]
    regex:Match? found = regex:search("Betty bought a butter", "\\b[bB].tt([a-z])([0-9])?[a-z]*");
    if found is regex:Match {
        io:println(found.matched, " ", found.startIndex, " ", found.endIndex); // @output Betty 0 5
        io:println(found.groups.get(1), " ", found.groups.get(2) is ());
        // @output {"matched":"y","startIndex":4,"endIndex":5} true
        io:println(trap found.groups.get(3));
        // @output error("There is no capturing group in the pattern with the given index 3.")
    }
    io:println(regex:search("abc", "x") is ()); // @output true
    io:println(from regex:Match m in regex:searchAll("x1 yé22", "[0-9]+")
        select [m.matched, m.startIndex]); // @output [["1",1],["22",5]]
}
