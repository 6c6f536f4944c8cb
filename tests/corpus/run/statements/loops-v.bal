import ballerina/io;

public function main() {
    int i = 0;
    while true {
        i += 1;
        if i == 2 {
            continue;
        }
        if i > 4 {
            break;
        }
        io:println(i);
    }
    // @output 1
    // @output 3
    // @output 4
    foreach int j in 1 ... 3 {
        foreach int k in 0 ..< 3 {
            if k == j {
                break;
            }
            io:print(j, k, " ");
        }
    }
    io:println(); // @output 10 20 21 30 31 32 
    foreach string c in "héy" {
        io:print("[", c, "]");
    }
    io:println(); // @output [h][é][y]
    map<int> ages = {ann: 30, bob: 25};
    foreach int age in ages {
        io:print(age, " ");
    }
    io:println(); // @output 30 25 
    foreach [string, int] [name, age] in ages.entries() {
        io:print(name, "=", age, " ");
    }
    io:println(); // @output ann=30 bob=25 
    int[] empty = [];
    foreach int n in empty {
        io:println(n);
    }
    [int, string] tuple = [1, "one"];
    foreach int|string member in tuple {
        io:println(member);
    }
    // @output 1
    // @output one
}
