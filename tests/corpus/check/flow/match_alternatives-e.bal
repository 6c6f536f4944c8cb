function use(any|error value) {
}

function bound(any value) {
    match value {
        [1, var x]|[var y] => { // @error PatternsBindDifferently
            _ = [x, y];
        }
        {a: var z}|"text" => { // @error PatternsBindDifferently
            use(z);
        }
        [var a, var a] => { // @error Redeclared
            use(a);
        }
    }
}
