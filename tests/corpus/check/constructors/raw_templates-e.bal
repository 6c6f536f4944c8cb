type Query object {
    *object:RawTemplate;
    public ("a"|"b")[] & readonly strings;
    public int[] insertions;
};

function f(string s, int n) {
    Query q1 = `a${n}b`;
    Query q2 = `a${s}b`; // @error IncompatibleTypes
    Query q3 = `x${ // @error IncompatibleTypes
        n}b`;
    var raw = `${s} and ${n}`;
    string first = raw.insertions[0];
    raw.insertions[1] = "text"; // @error IncompatibleTypes
    _ = [q1, q2, q3, first];
}
