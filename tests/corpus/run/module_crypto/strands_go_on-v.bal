import ballerina/crypto;
import ballerina/io;

// A hash that takes its time is made while other strands run: each strand says first what it begins.
isolated function say(string what) {
    io:println(what);
}

function hashes() returns error? {
    io:println("hashing");
    string bcrypt = check crypto:hashBcrypt("secret", 10);
    string pbkdf2 = check crypto:hashPbkdf2("secret", 10000);
    string argon2 = check crypto:hashArgon2("secret", 2, 8192, 1);
    io:println(crypto:verifyBcrypt("secret", bcrypt), crypto:verifyBcrypt("other", bcrypt));
    io:println(crypto:verifyPbkdf2("secret", pbkdf2), crypto:verifyPbkdf2("other", pbkdf2));
    io:println(crypto:verifyArgon2("secret", argon2), crypto:verifyArgon2("other", argon2));
}

public function main() returns error? {
    future<error?> hashed = start hashes();
    future<()> said = start say("meanwhile");
    check wait said;
    check wait hashed;
    // @output hashing
    // @output meanwhile
    // @output truefalse
    // @output truefalse
    // @output truefalse
}
