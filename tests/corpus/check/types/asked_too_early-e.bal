// What looks like a variable without a name is asked for its type while the types are still being made.
type Point origin[]; // @error
type Pair [int, int];
type Change function(Pair, int) returns Point;

public function () { // @error
    Pair start = [1, 2]; // @error
    Change change = grow;
    _ = change(start, 1); // @error
} // @error

function grow(Point point, int by) returns Point {
    return [point[0] + by, point[1] + by]; // @error
}
