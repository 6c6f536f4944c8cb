import ballerina/io;
import ballerina/lang.'object as lobject;

// Iterable makes an object usable in foreach and from; RawTemplate is what a raw template makes.
class Countdown {
    *lobject:Iterable;
    private int begin;

    function init(int begin) {
        self.begin = begin;
    }

    public function iterator() returns object {
        public function next() returns record {|int value;|}?;
    } {
        int current = self.begin;
        return object {
            int at = current;

            public function next() returns record {|int value;|}? {
                if self.at == 0 {
                    return ();
                }
                self.at -= 1;
                return {value: self.at + 1};
            }
        };
    }
}

public function main() {
    Countdown countdown = new (3);
    foreach int i in countdown {
        io:print(i, " ");
    }
    io:println(from int i in countdown where i != 2 select i * 10); // @output 3 2 1 [30,10]
    any other = countdown;
    io:println(other is lobject:Iterable); // @output true
    int n = 5;
    lobject:RawTemplate template = `n is ${n} and ${"text"}!`;
    io:println(template.strings, template.insertions); // @output ["n is "," and ","!"][5,"text"]
}
