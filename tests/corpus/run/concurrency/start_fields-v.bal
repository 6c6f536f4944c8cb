// A field that holds a function is started like a method.
import ballerina/io;

class Worker {
    function (int) returns int job = n => n + 1;
    final function () returns string name;

    function init(string name) {
        self.name = () => name;
    }

    function job2() returns int => 40;
}

type Named object {
    function () returns string name;
};

public function main() returns error? {
    Worker worker1 = new ("first");
    future<int> result = start worker1.job(4);
    int n = check wait result;
    io:println(n); // @output 5
    worker1.job = k => k * 2;
    result = start worker1.job(4);
    n = check wait result;
    io:println(n); // @output 8
    result = start worker1.job2();
    n = check wait result;
    io:println(n); // @output 40
    Named named = worker1;
    future<string> name = start named.name();
    string found = check wait name;
    io:println(found); // @output first
    name = start (new Worker("second")).name();
    found = check wait name;
    io:println(found); // @output second
}
