type Required record {|
    int n;
    string name;
|};

type Optional record {|
    int n?;
    int size;
|};

type AlsoOptional record {|
    int n?;
|};

function removes(Required|Optional either, Optional|AlsoOptional optional) {
    either.n = (); // @error IncompatibleTypes
    either.n = 1;
    either.n = either.n; // @error IncompatibleTypes
    optional.n = ();
    optional.n = optional.n;
}
