type Hidden record {|
    int a;
|};

type Id int;

class Secret {
    public Hidden hidden = {a: 1};
}

public type Shown record {|
    *Hidden;
    Hidden inner; // @warning ExposesNonPublic
    Hidden[] list = [<Hidden>{a: 1}]; // @warning ExposesNonPublic
    Id id;
|};

public type Face object {
    public Secret open; // @warning ExposesNonPublic
    Secret closed;

    public function get(Hidden hidden) returns Shown; // @warning ExposesNonPublic
    function put(Hidden hidden);
};

public isolated client class Api {
    private Hidden hidden = {a: 1};

    isolated remote function call(Id id,
            Hidden? hidden) // @warning ExposesNonPublic
            returns Shown? => ();

    isolated function own(Hidden hidden) {
    }
}

public const Hidden NONE = {a: 0}; // @warning ExposesNonPublic

public function use(map<Hidden> all) returns Id { // @warning ExposesNonPublic
    Hidden? first = all["first"];
    return first is () ? 0 : first.a;
}

function useHere(Hidden hidden) {
}

public function main(*Hidden hidden) {
    useHere(hidden);
}
