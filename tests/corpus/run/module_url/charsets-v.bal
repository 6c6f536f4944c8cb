import ballerina/io;
import ballerina/url;

public function main() returns error? {
    io:println(check url:encode("café au lait", "ISO-8859-1")); // @output caf%E9%20au%20lait
    io:println(check url:decode("caf%E9+noir", "latin1")); // @output café noir
    io:println(check url:encode("€5", "ISO-8859-1")); // @output %3F5
    io:println(check url:encode("é/a", "us-ascii")); // @output %3F%2Fa
    io:println(url:decode("%E9", "ASCII") is url:Error); // @output true
    io:println(check url:decode("%41é", "ASCII")); // @output Aé
    io:println(check url:encode("a€b", "UTF-16BE")); // @output a%20%ACb
    io:println(check url:encode("a€b", "UTF-16")); // @output a%FE%FF%20%ACb
    io:println(check url:encode("€", "UTF-16LE")); // @output %AC%20
    foreach string charset in ["UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE"] {
        io:print(check url:decode(check url:encode("näi🎈ve?", charset), charset), ";");
    }
    io:println(); // @output näi🎈ve?;näi🎈ve?;näi🎈ve?;näi🎈ve?;
    io:println(url:decode("%D8%3D", "UTF-16BE") is url:Error, url:decode("%20", "UTF-16") is url:Error); // @output truetrue
    io:println(url:decode("a%", "UTF-8") is url:Error, url:decode("a%4", "UTF-8") is url:Error); // @output truetrue
    io:println(check url:decode("%2a%2B", "UTF-8")); // @output *+
}
