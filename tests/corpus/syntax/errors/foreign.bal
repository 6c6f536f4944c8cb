/* A comment of other languages */
package foo;

export function exported() {
}

int h(int a) {
    return a;
}

record R {
    int a;
}

class D extends C {
}

class C {
    static int x = 1;

    constructor(int x) {
    }

    void g() {
    }
}

enum Color {
    RED;
    GREEN;
}

function f(int a): int {
    const int one = 1;
    let two = 2;
    type T int;
    function inner() {
    }
    List<string> names = [];
    map<string, int> ages = {};
    int[] b = new int[5];
    string c[] = [];
    final d = 'text';
    for (int i = 0; i < a; i++) {
        a += i;
    }
    for (var i : b) {
    }
    foreach (int i in b) {
    }
    foreach i in 0..10 {
    }
    switch (a) {
        case 1: break;
    }
    try {
        g();
    } catch (E e) {
    } finally {
    }
    if (a = 1) return;
    if a and b {
    } elif a instanceof T
        return;
    else {
    }
    do {
    } while (a < 1);
    match a {
        case 1 => return 1;
        2: {
        }
    }
    int e = (int) d;
    int k = int(d);
    int l = d as int;
    string m = d ?? f"a";
    string n = $"a";
    int o = if a { 1 } else { 2 };
    a := 1;
    throw new E();
}

service /a on l {
    function get .() returns (int, string) {
        return (1, "a");
    }
    resource function get /() {
    }
    resource function get {id}() {
    }
    resource function .() {
    }
}

service /b {
}
