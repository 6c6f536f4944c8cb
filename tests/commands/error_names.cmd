=== Ballerina.toml
[package]
org = "acme"
name = "errors"
version = "0.1.0"
=== main.bal
import ballerina/io;
import acme/errors.low;

type Bad distinct error;

public function main() {
    error bad = error Bad("bad", low:failure());
    io:println(bad.toBalString());
    io:println(bad);
}
=== modules/low/low.bal
public type Failure distinct error;

public function failure() returns error => error Failure("low", code = 3);
=== commands
$ barre run
> error {acme/errors}Bad ("bad",error {acme/errors.low}Failure ("low",code=3))
> error Bad ("bad",error Failure ("low",code=3))
