=== waits.bal
import ballerina/io;
import ballerina/lang.runtime;

isolated function wakes() returns int {
    runtime:sleep(0.01);
    return 3;
}

public function main() returns error? {
    future<int> early = start wakes();
    int woken = check wait early;
    io:println(woken);
    worker A returns error? {
        int n = check <- B;
        n -> B;
    }
    worker B returns error? {
        int n = check <- A;
        n -> A;
    }
    check wait A;
}
=== serves.bal
import ballerina/websocket;

configurable int port = ?;

listener websocket:Listener server = new (port);

service / on server {
    resource function get .() returns websocket:Service|error => new Echo();
}

service class Echo {
    *websocket:Service;
}

public function main() returns error? {
    worker A returns error? {
        int n = check <- B;
        n -> B;
    }
    worker B returns error? {
        int n = check <- A;
        n -> A;
    }
    check wait A;
}
=== prints.bal
import ballerina/io;

public function main() {
    foreach int i in 0 ..< 10000 {
        io:println("line ", i);
    }
}
=== commands
$ barre run waits.bal
> 3
! error: deadlock: every strand waits for another one
! *at main(waits.bal:21)
exit 1
$ barre run serves.bal -C port=$PORT
! error: deadlock: every strand waits for another one
! *at main(serves.bal:24)
exit 1
$ barre run prints.bal > /dev/full
! error: the output cannot be written
exit 1
