// Enumerations of a module may share members that have the same value. A field may be readonly and of an optional
// type that is named.

import ballerina/io;

enum Request {
    DRAFT = "draft",
    ACTIVE = "active",
    DONE
}

const LEFT = "LEFT";

enum Plan {
    DRAFT = "draft",
    ACTIVE = "active",
    DONE,
    LEFT
}

type Step record {|
    readonly Plan? plan;
    readonly Request?[] requests = [];
    readonly Request?;
|};

public function main() {
    Request request = ACTIVE;
    Plan plan = ACTIVE;
    io:println(request, " ", request == plan, " ", DONE is Plan, " ", DONE is Request); // @output active true true true
    Step step = {plan: LEFT, requests: [DRAFT, ()], Request: 1};
    io:println(step); // @output {"plan":"LEFT","requests":["draft",null],"Request":1}
}
