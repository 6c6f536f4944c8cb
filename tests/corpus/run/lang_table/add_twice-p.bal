public function main() {
    table<record {|readonly int id;|}> key(id) rows = table [{id: 1}];
    rows.add({id: 1}); // @panic
}
