import ballerina/io;

type Point record {|
    int x;
    int y;
    int z;
|};

public function main() {
    Point[] points = [];
    foreach int i in 0 ..< 10000000 {
        points.push({x: i, y: i + 1, z: i + 2});
    }
    int sum = 0;
    foreach Point p in points {
        sum += p.z - p.x;
    }
    io:println(sum);
}
