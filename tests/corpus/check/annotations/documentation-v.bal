# Adds.
#
# + a - the first
# + a - again
# + c - there is none
# + return - the sum
function add(int a, int b) returns int => a + b;

# Does nothing.
#
# + return - nothing
function nothing() {
}

# A person.
#
# + name - the name
# + age - there is none
type Person record {|
    string name;
|};

# A counter.
#
# + 'from - where it begins
class Counter {
    int 'from = 1;
}

# A color.
#
# + RED - like blood
enum Color {
    RED
}
