// Builds about 1 GB of linked records, texts, lists and a map, then replaces parts of them all the time.
import ballerina/io;

type Node record {|
    int id;
    string text;
    Node? next;
    int[] numbers;
|};

const int COUNT = 3500000;

function node(int id, Node? next) returns Node =>
    {id, text: "node " + id.toString(), next, numbers: [id, id + 1, id + 2]};

public function main() {
    Node?[] nodes = [];
    map<Node> byText = {};
    foreach int i in 0 ..< COUNT {
        Node made = node(i, i % 10 == 0 ? () : nodes[i - 1]);
        nodes.push(made);
        if i % 16 == 0 {
            byText[made.text] = made;
        }
    }
    int at = 1;
    foreach int i in 0 ..< 2 * COUNT {
        at = (at * 1103515245 + 12345) % 2147483648;
        int place = at % COUNT;
        Node? before = nodes[(place + 7) % COUNT];
        nodes[place] = node(i, before is Node && before.id % 10 != 0 ? before : ());
        Node? old = nodes[(place + 11) % COUNT];
        if old is Node {
            old.next = ();
        }
    }
    io:println(nodes.length() + byText.length());
}
