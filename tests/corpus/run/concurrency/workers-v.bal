import ballerina/io;

function square(int n) returns int => n * n;

public function main() {
    future<int> f = start square(7);
    int r = checkpanic wait f;
    io:println(r); // @output 49
    worker a {
        int v = <- b;
        io:println("a got ", v); // @output a got 5
        v + 1 -> function;
    }
    worker b {
        5 -> a;
    }
    int back = <- a;
    io:println(back); // @output 6
    wait a;
    future<int> one = start square(2);
    future<int> two = start square(3);
    map<int|error> both = wait {one, two};
    io:println(both); // @output {"one":4,"two":9}
}
