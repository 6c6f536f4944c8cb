function f() {
    string s = string `never closed ${a} b;
}
