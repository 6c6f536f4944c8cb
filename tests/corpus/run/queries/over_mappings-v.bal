import ballerina/io;

// Only `map from` makes a mapping: what looks at the members of one makes a list otherwise.
public function main() {
    map<int> ages = {ann: 31, bob: 25};
    var texts = from var [name, age] in ages.entries() select name + age.toString();
    io:println(texts); // @output ["ann31","bob25"]
    io:println(from int age in ages where age > 30 select age); // @output [31]
    var grouped = from var [name, age] in ages.entries() group by boolean old = age > 30 select [old, [name]];
    io:println(grouped); // @output [[true,["ann"]],[false,["bob"]]]
    var swapped = map from var [name, age] in ages.entries() select [age.toString(), name];
    io:println(swapped); // @output {"31":"ann","25":"bob"}
}
