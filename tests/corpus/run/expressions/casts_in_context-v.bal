import ballerina/io;

type Settings record {
    int size;
    float scale = 1.5;
};

public function main() {
    int n = 5;
    io:println(<float>(n - 1), " ", <decimal>(1 + n) / 4); // @output 4.0 1.5
    float half = <float>(2 * (n + -1)) / 2;
    io:println(half); // @output 4.0
    anydata settings = <Settings>{size: n};
    io:println(settings); // @output {"size":5,"scale":1.5}
    Settings|error given = <Settings>{size: 1, scale: 2};
    io:println(given); // @output {"size":1,"scale":2.0}
    io:println([1, 2, 3].reduce((sum, each) => sum + each, 0)); // @output 6
}
