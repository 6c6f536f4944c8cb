// Words of the language where only a name can stand.
function handle(int order) {
    Point point = {limit: 1};
    point.start();
}

class Shop {
    int order;
    function match() returns int => self.order;
}

function f() returns
    int {
    return
    1;
}
