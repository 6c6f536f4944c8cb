import ballerina/io;

const PATH = "long";

client class Library {
    resource function get [string... rest]() returns string {
        return "rest " + rest.toString() + (rest is string[]).toString();
    }

    resource function get books/names() returns string {
        return "names";
    }

    resource function get books/[int id]() returns string {
        return "id " + id.toString();
    }

    resource function get books/[string name]/[float volume]() returns string {
        return name + " " + volume.toString();
    }

    resource function post books/[PATH]() returns string {
        return "one";
    }

    resource function post books/[PATH]/[PATH...]() returns string {
        return "more";
    }

    resource function put games/[string name]/path/[int players]() returns string {
        return name + players.toString();
    }

    resource function patch [int first]/[int... others]() returns int[] {
        return others;
    }

    resource function delete [int]/[string...](int n) returns int {
        return n;
    }
}

// Computed segments are told apart by their types, segments with one value go before parameters.
public function main() {
    Library library = new;
    "books" books = "books";
    string names = library->/books/names;
    string computed = library->/[books]/["names"];
    io:println(names, " ", computed); // @output names names
    string id = library->/books/[5];
    string volume = library->/books/x/[5];
    io:println(id, ", ", volume); // @output id 5, x 5.0
    string other = library->/books/x;
    string none = library->/();
    io:println(other, ", ", none); // @output rest ["books","x"]true, rest []true
    string one = library->/books/long.post;
    string more = library->/books/long/long.post;
    io:println(one, " ", more); // @output one more
    [string, "path", int] game = ["chess", "path", 4];
    string played = library->/games/[...game].put;
    io:println(played); // @output chess4
    int[] list = [1, 2, 3];
    [int, int...] open = list.length() > 0 ? [1, 2, 3] : [0];
    int[] all = library->/[1]/[...list].patch;
    int[] tail = library->/[...open].patch;
    io:println(all, tail); // @output [1,2,3][2,3]
    int unnamed = library->/[1]/x/y.delete(4);
    io:println(unnamed); // @output 4
}
