isolated class Counter {
    final string name;
    private int n = 0;
    int[] history = []; // @error
    final int[] limits = [1]; // @error
    private int[] values;

    isolated function init(string name, int[] values) {
        self.name = name;
        self.values = values; // @error
    }

    isolated function increment() returns int {
        self.n += 1; // @error
        lock {
            self.n += 1;
            return self.n;
        }
    }

    isolated function getName() returns string => self.name;

    isolated function getValues() returns int[] {
        lock {
            return self.values; // @error
        }
    }

    isolated function copyValues() returns int[] {
        lock {
            return self.values.clone();
        }
    }

    isolated function setValues(int[] values) {
        lock {
            self.values = values; // @error
        }
        lock {
            self.values = values.cloneReadOnly();
        }
        _ = self.getName();
    }
}

final Counter counter = new ("c", []);

isolated function usesObject() returns int => counter.increment();

isolated class Lazy {
    private int n = 0;

    isolated function later() returns function () returns int {
        lock {
            return isolated function() returns int {
                return self.n; // @error
            };
        }
    }
}

var made = isolated object {
    private int n;

    function init() {
        self.n = 1;
    }
};

// Only an object whose fields could be those of an isolated one is taken as isolated where that is expected.
isolated object {} shared = object { // @error IncompatibleTypes
    int[] values = [1, 2];
};
