%% nothing of this

function good() {
    f();
}

function keywords(int type, string x) returns {
    int class = 1;
    a.function = 1;
    g() h();
    1 + 2;
    a;
    a = b = c;
    } else {
    ) ];
    else {
        f();
    }
    public int x = 1;
}

class {
    int ;
    function () {}
    hello world again;
    ++
    private remote public function f() {
    }
}

# Documentation of nothing

record {int a} x = {};
int[ y = 1;
map<int z = {};
string t = string `never closed ${a;
