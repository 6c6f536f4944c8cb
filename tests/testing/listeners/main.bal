import ballerina/io;

type Greeter distinct service object {
    function greet() returns string;
};

string[] events = [];

class Door {
    private Greeter? greeter = ();

    public function attach(Greeter s, string[]|string? name = ()) returns error? {
        self.greeter = s;
        events.push("attach");
    }

    public function detach(Greeter s) returns error? {
    }

    public function 'start() returns error? {
        Greeter? greeter = self.greeter;
        events.push("start", greeter is () ? "" : greeter.greet());
    }

    public function gracefulStop() returns error? {
        io:println("stop");
    }

    public function immediateStop() returns error? {
    }
}

listener Door door = new;

service Greeter on door {
    function greet() returns string => "hello";
}

public function main() {
    io:println("main is not run by tests");
}
