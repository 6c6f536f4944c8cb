// What looks like a variable without a name is asked for its type while the types are still being made.
type Shelf books[]; // @error
type Visit function(Shelf, string) returns Shelf;

public function () { // @error
    Visit visit = put; // @error
} // @error

function put(Shelf shelf, string title) returns Shelf {
    return shelf.reverse();
}
