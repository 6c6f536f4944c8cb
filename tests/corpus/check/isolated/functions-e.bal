import ballerina/lang.array;

int counter = 0;
final int limit = 10;
final readonly & string[] names = ["a", "b"];
final int[] scores = [1, 2];
configurable int port = 9090;
isolated int visits = 0;

function count() returns int {
    counter += 1;
    return counter;
}

isolated function double(int n) returns int => n * 2;

isolated function reads() returns int {
    int sum = limit + port + names.length();
    sum += scores[0]; // @error
    sum += counter; // @error
    return sum + double(sum);
}

isolated function writes() {
    counter = 1; // @error
}

isolated function calls() returns int {
    return count(); // @error
}

isolated function callsItself(int n) returns int {
    return n == 0 ? 0 : callsItself(n - 1);
}

isolated function calledThroughValue(function () returns int f, isolated function () returns int g) returns int {
    int a = f(); // @error
    return a + g();
}

isolated function handsOn(int[] list) returns int[] {
    int[] doubled = list.map(n => double(n));
    int[] counted = list.map(n => n + count()); // @error
    return [...doubled, ...counted];
}

class Plain {
    int n;

    function init(int n) {
        self.n = n;
    }

    function get() returns int => self.n;
}

class Quiet {
    private int n = 0;

    isolated function get() returns int => self.n;
}

isolated function makes() returns int {
    Quiet quiet = new;
    Plain plain = new (1); // @error
    int a = plain.get(); // @error
    return a + quiet.get() + array:length([1]);
}

isolated function starts(int[] list) returns error? {
    future<int> fine = start double(2);
    future<int> alsoFine = start total(list.clone());
    future<int> shared = start total(list); // @error
    _ = check wait fine;
    _ = check wait alsoFine;
    _ = check wait shared;
}

isolated function total(int[] list) returns int => list.length();
