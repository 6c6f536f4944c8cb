// Details are cloned: constructors of details may hold mutable values.

import ballerina/io;

type Issue record {
    string text;
    string[] tags?;
};

type Detail record {|
    Issue[] issues;
    map<Issue> named?;
|};

type CheckError distinct error<Detail>;

function failed(string text) returns CheckError {
    Issue issue = {text, tags: ["new"]};
    CheckError result = error(text, issues = [issue, {text: "more"}], named = {"first": issue});
    issue.text = "changed";
    return result;
}

public function main() {
    CheckError result = failed("broken");
    Issue[] issues = result.detail().issues;
    io:println(issues); // @output [{"text":"broken","tags":["new"]},{"text":"more"}]
    io:println(issues is readonly, " ", result.detail().named); // @output true {"first":{"text":"broken","tags":["new"]}}
}
