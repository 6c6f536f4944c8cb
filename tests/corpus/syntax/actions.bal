function actions() returns error? {
    worker a returns int {
        1 -> b;
        2 ->> b;
        check 3 ->> b;
        int x = <- b;
        record {int b; int other;} y = <- {b, other: b};
        int z = <- b | function;
        x -> function;
        flush b;
        check flush;
        return x;
    }
    transactional worker c {
    }
    @strand {thread: "any"}
    worker b {
        int x = <- a;
    }
    future<int> f = start call();
    future<int> g = @strand {thread: "any"} start object1.method(1);
    _ = start client1->call(1);
    @strand {thread: "any"}
    start call();
    int one = wait f;
    int some = wait f | g;
    map<int> all = wait {f, other: g};
    int checked = check wait f;
    check client1->send("x", name = "y");
    check client1->send("x", ...rest);
    client1->send();
    self.inner->send();
    string s = check client1->/users/[id]/posts.get(page = 1);
    string t = check client1->/;
    string u = check client1->/users.post({});
    string v = check client1->/[...segments]("x");
    string w = check client1->/.get();
    int n = <int>check client1->count();
    int m = trap client1->count();
    int k = (check client1->count());
    check from int i in 1 ... 3
        do {
            client1->send(i);
        };
    from var {name, age} in check client1->people()
    where age > 10
    do {
    };
    foreach int i in check client1->numbers() {
    }
    match check client1->kind() {
        1 => {
        }
    }
    return client1->last();
}
