// One message per mistake: an expression in place of a variable, a field that is not there.
type Item record {|
    int price;
    int n;
|};

function f(Item[] items) {
    int a = from var i in items
        collect sum(i.price * i.n); // @error AggregatedExpression
    int b = from var i in items
        where i.prize > 1 // @error UnknownField
        let int p = i.price * i.n
        collect sum(p);
    int c = from var i in items
        let var p = i.prize // @error UnknownField
        collect sum(p);
    int d = from var i in itemz // @error UnknownName
        let int p = i.price
        collect sum(p);
    int h = from Itm i in items // @error UnknownName
        collect sum(i.price * i.n); // @error AggregatedExpression
    int e = from var {price, n} in items
        collect int:sum(price * n + price); // @error AggregatedUse
    int g = from var {price} in items
        collect summ(price); // @error UnknownName
    _ = [a, b, c, d, e, g, h];
}
