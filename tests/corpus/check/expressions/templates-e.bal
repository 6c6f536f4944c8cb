import ballerina/lang.'object as obj;

xmlns "http://example.com" as ns;

type OneInt object {
    *obj:RawTemplate;
    public string[] & readonly strings;
    public [int] insertions;
};

function f(int[] list) returns OneInt {
    OneInt fine = `a ${1} b`;
    OneInt tooMany = `a ${1} b ${2}`; // @error WrongInsertionCount
    OneInt wrong = `a ${"x"}`; // @error IncompatibleTypes
    string s = string `a ${list}`; // @error IncompatibleTypes
    xml x = xml `<a b="${list}"/>`; // @error IncompatibleTypes
    _ = ns; // @error NotAValue
    _ = [tooMany, wrong];
    _ = [s, x];
    return fine;
}
