=== Ballerina.toml
[package]
org = "me"
name = "warned"
version = "0.1.0"
=== main.bal
import ballerina/io;
import warned.clock;

public function main() {
    int unused = 1;
    io:println(clock:isRunning());
}
=== modules/clock/clock.bal
import ballerina/time;

public function isRunning() returns boolean => time:utcNow()[0] > 0;
=== commands
$ barre run
> true
! main.bal:5:9: warning: the variable 'unused' is not used
exit 0
