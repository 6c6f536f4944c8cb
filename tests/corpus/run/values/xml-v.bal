import ballerina/io;

public function main() {
    string who = "you";
    xml x = xml `<a id="1"><b>hi ${who}</b><b/><!--c--></a>`;
    io:println(x); // @output <a id="1"><b>hi you</b><b/><!--c--></a>
    io:println(x/<b>); // @output <b>hi you</b><b/>
    io:println((x/*).length(), (x/<b>)[0].data()); // @output 3hi you
    xml y = x + xml `<z/>`;
    io:println(y.length()); // @output 2
    string|error id = x.id;
    io:println(id); // @output 1
    foreach xml item in y {
        io:println(item is xml:Element); // @output true
        // @output true
    }
}
