// An annotation without a value has the empty mapping with the defaults of its fields, or else true.
import ballerina/io;

type Options record {|
    int level = 3;
    string name?;
|};

annotation Options Tuned on type;
annotation map<int> Numbers on type;
annotation Marked on type;
annotation Options[] Many on type;

@Tuned
@Numbers
@Marked
@Many
@Many {level: 9, name: "given"}
type Annotated record {||};

public function main() {
    typedesc<any> annotated = Annotated;
    io:println(annotated.@Tuned); // @output {"level":3}
    io:println(annotated.@Numbers); // @output {}
    io:println(annotated.@Marked); // @output true
    io:println(annotated.@Many); // @output [{"level":3},{"level":9,"name":"given"}]
}
