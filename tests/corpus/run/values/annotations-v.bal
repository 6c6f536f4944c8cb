import ballerina/io;

type Note record {|
    string text;
|};

annotation Note[] notes on class, type;
annotation Note about on type, class;
annotation marked on type;

@notes {text: "first"}
@notes {text: "second"}
@about {text: "a class"}
class Noted {
}

@about {text: "a record"}
@marked
type Row record {|
    int n;
|};

type Plain record {|
    string s;
|};

public function main() {
    Noted noted = new;
    typedesc<any> t = typeof noted;
    io:println(t.@notes); // @output [{"text":"first"},{"text":"second"}]
    io:println(t.@about?.text); // @output a class
    Row row = {n: 1};
    t = typeof row;
    io:println(t.@about, " ", t.@marked); // @output {"text":"a record"} true
    typedesc<any> plain = Plain;
    io:println(plain.@about is (), " ", plain.@marked is ()); // @output true true
}
