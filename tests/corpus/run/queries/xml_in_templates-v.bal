import ballerina/io;

public function main() {
    string[] names = ["a", "b"];
    xml list = xml `<list first="${names[0]}">${from string name in names select xml `<n>${name}</n>`}</list>`;
    io:println(list); // @output <list first="a"><n>a</n><n>b</n></list>
    xml text = xml `<t n="${1 + 1}">${from string name in names select name + ","} ${true}</t>`;
    io:println(text); // @output <t n="2">a,b, true</t>
}
