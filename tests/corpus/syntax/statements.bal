function statements() returns error? {
    int a = 1;
    @note
    final int b = 2;
    var c = 3;
    string d;
    int[] [e, f] = [1, 2];
    int [g] = [1];
    [int, string] [h, i] = [1, "x"];
    record {int x; int y;} {x, y: z} = {x: 1, y: 2};
    T {j, ...k} = value;
    T [l, ...m] = value;
    error error(message, cause, code = n, ...rest) = failure;
    error<map<string>> error Custom(text) = failure;
    var _ = 5;
    module:Type o = value;
    int|string p = 1;
    map<int> q = {};
    function (int) returns int r = s;
    table<map<any>> key(id) t = table [];
    a = 2;
    d = "x";
    u[0] = 1;
    u.v.w[x][y] = 2;
    a += 1;
    a -= 1;
    a *= 2;
    a /= 2;
    a &= 1;
    a |= 1;
    a ^= 1;
    a <<= 1;
    a >>= 1;
    a >>>= 1;
    _ = call();
    [a, _] = pair();
    [a, [b, ...c]] = nested();
    {a, b: [c], ...d} = mapping();
    error(d) = failing();
    error Custom(d, code = _) = failing();
    call();
    a.b.call();
    module:call(1);
    check failing();
    checkpanic a.failing();
    if a > 1 {
        return;
    } else if a == 1 {
        return failing();
    } else {
        panic error("no");
    }
    if {a: 1} is T && {} !is U {
    }
    while a < 10 {
        a += 1;
        if a == 5 {
            continue;
        }
        break;
    } on fail {
        a = 0;
    }
    foreach int k in 0 ..< 10 {
        a += k;
    }
    foreach var [k, v] in entries {
    }
    foreach T {x, y} in points {
        a = x;
    } on fail error e {
        b = y;
    }
    do {
        fail error("oh");
    } on fail var e {
        return e;
    }
    do {
        {
            a = 1;
        }
    }
    lock {
        a = 1;
    }
    lock {
        a = 2;
    } on fail {
    }
    match a {
        1|2 => {
        }
        -1|1.5|"x"|true|null|()|NAME|module:NAME => {
        }
        var n if n > 5 && n < 7 => {
        }
        var n if other => {
        }
        [1, var m, ...var more] => {
        }
        [] => {
        }
        {x: 1, y: var w, ...var others} => {
        }
        {} => {
        }
        error("message", var cause, code = 1, ...var detail) => {
        }
        error Custom(_) => {
        }
        var [k, {v}] => {
        }
        _ => {
        }
    } on fail {
    }
    retry {
        a = 1;
    }
    retry<Manager>(3, name = "x") {
        a = 2;
    } on fail {
    }
    retry transaction {
        check commit;
    }
    retry<Manager> transaction {
        rollback;
    } on fail {
    }
    transaction {
        if transactional {
            rollback error("no");
        }
        check commit;
    } on fail error e {
    }
    xmlns "http://example.com" as local;
    xmlns "http://example.com/none";
    fork {
        worker first returns int {
            return 1;
        }
        @note
        worker second {
        } on fail {
        }
    }
    panic error("end");
}
