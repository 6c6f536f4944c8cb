type A record {|
    string...;
    int x; // @error RestNotLast
|};

type B record {|
    int x;
    string...;
    string...; // @error RestNotLast
|};
