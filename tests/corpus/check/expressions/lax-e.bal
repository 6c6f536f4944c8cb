function f(json j, map<json> m) returns error? {
    int n = check j.a.b;
    string s = check m.text;
    boolean? b = check j?.flag;
    int[] list = check j.list; // @error IncompatibleTypes
    int direct = j; // @error IncompatibleTypes
    _ = [n, s, b, list, direct];
}
