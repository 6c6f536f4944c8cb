// An object constructor is isolated where an isolated object is expected.
isolated object {
    isolated function total() returns int;
} counter = object {
    private int[] counts = [];

    isolated function add(int n) {
        lock {
            self.counts.push(n);
        }
    }

    isolated function total() returns int {
        lock {
            return self.counts.length();
        }
    }
};

isolated class Greeter {
    private int greetings = 0;

    isolated function greet() returns string {
        lock {
            self.greetings += 1;
        }
        return "hello";
    }

    // A method is no state that a lock would guard.
    isolated function greeter() returns isolated function () returns string {
        return self.greet;
    }
}

// What `init` gives to the fields is not shared yet, inside a function too.
public function main() {
    var local = isolated object {
        private int[][] rows;

        function init() {
            self.rows = [];
            lock {
                self.rows.push([1]);
            }
        }
    };
    _ = local;
    Greeter greeter = new;
    isolated function () returns string greet = greeter.greeter();
    _ = greet();
    _ = counter.total();
}
