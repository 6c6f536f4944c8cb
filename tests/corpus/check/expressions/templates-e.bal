import ballerina/lang.'object as obj;

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
    xmlns "http://example.com" as ns;
    _ = ns; // @error NotAValue
    xmlns 5 as number; // @error IncompatibleTypes
    xmlns s as variable; // @error NotConstant
    _ = [tooMany, wrong];
    _ = [s, x];
    return fine;
}
