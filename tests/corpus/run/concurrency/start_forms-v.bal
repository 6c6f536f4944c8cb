import ballerina/io;

class Counter {
    int n = 0;
    function () returns int seven = function() returns int => 7;
    function add(int... by) returns int {
        foreach int b in by {
            self.n += b;
        }
        return self.n;
    }
    function named(int a, int b = 5, *Options o) returns string {
        return string `${a} ${b} ${o.x}`;
    }
}

type Options record {|
    int x = 1;
|};

client class Api {
    remote function hello(string name) returns string => "hello " + name;
}

function sum(int first, int... others) returns int {
    int total = first;
    foreach int n in others {
        total += n;
    }
    return total;
}

public function main() returns error? {
    int[] rest = [2, 3, 4];
    future<int> f = start sum(1, ...rest);
    int fResult = check wait f;
    io:println(fResult); // @output 10
    future<int> g = start sum(1);
    int gResult = check wait g;
    io:println(gResult); // @output 1
    future<int> h = start sum(1, 10, 100);
    int hResult = check wait h;
    io:println(hResult); // @output 111
    [int, int...] all = [5, 6];
    future<int> i = start sum(...all);
    int iResult = check wait i;
    io:println(iResult); // @output 11
    Counter c = new;
    future<int> j = start c.add(...rest);
    int jResult = check wait j;
    io:println(jResult); // @output 9
    future<int> ofField = start c.seven();
    int ofFieldResult = check wait ofField;
    io:println(ofFieldResult); // @output 7
    future<string> k = start c.named(1, x = 7);
    string kResult = check wait k;
    io:println(kResult); // @output 1 5 7
    future<string> l = start c.named(b = 2, a = 3);
    string lResult = check wait l;
    io:println(lResult); // @output 3 2 1
    Api api = new;
    future<string> m = start api->hello("you");
    string mResult = check wait m;
    io:println(mResult); // @output hello you
    function (int...) returns int fn = c.add;
    future<int> n = start fn(1);
    int nResult = check wait n;
    io:println(nResult); // @output 10
    future<int> o = @strand {thread: "any"} start sum(4, 5);
    int oResult = check wait o;
    io:println(oResult); // @output 9
    future<string> p = start "abc".toUpperAscii();
    string pResult = check wait p;
    io:println(pResult); // @output ABC
}
