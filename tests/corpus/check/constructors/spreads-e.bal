type Closed record {|
    int a;
    int b?;
|};

type Open record {
    int a;
};

type Without record {
    never c?;
};

function f(Closed closed, Open open, Without without, map<int> m) {
    map<any> m1 = {a: 1, ...closed}; // @error DuplicateField
    map<any> m2 = {
        ...closed,
        b: 2 // @error DuplicateField
    };
    map<any> m3 = {c: 1, ...open}; // @error PossibleDuplicateField
    map<any> m4 = {...m, c: 1}; // @error PossibleDuplicateField
    map<any> m5 = {...open, ...m}; // @error SeveralOpenSpreads
    map<any> m6 = {
        a: 0,
        ...closed, // @error DuplicateField
        b: 1 // @error DuplicateField
    };
    map<any> m7 = {c: 1, ...without};
    map<any> m8 = {...closed, c: 1};
    var m9 = {...m, "c": 1}; // @error PossibleDuplicateField
    _ = [m1, m2, m3, m4, m5, m6, m7, m8, m9];
}
