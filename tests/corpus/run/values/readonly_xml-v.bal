import ballerina/io;

type Frozen readonly & xml:Element;

public function main() {
    xml:Comment & readonly comment = xml `<!--c-->`;
    readonly value = comment;
    io:println(value is readonly & xml:Comment); // @output true
    Frozen frozen = xml `<a><b/></a>`;
    xml:Element element = frozen;
    any anything = element;
    io:println(anything is Frozen, anything is readonly); // @output truetrue
    error? failure = trap element.setChildren(xml `text`);
    io:println(failure is error); // @output true
    string name = "n";
    readonly & xml mixed = xml `text ${name}<c/>`;
    any other = mixed;
    any open = xml `<a/>`;
    io:println(other is readonly, open is readonly); // @output truefalse
}
