// An iteration over a list gives as many members as the list had when it began; which of them is asked at each step.
import ballerina/io;

function appending(int[] list) returns int[] {
    foreach int n in list {
        list.push(n * 10);
    }
    return list;
}

function shrinking(int[] list) returns int {
    int sum = 0;
    foreach int n in list {
        sum += n;
        if n == 2 {
            _ = list.pop();
            _ = list.pop();
        }
    }
    return sum;
}

function overwriting(float[] list) returns float {
    float sum = 0;
    foreach float n in list {
        sum += n;
        list[list.length() - 1] = 100;
    }
    return sum;
}

function replacing() returns string[] {
    string[] words = ["a", "b"];
    foreach string word in words {
        words = [...words, word + "!"];
    }
    return words;
}

function eitherWay(string[]|map<string> words) returns string {
    string all = "";
    foreach string word in words {
        all += word;
        if words is string[] {
            words.push(word);
        } else {
            words["k" + word] = word;
        }
    }
    return all;
}

public function main() {
    io:println(appending([1, 2, 3])); // @output [1,2,3,10,20,30]
    io:println(trap shrinking([1, 2, 3, 4])); // @output error("{ballerina/lang.array}IndexOutOfRange",message="array index out of range: index: 2, size: 2")
    io:println(trap shrinking([1, 2])); // @output 3
    io:println(overwriting([1, 2, 3])); // @output 103.0
    io:println(replacing()); // @output ["a","b","a!","b!"]
    io:println(eitherWay(["x", "y"])); // @output xy
    byte[] bytes = [7, 8];
    foreach byte b in bytes {
        bytes.push(b);
    }
    io:println(bytes.length()); // @output 4

    int[] queried = [1, 2];
    int[] taken = from int n in queried
        let int ignored = pushed(queried, n)
        select n + ignored;
    io:println(taken, queried); // @output [1,2][1,2,1,2]
    from int n in queried
    do {
        queried.push(n);
    };
    io:println(queried.length()); // @output 8
    queried.forEach(function(int n) {
        queried.push(n);
    });
    io:println(queried.length()); // @output 16
    var iterator = queried.iterator();
    queried.setLength(1);
    queried[0] = 9;
    io:println(iterator.next()); // @output {"value":9}
    io:println(trap iterator.next()); // @output error("{ballerina/lang.array}IndexOutOfRange",message="array index out of range: index: 1, size: 1")
}

function pushed(int[] list, int n) returns int {
    list.push(n);
    return 0;
}
