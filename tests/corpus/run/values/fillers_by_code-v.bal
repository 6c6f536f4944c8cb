// Places that nobody gave are filled with records of their default values and with new objects, each made anew.
import ballerina/io;

isolated int made = 0;

isolated function next() returns int {
    lock {
        made += 1;
        return made;
    }
}

function startAt(int before) {
    lock {
        made = before;
    }
}

type Item record {|
    int id = next();
    string name = "none";
    int[] tags = [];
    string note?;
|};

type Box record {
    Item item = {id: 100};
    int size = 1;
};

class Counter {
    int count;
    private int[] seen = [];

    function init(int first = 5, int... more) {
        self.count = first + more.length();
    }

    function add() returns int {
        self.count += 1;
        self.seen.push(self.count);
        return self.count;
    }
}

class Plain {
    final int n = next();
}

type Pair [Item, Counter, int];

public function main() returns error? {
    Item[3] short = [];
    io:println(short); // @output [{"id":1,"name":"none","tags":[]},{"id":2,"name":"none","tags":[]},{"id":3,"name":"none","tags":[]}]
    short[0].tags.push(7);
    io:println(short[1].tags, short[0].tags); // @output [][7]
    Item[3] & readonly frozen = [{id: 9}];
    io:println(frozen[2].name, frozen is readonly, frozen[1].tags is readonly & int[]); // @output nonetruetrue

    Item[] list = [];
    startAt(0);
    list[2] = {id: 50};
    io:println(list.map(item => item.id)); // @output [1,2,50]
    list[4].name = "fifth";
    io:println(list[3].id, " ", list[4]); // @output 3 {"id":4,"name":"fifth","tags":[]}
    list.setLength(6);
    io:println(list[5].id, list.length()); // @output 56

    map<Box> boxes = {};
    boxes["a"].size = 3;
    io:println(boxes); // @output {"a":{"item":{"id":100,"name":"none","tags":[]},"size":3}}
    map<Item[]> lists = {};
    lists["x"][1].tags[1] = 4;
    io:println(lists.get("x").map(item => item.tags)); // @output [[],[0,4]]

    Counter[2] counters = [];
    _ = counters[0].add();
    io:println(counters[0].add(), counters[1].add()); // @output 76
    Counter[] more = [];
    more[1] = new (1, 2, 3);
    io:println(more.map(c => c.add())); // @output [6,4]
    startAt(0);
    Plain[] plain = [];
    plain.setLength(3);
    io:println(plain.map(p => p.n)); // @output [1,2,3]

    Pair[] pairs = [];
    pairs.setLength(2);
    io:println(pairs[0][0].id, pairs[0][1].add(), pairs[1][0].id, pairs[1][2]); // @output 4650
    Item[2] copied = check [{id: 8}].cloneWithType();
    io:println(copied.length(), copied[1].name); // @output 2none
    startAt(10);
    Item[2] given = [{id: 1}, {id: 2}];
    Item[4] spread = [...given, {id: 3}];
    io:println(spread.map(item => item.id)); // @output [1,2,3,11]
    stream<int>[2] streams = [];
    io:println(streams[1].next()); // @output 
}
