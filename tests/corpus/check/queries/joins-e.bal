type Person record {|
    int id;
    int[] parts;
|};

function joins(Person[] people, Person[] others, int most) {
    string[] _ = from var p in people
        join var q in p.parts on p.id equals q // @error BoundByEarlierClause
        select "";
    string[] _ = from var p in people
        join var q in others on p.id equals q.id + p.id // @error BoundByEarlierClause
        select "";
    string[] _ = from var p in people
        join var q in others on q.id equals q.id // @error UnknownName
        select "";
    string[] _ = from var p in people
        limit p.id // @error BoundByEarlierClause
        select "";
    int[] _ = from var p in people
        outer join var q in others on p.id equals q.id
        select q.id; // @error FieldOfOptional
    int?[] _ = from var p in people
        outer join Person q in others on p.id equals q.id // @error OuterJoinNeedsVar
        select q?.id;
    int?[] _ = from var p in people
        outer join var {id, parts} in others on p.id equals id + most
        limit most
        select parts is () ? id : parts[0];
}

function typedOuter(int[] left, record {|int id; string name;|}[] right) returns string[] =>
    from int id in left
    outer join record {|int id; string name;|} row in right on id equals row.id // @error OuterJoinNeedsVar
    select row.name;
