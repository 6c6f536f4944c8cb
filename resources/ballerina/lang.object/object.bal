// Object types that the language itself knows.

# An object that `foreach` and queries can go through.
public type Iterable distinct object {
    # Makes an iterator.
    #
    # + return - an object whose `next` gives one value after the other
    public function iterator() returns object {
        public function next() returns record {|
            any|error value;
        |}|error?;
    };
};

# What a raw template makes.
public type RawTemplate distinct object {
    # The texts around the insertions.
    public (readonly & string[]) strings;
    # The inserted values.
    public (any|error)[] insertions;
};
