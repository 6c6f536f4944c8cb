import ballerina/random;

function double(int n) returns int => add(n, n);

function add(int a, int b = 10) returns int => a + b;

function dice() returns int|error => random:createIntInRange(1, 7);

function describe(string name, string... rest) returns string => name + rest.length().toString();

client class Store {
    string name;

    function init(string name) {
        self.name = name;
        panic error("no store here");
    }

    remote function get(string key) returns string|error => error("no connection");

    function size() returns int => -1;

    function drop(string key) {
        panic error("no connection");
    }
}

Store? store = ();

function look(string key) returns string|error {
    Store? current = store;
    if current is () {
        return error("no store");
    }
    return current->get(key);
}
