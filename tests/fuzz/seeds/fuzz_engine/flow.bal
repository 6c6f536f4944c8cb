type P record {|
    int x;
    string s = "p";
|};

class Counter {
    private int n = 0;

    function next(int by = 1) returns int {
        self.n += by;
        return self.n;
    }
}

function fails(int n) returns int|error {
    if n > 2 {
        return error("big", n = n);
    }
    return n;
}

public function main() returns error? {
    Counter c = new;
    map<int[]> m = {};
    foreach int i in 0 ..< 5 {
        m[(i % 2).toString()] = [i, c.next(i)];
    }
    table<P> key(x) t = table [{x: 1}, {x: 2, s: "q"}];
    P[] ps = from P p in t join int k in [1, 2] on p.x equals k order by p.s select p;
    do {
        int total = 0;
        while true {
            total += check fails(total);
            total += 1;
        }
    } on fail error e {
        string s = e.message() + ps.toJsonString();
        worker w returns int {
            return s.length();
        }
        int|error len = wait w;
        match len {
            var x if x is int && x > 3 => {
                _ = trap x / 0;
            }
        }
    }
    lock {
        xml x = xml `<a>${m.toString()}</a>`;
        _ = x/*;
    }
}
