import ballerina/io;

type Node record {|
    int id;
    Node? next = ();
|};

// clone, cloneReadOnly
public function main() returns error? {
    int[][] lists = [[1], [2]];
    int[][] copy = lists.clone();
    copy[0].push(9);
    io:println(lists, copy, lists === copy, lists == lists.clone()); // @output [[1],[2]][[1,9],[2]]falsetrue
    map<json> tree = {a: {b: [1, null]}};
    map<json> treeCopy = tree.clone();
    treeCopy["a"] = 5;
    io:println(tree, treeCopy); // @output {"a":{"b":[1,null]}}{"a":5}
    io:println("text".clone(), (1).clone(), ().clone() is ()); // @output text1true

    // What is shared inside stays shared, cycles included.
    int[] shared = [1];
    int[][] pair = [shared, shared];
    int[][] pairCopy = pair.clone();
    io:println(pairCopy[0] === pairCopy[1], pairCopy[0] === shared); // @output truefalse
    Node first = {id: 1};
    first.next = first;
    Node cycle = first.clone();
    io:println(cycle === first, cycle.next === cycle); // @output falsetrue

    int[] & readonly fixed = lists[0].cloneReadOnly();
    io:println(fixed, fixed is readonly, fixed.cloneReadOnly() === fixed, fixed.clone() === fixed); // @output [1]truetruetrue
    Node & readonly frozen = cycle.cloneReadOnly();
    io:println(frozen.next === frozen, cycle is readonly); // @output truefalse
    xml element = xml `<a>b</a>`;
    xml elementCopy = element.clone();
    io:println(elementCopy, elementCopy === element, element.cloneReadOnly() is readonly); // @output <a>b</a>falsetrue
    table<record {|readonly int id;|}> key(id) rows = table [{id: 1}];
    table<record {|readonly int id;|}> key(id) rowsCopy = rows.clone();
    rowsCopy.add({id: 2});
    io:println(rows.length(), rowsCopy.length()); // @output 12
}
