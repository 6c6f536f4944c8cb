type Ends stream<int, string>; // @error StreamCompletion

type Fails stream<int, error?>;

type Mixed stream<int, string|error?>;

class Numbers {
    public isolated function next() returns record {|int value;|}? => ();
}

class Hidden {
    isolated function next() returns record {|int value;|}? => ();
}

class Shared {
    public function next() returns record {|int value;|}? => ();
}

class Closing {
    *Iterator;

    public isolated function next() returns record {|int value;|}? => ();

    public isolated function close() returns int => 1;
}

type Iterator object {
    public isolated function next() returns record {|int value;|}?;
};

function make(Iterator iterator) {
    stream<int> _ = new (new Numbers());
    stream<int, error?> _ = new (new Numbers());
    stream<int> _ = new (iterator);
    stream<string> _ = new (new Numbers()); // @error StreamNext
    stream<int> _ = new (new Hidden()); // @error StreamNext
    stream<int> _ = new (new Shared()); // @error StreamNext
    stream<int> _ = new (new Closing()); // @error StreamClose
    stream<int> _ = new (object {}); // @error StreamNext
}
