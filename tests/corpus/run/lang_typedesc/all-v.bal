import ballerina/io;

type Plain record {|int x;|};

type Named distinct object {
    public int x;
};

type Both distinct Named;

// typeIds: the distinct types that a type belongs to
public function main() {
    typedesc<anydata> plain = Plain;
    typedesc<object {}> named = Named;
    typedesc<object {}> both = Both;
    io:println(plain.typeIds()); // @output []
    typedesc:TypeId[]? ids = named.typeIds();
    io:println(ids is typedesc:TypeId[] ? ids.map(id => id.localId) : "none"); // @output ["Named"]
    typedesc:TypeId[]? all = both.typeIds();
    typedesc:TypeId[]? primary = both.typeIds(primaryOnly = true);
    io:println(all is typedesc:TypeId[] ? all.map(id => id.localId).sort() : "none"); // @output ["Both","Named"]
    io:println(primary is typedesc:TypeId[] ? primary.map(id => id.localId) : "none"); // @output ["Both"]
}
