public function main() {
    int base = 20;
    base += 1;
    record {|int age = base;|} person = {}; // @error CaptureInIsolated
    int[] xs = [];
    record {|int[] age = xs;|} p2 = {}; // @error CaptureInIsolated
    _ = [person, p2];
}

int counter = 0;

function next() returns int {
    counter += 1;
    return counter;
}

function bar(int a, int b) returns int => a + b;

isolated function ibar(int a, int b) returns int => a + b;

function f() {
    isolated function (
            int a = counter, // @error MutableStateInIsolated
            int b = next() // @error CallInIsolated
    ) returns int g = ibar;
    function (int a = counter, int b = next()) returns int h = bar;
    _ = g() + h();
}
