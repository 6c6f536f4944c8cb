function queries() {
    var all = from var x in xs
        select x;
    var filtered = from int x in xs
        where x > 1 && x < 10
        let int y = x + 1, var z = y
        order by y descending, z ascending, x
        limit 10
        select {x, y, z};
    var joined = from var {id, name} in people
        join var order in orders on id equals order.person
        outer join Item item in items on order.item equals item.id
        select [name, order, item];
    var flat = from var row in matrix
        from var cell in row
        select cell;
    var byKey = table key(id) from var x in xs
        select x
        on conflict error("twice");
    var asMap = map from var x in xs
        select [x.name, x];
    var asStream = stream from var x in xs
        select x;
    var asTable = table key() from var x in xs
        select x;
    var grouped = from var {name, price} in items
        group by name, int cents = price * 100, var rest = 1
        select {name, total: sum(price)};
    int total = from var x in xs
        collect sum(x);
    error? result = from var x in xs
        where x is int
        do {
            use(x);
        };
    // Words of queries are names elsewhere.
    int where = 1;
    int limit = 2;
    var names = [where, limit, select, order, group, join, outer, collect, conflict, equals, key, by, re, source];
}
