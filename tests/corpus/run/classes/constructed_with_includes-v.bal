import ballerina/io;

class Base {
    int x = 1;

    function describe() returns string => string `x is ${self.x}`;
}

type Sized object {
    int size;

    function grow();
};

function number(string text) returns int|error => int:fromString(text);

// The type that is named is included, as by `*T`.
public function main() {
    var small = object Sized {
        private int step = 2;

        function init() {
            self.size = 10;
        }

        function grow() {
            self.size += self.step;
        }
    };
    small.grow();
    Sized sized = small;
    io:println(sized.size); // @output 12
    // What is included counts where the object has no fields of its own.
    var plain = object Sized {
        function init() {
            self.size = 1;
        }

        function grow() {
            self.size += 1;
        }
    };
    plain.grow();
    any value = plain;
    io:println(plain.size, value is readonly); // @output 2false
    foreach string text in ["4", "four"] {
        // What a `check` in a field or `init` finds is the value of the whole expression.
        object { int n; }|error counted = object {
            int n = check number(text);

            function init() returns error? {
                if self.n > 5 {
                    return error("too many");
                }
            }
        };
        io:println(counted is error ? counted.message() : counted.n.toString());
    }
    // @output 4
    // @output {ballerina/lang.int}NumberParsingError
    Base|Other either = new Other();
    function () returns string describe = either.describe;
    io:println(describe()); // @output other
}

class Other {
    function describe() returns string => "other";
}
