public function main() {
    table<record {|readonly int id;|}> key(id) rows = table [{id: 9223372036854775807}];
    _ = rows.nextKey(); // @panic
}
