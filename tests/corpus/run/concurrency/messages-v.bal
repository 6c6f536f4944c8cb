import ballerina/io;

public function main() {
    worker a returns int {
        1 -> b;
        2 -> b;
        int x = <- b;
        return x;
    }
    worker b returns int {
        int x = <- a;
        int y = <- a;
        x + y -> a;
        x * y -> function;
        return y;
    }
    int product = <- b;
    io:println(product); // @output 2
    record {|int a; int b;|} ends = wait {a, b};
    io:println(ends); // @output {"a":3,"b":2}
    map<int> more = wait {a, second: b};
    io:println(more); // @output {"a":3,"second":2}
    fork {
        worker left returns string {
            "l" -> right;
            string back = <- right;
            return back;
        }
        worker right returns string {
            string got = <- left;
            got + "r" -> left;
            return "done";
        }
    }
    string l = wait left;
    string r = wait right;
    io:println(l, " ", r); // @output lr done
    int[] values = [1, 2];
    worker copy {
        int[] got = <- function;
        got.push(3);
        io:println(got); // @output [1,2,3]
    }
    values ->> copy;
    wait copy;
    io:println(values); // @output [1,2]
}
