isolated function f(int[] list, int n) returns int {
    final readonly & int[] copy = list.cloneReadOnly();
    isolated function () returns int bad = isolated function () returns int => list.length(); // @error CaptureInIsolated
    isolated function () returns int good = isolated function () returns int => copy.length() + n;
    return bad() + good();
}
