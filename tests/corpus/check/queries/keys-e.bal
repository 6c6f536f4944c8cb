type Row record {|
    readonly int id;
    string name;
|};

function conflicts(Row[] rows) returns error? {
    int[] _ = from Row row in rows
        select row.id
        on conflict error("twice"); // @error OnConflictWithoutKey
    table<Row> _ = check table from Row row in rows
        select row
        on conflict error("twice");
    table<Row> key(id) _ = check table key(id) from Row row in rows
        select row
        on conflict error("twice");
    map<int> _ = check map from Row row in rows
        select [row.name, row.id]
        on conflict error("twice");
    map<int> _ = map from Row row in rows // @error IncompatibleTypes
        select [row.name, row.id]
        on conflict error("twice");
    map<int> _ = map from Row row in rows
        select [row.name, row.id]
        on conflict ();
}

function joins(Row[] rows, Row[] others) {
    string[] _ = from Row row in rows
        join Row other in others on row.id equals other.name // @error NeverEqual
        select row.name;
    string[] _ = from Row row in rows
        join Row other in others on row.id equals other.id
        select other.name;
}

function joinsLiterals(Row[] rows) returns string[] =>
    from Row row in rows
    join Row other in rows on true equals false
    select row.name + other.name;
