// Walking over a long sequence, and making one with a query, takes a step for each item.
import ballerina/io;

public function main() {
    xml items = from int i in 0 ..< 100000
        select xml `<n>${i}</n>`;
    io:println(items.length()); // @output 100000
    int last = 0;
    foreach xml item in items {
        last += item.data().length();
    }
    io:println(last); // @output 488890
    int tails = 0;
    foreach int i in 0 ..< items.length() {
        tails += items[i].data() == "99999" ? 1 : 0;
    }
    io:println(tails, items.get(77777).data()); // @output 177777
    xml text = from int i in 0 ..< 100000
        select xml `x`;
    io:println(text.length(), text.data().length()); // @output 1100000
    io:println((from xml item in <xml>xml `a` select item) === xml `a`); // @output true
    xml none = from int i in 0 ..< 0
        select xml `<a/>`;
    io:println(none.length()); // @output 0
}
