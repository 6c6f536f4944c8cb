import ballerina/io;

type Point record {|
    int x;
|};

type PointType typedesc<Point>;
type NumberType typedesc<int|string>;

// The name of a typedesc type stands for what it describes.
public function main() returns error? {
    anydata data = {x: 1};
    Point point = check data.cloneWithType(PointType);
    int|string number = check (<anydata> 5).cloneWithType(NumberType);
    typedesc<Point> described = PointType;
    io:println(point, number, point is Point, described is PointType); // @output {"x":1}5truetrue
}
