import ballerina/io;

public function main() {
    int[] a = [1, 2, 3];
    a.push(4, 5);
    io:println(a, a.length()); // @output [1,2,3,4,5]5
    a[7] = 9;
    io:println(a); // @output [1,2,3,4,5,0,0,9]
    io:println(a.pop(), a.shift(), a.remove(1)); // @output 913
    a.unshift(100);
    io:println(a); // @output [100,2,4,5,0,0]
    int[2] fixed = [7, 8];
    io:println(fixed); // @output [7,8]
    int[][] grid = [[1], [2, 3]];
    grid[1][1] = 30;
    io:println(grid); // @output [[1],[2,30]]
    [int, string, boolean...] t = [1, "x", true, false];
    io:println(t, t[1], t[3]); // @output [1,"x",true,false]xfalse
    string[] words = ["b", "c", "a"];
    io:println(words.sort(), words.sort("descending"), words); // @output ["a","b","c"]["c","b","a"]["b","c","a"]
    io:println(words.indexOf("c"), words.indexOf("z") is ()); // @output 1true
    io:println(a.slice(1, 3), a.slice(4)); // @output [2,4][0,0]
    io:println(a.map(x => x * 2), a.filter(x => x > 3)); // @output [200,4,8,10,0,0][100,4,5]
    io:println(a.reduce(function(int total, int n) returns int => total + n, 0)); // @output 111
    int[] joined = [...a, ...fixed];
    io:println(joined.length()); // @output 8
    io:println([1, 2] == [1, 2], [1, 2] === [1, 2]); // @output truefalse
    any[] mixed = [1, "s", 2.5, true, (), [1], {k: 1}];
    io:println(mixed); // @output [1,"s",2.5,true,null,[1],{"k":1}]
    io:println(words.reverse(), words.some(w => w == "a"), words.every(w => w == "a")); // @output ["a","c","b"]truefalse
}
