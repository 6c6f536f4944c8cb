import ballerina/io;
import ballerina/lang.runtime;

// A listener of the program's own: attached, started and stopped in the order that the language says.
class Bell {
    private string name;
    private service object {}[] services = [];

    function init(string name) {
        self.name = name;
        io:println("new ", name);
    }

    public function attach(service object {} s, string[]|string? path = ()) returns error? {
        self.services.push(s);
        io:println("attach ", path);
    }

    public function detach(service object {} s) returns error? {
        io:println("detach");
    }

    public function 'start() returns error? {
        io:println("start ", self.name);
    }

    public function gracefulStop() returns error? {
        io:println("stop ", self.name);
    }

    public function immediateStop() returns error? {
    }
}

listener Bell bell = new ("module");

service /a/b on bell {
    resource function get x() returns int => 1;
}

service "named" on bell {
}

public function main() returns error? {
    Bell own = new ("dynamic");
    check own.attach(service object {}, "own");
    check own.'start();
    runtime:registerListener(own);
    Bell other = new ("other");
    runtime:registerListener(other);
    runtime:deregisterListener(other);
    runtime:onGracefulStop(goodbye);
    io:println("main");
}

function goodbye() returns error? {
    io:println("goodbye");
}
