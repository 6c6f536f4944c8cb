function f(int a, 10|20 b, int? c) returns boolean {
    boolean b1 = a is string; // @error TestNeverTrue
    boolean b2 = b !is "A"; // @error TestNeverTrue
    boolean b3 = "FOO" is string:Char;
    if c is int {
        return true;
    } else if c is string { // @error TestNeverTrue
        return false; // @error UnreachableCode
    }
    return b1 || b2 || b3;
}
