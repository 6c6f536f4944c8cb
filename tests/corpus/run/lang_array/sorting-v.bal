import ballerina/io;
import ballerina/lang.array;

type Person record {|
    string name;
    int? age;
|};

// sort, with a direction and a key
public function main() {
    int[] numbers = [3, 1, 2];
    io:println(numbers.sort(), numbers); // @output [1,2,3][3,1,2]
    io:println(numbers.sort(array:DESCENDING), numbers.sort("ascending")); // @output [3,2,1][1,2,3]
    io:println(numbers.sort(key = n => -n)); // @output [3,2,1]

    string[] texts = ["b", "B", "a", "é", "aa", ""];
    io:println(texts.sort()); // @output ["","B","a","aa","b","é"]
    boolean[] booleans = [true, false, true];
    io:println(booleans.sort(), booleans.sort(array:DESCENDING)); // @output [false,true,true][true,true,false]
    decimal[] decimals = [1.5, -2, 0.10];
    io:println(decimals.sort()); // @output [-2,0.10,1.5]

    // NaN comes after every other float, nil after every other value, in both directions.
    float[] floats = [2.0, float:NaN, -1.0];
    io:println(floats.sort(), floats.sort(array:DESCENDING)); // @output [-1.0,2.0,NaN][2.0,-1.0,NaN]
    int?[] optional = [2, (), 1];
    io:println(optional.sort(), optional.sort(array:DESCENDING)); // @output [1,2,null][2,1,null]

    Person[] people = [{name: "Ann", age: 30}, {name: "Bob", age: ()}, {name: "Cy", age: 20}, {name: "Di", age: 30}];
    // Equal keys keep their order.
    io:println(people.sort(key = p => p.age).map(p => p.name)); // @output ["Cy","Ann","Di","Bob"]
    io:println(people.sort(array:DESCENDING, p => p.age).map(p => p.name)); // @output ["Ann","Di","Cy","Bob"]
    io:println(people.sort(key = p => [p.name.length(), p.name]).map(p => p.name)); // @output ["Cy","Di","Ann","Bob"]

    int[][] lists = [[2, 1], [1, 5], [1], []];
    io:println(lists.sort()); // @output [[],[1],[1,5],[2,1]]
}
