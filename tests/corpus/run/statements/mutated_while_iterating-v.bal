// While a mapping or table is iterated over, members that were given already may go and others may get new values.
import ballerina/io;

type Row record {|
    readonly int id;
    string name;
|};

function filled(int count) returns map<int> {
    map<int> result = {};
    foreach int i in 0 ..< count {
        result["k" + i.toString()] = i;
    }
    return result;
}

public function main() {
    map<int> numbers = filled(1000);
    int sum = 0;
    foreach int n in numbers {
        sum += n;
        _ = numbers.remove("k" + n.toString());
    }
    io:println(sum, " ", numbers.length()); // @output 499500 0

    numbers = filled(10);
    foreach int n in numbers {
        if n == 2 {
            numbers["k5"] = 50;
            _ = numbers.remove("k0");
        }
        if n == 50 {
            io:println("new value"); // @output new value
        }
    }
    _ = numbers.remove("k9");
    int left = 0;
    foreach int n in numbers {
        left += 1;
    }
    io:println(left); // @output 8

    table<Row> key(id) rows = table [];
    foreach int i in 0 ..< 100 {
        rows.add({id: i, name: "r" + i.toString()});
    }
    string[] names = [];
    foreach Row row in rows {
        names.push(row.name);
        _ = rows.remove(row.id);
    }
    io:println(names.length(), rows.length()); // @output 1000
    foreach int i in 0 ..< 5 {
        rows.add({id: i, name: "s" + i.toString()});
    }
    foreach Row row in rows {
        rows.put({id: row.id, name: row.name + "!"});
    }
    io:println(rows.toArray().map(row => row.name)); // @output ["s0!","s1!","s2!","s3!","s4!"]

    io:println(trap adding(filled(3))); // @output error("{ballerina/lang.map}IteratorMutabilityError",message="Map was mutated after the iterator was created")
    io:println(trap removing(filled(30))); // @output error("{ballerina/lang.map}IteratorMutabilityError",message="Map was mutated after the iterator was created")
    record {int a;} open = {a: 1};
    io:println(trap extending(open)); // @output error("{ballerina/lang.map}IteratorMutabilityError",message="Map was mutated after the iterator was created")
    io:println(trap addingRows(rows)); // @output error("{ballerina/lang.table}IteratorMutabilityError",message="Table was mutated after the iterator was created")
    var iterator = numbers.iterator();
    numbers["k1"] = 11;
    io:println(numbers.keys(), iterator.next()); // @output ["k1","k2","k3","k4","k5","k6","k7","k8"]{"value":11}
    _ = numbers.remove("k8");
    io:println(trap iterator.next()); // @output error("{ballerina/lang.map}IteratorMutabilityError",message="Map was mutated after the iterator was created")
    var rowIterator = rows.iterator();
    rows.add({id: 7, name: ""});
    io:println(trap rowIterator.next()); // @output error("{ballerina/lang.table}IteratorMutabilityError",message="Table was mutated after the iterator was created")
    stream<Row> later = stream from Row row in rows select row;
    rows.removeAll();
    io:println(later.next()); // @output 
}

function adding(map<int> numbers) {
    foreach int n in numbers {
        numbers["new" + n.toString()] = n;
    }
}

function removing(map<int> numbers) {
    foreach int n in numbers {
        _ = numbers.remove("k" + (29 - n).toString());
    }
}

function extending(record {int a;} open) {
    foreach anydata n in open {
        open["b"] = n;
    }
}

function addingRows(table<Row> key(id) rows) {
    foreach Row row in rows {
        rows.add({id: row.id + 100, name: ""});
    }
}
