// A future knows the type of what it will give: it can be stored where futures of that type belong.
import ballerina/io;

function half(int n) returns int => n / 2;

function text(int n) returns string|error => n < 0 ? error("negative") : n.toString();

public function main() returns error? {
    future<int>[] halves = [];
    foreach int i in 0 ..< 5 {
        future<int> started = start half(i);
        halves.push(started);
    }
    int sum = 0;
    foreach future<int> started in halves {
        sum += check wait started;
    }
    any unknown = start text(sum);
    io:println(unknown is future<string|error>, " ", unknown is future<int>); // @output true false
    if unknown is future<string|error> {
        string result = check wait unknown;
        io:println(result); // @output 4
    }
}
