import ballerina/io;

class Divider {
    function by(int n) returns int {
        return 10 / n;
    }
}

function run(Divider divider) returns int {
    return divider.by(0);
}

public function main() {
    io:println("before"); // @output before
    io:println(run(new));
}
// @stderr error: {ballerina}DivisionByZero {"message":" / by zero"}
// @stderr 	at by(uncaught_panic-p.bal:5)
// @stderr 	   run(uncaught_panic-p.bal:10)
// @stderr 	   main(uncaught_panic-p.bal:15)
