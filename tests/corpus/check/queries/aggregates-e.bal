type Sale record {|
    string shop;
    int amount;
    float weight;
|};

function f(Sale[] sales) returns error? {
    var byShop = from var {shop, amount, weight} in sales
        group by shop
        select {shop, total: sum(amount), average: avg(weight), count: count(amount), all: [amount], most: max(amount)};
    record {|string shop; int total; float average; int count; int[] all; int most;|}[] typed = byShop;
    int total = from var {amount} in sales
        collect sum(amount);
    int? most = from var {amount} in sales
        collect max(amount);
    int sure = from var {amount} in sales // @error IncompatibleTypes
        collect max(amount);
    string[] shops = from var {shop} in sales
        collect [shop];
    string joined = from var {shop} in sales
        collect string:'join(",", shop);
    var wrong = from var {shop, amount} in sales
        group by shop
        select amount; // @error AggregatedUse
    var alsoWrong = from var {shop, amount} in sales
        group by shop
        select amount + 1; // @error AggregatedUse
    _ = [typed, total, most, sure, shops, joined, wrong, alsoWrong];
}
