// What tests leave of a union: nothing of the members that they took away.

type Attribute "plain"|(readonly & ["param", int, string])|(readonly & ["memory", "none"]);

function text(Attribute attribute) returns string {
    if attribute is "plain" {
        return attribute;
    }
    if attribute is (readonly & ["memory", "none"]) {
        return attribute[1];
    }
    int index = attribute[1];
    var [_, place, name] = attribute;
    return string `${index + place} ${name}`;
}

type Chain record {|
    int value;
    Chain? next;
|};

// Both ways of the first `if` leave all that `next` can be.
function sum(Chain chain, boolean isTwice) returns int {
    Chain? next = chain.next;
    int result = chain.value;
    if next != () || isTwice {
        result *= 2;
    }
    while true {
        if next == () {
            break;
        } else {
            result += next.value;
            next = next.next;
        }
    }
    return result;
}

// A field may be called as a type begins, and a rest may be of such a type.
type Open record {|
    int id;
    readonly...;
|};

public function main() {
    Open open = {id: sum({value: 1, next: ()}, true)};
    open["name"] = text("plain");
}
