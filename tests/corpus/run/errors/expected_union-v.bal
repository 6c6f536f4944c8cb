// An error constructor without a type, where a union of error types is expected: the details choose, and of
// types with the same details the first one.

import ballerina/io;

type ReadError distinct error<record {|int line; int? column = ();|}>;

type WriteError distinct error<record {|string target;|}>;

type PlainError distinct error;

type OtherError distinct error;

type FileError ReadError|WriteError;

type SchemaError PlainError|OtherError;

// What is known to be one type or another has no type of its own.
type AnyError distinct (ReadError|WriteError);

function read() returns FileError => error("reading", line = 3);

function write() returns FileError => error("writing", target = "here");

function plain() returns SchemaError => error("plain", reason = "none");

function pass(boolean reads) returns AnyError? {
    ReadError|WriteError result = reads ? error ReadError("a", line = 1) : error WriteError("b", target = "c");
    check result;
}

public function main() {
    FileError a = read();
    FileError b = write();
    io:println(a is ReadError, " ", b is WriteError); // @output true true
    SchemaError c = plain();
    io:println(c is PlainError, " ", c is OtherError); // @output true false
    io:println(pass(true) is ReadError, " ", pass(false) is WriteError); // @output true true
}
