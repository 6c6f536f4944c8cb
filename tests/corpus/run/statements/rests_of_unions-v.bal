// What is left of a mapping that may be of several types: every field that one of them has.
import ballerina/io;

type Person record {|
    int id;
    string name;
    boolean employed?;
|};

type Robot record {|
    int id;
    string model;
    string name;
|};

type Measures record {|
    int unit;
    string...;
|};

function tell(Person|Robot either) {
    var {id, ...others} = either;
    string name = others.name;
    io:println(id, " ", name, " ", others?.employed ?: "-", " ", others?.model ?: "-");
}

function showRest(Measures measures) {
    match measures {
        {width: var width, ...var others} => {
            map<int|string> rest = others;
            io:println(width, rest);
        }
        {unit: _, ...var others} => {
            map<string> rest = others;
            io:println(rest);
        }
    }
}

public function main() {
    tell({id: 1, name: "Ann", employed: true}); // @output 1 Ann true -
    tell({id: 2, name: "Rob", model: "R2"}); // @output 2 Rob - R2
    showRest({unit: 3, "width": "4"}); // @output 4{"unit":3}
    showRest({unit: 3, "height": "5"}); // @output {"height":"5"}
}
