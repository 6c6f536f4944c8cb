import ballerina/io;

client class Api {
    private map<string> values = {};

    remote function put(string key, string value) returns int {
        self.values[key] = value;
        return self.values.length();
    }

    remote function get(string key) returns string|error {
        string? value = self.values[key];
        if value is () {
            return error("no " + key);
        }
        return value;
    }

    resource function get items/[string key]() returns string => "item " + key;

    resource function get items/[int id]/parts/[string... rest](int depth = 1) returns string =>
        id.toString() + " " + rest.length().toString() + " " + depth.toString();

    resource function post .() returns string => "root";
}

public function main() returns error? {
    Api api = new;
    int size = api->put("a", "1");
    io:println(size); // @output 1
    string found = check api->get("a");
    io:println(found); // @output 1
    string|error missing = api->get("b");
    io:println(missing is error); // @output true
    string item = api->/items/x;
    io:println(item); // @output item x
    string key = "y";
    item = api->/items/[key].get();
    io:println(item); // @output item y
    item = api->/items/[4]/parts/a/b(depth = 3);
    io:println(item); // @output 4 2 3
    item = api->/.post();
    io:println(item); // @output root
}
