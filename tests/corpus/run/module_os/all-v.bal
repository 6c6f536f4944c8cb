import ballerina/io;
import ballerina/os;

public function main() returns error? {
    check os:setEnv("BARRE_TEST", "value");
    io:println(os:getEnv("BARRE_TEST"), " ", os:listEnv()["BARRE_TEST"]); // @output value value
    check os:unsetEnv("BARRE_TEST");
    io:println(os:getEnv("BARRE_TEST") == ""); // @output true
    io:println(os:setEnv("", "x")); // @output error Error ("The parameter key cannot be an empty string")
    io:println(os:setEnv("==", "x")); // @output error Error ("The parameter key cannot be == sign")
    io:println(os:unsetEnv("")); // @output error Error ("The parameter key cannot be an empty string")
    io:println(os:getUsername() != "", os:getUserHome() != ""); // @output truetrue
    check processes();
}

function processes() returns error? {
    os:Process echo = check os:exec({value: "sh", arguments: ["-c", "echo $NAME; echo oops >&2; exit 3"]}, NAME = "Ann");
    io:println(check echo.waitForExit()); // @output 3
    io:println((check string:fromBytes(check echo.output())).trim()); // @output Ann
    io:println((check string:fromBytes(check echo.output(io:stderr))).trim()); // @output oops
    os:Process|os:Error missing = os:exec({value: "no-such-program-at-all"});
    io:println(missing is os:ProcessExecError); // @output true
    os:Process slow = check os:exec({value: "sleep", arguments: ["60"]});
    slow.exit();
    io:println(check slow.waitForExit()); // @output 143
    io:println(slow.output()); // @output error ProcessExecError ("Failed to read the output of the process: Stream closed")
}
