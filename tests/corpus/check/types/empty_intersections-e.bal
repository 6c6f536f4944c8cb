type Holder record {|
    int & string both; // @error EmptyIntersection
|};

function keep(Holder holder) returns Holder {
    Holder kept = holder;
    return kept;
}
