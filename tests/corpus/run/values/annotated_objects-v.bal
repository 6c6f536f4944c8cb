import ballerina/io;

type Info record {|
    string name;
|};

public function main() {
    object {
        int x;
    } labelled = @Label {name: "labelled"} object {
        int x = 1;
    };
    Info? info = (typeof labelled).@Label;
    io:println(info?.name, labelled.x); // @output labelled1
}

annotation Info Label on class;
