public function main() {
    table<record {|readonly int id;|}> key(id) rows = table [{id: 1}];
    table<record {|readonly int id;|}> key(id) fixed = rows.cloneReadOnly();
    fixed.put({id: 2}); // @panic
}
