// Keys from secrets and hashes of passwords. The key of HKDF is the first example of RFC 5869.
import ballerina/crypto;
import ballerina/io;

function shown(any|error value) returns any => value is error ? value.message() : value;

public function main() returns error? {
    byte[] secret = base16 `0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b`;
    byte[] key = check crypto:hkdfSha256(secret, 42, base16 `000102030405060708090a0b0c`, base16 `f0f1f2f3f4f5f6f7f8f9`);
    io:println(key.toBase16());
    // @output 3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865
    io:println((check crypto:hkdfSha256(secret, 16)).length()); // @output 16

    io:println(crypto:equalConstantTime("abc", [97, 98, 99]), crypto:equalConstantTime([1], [2]),
        crypto:equalConstantTime("", []), crypto:equalConstantTime("ab", "abc")); // @output truefalsetruefalse

    string hash = check crypto:hashPbkdf2("open sesame");
    io:println(re `\$[^$]{24}\$[^$]{44}$`.replace(hash, "…")); // @output $pbkdf2-sha256$i=10000…
    io:println(crypto:verifyPbkdf2("open sesame", hash), crypto:verifyPbkdf2("open", hash)); // @output truefalse
    io:println((check crypto:hashPbkdf2("a")) == (check crypto:hashPbkdf2("a"))); // @output false
    string long = check crypto:hashPbkdf2("ä", 12000, crypto:SHA512);
    io:println(long.startsWith("$pbkdf2-sha512$i=12000$"), crypto:verifyPbkdf2("ä", long)); // @output truetrue
    // As another program has made it.
    io:println(crypto:verifyPbkdf2("password", "$pbkdf2-sha1$i=10000$c2FsdA==$osJkYYaChHS3VFkaVHwY8TLYjXQ="));
    // @output true
    io:println(shown(crypto:hashPbkdf2("a", 500))); // @output Iterations must be at least 10000
    io:println(shown(crypto:hashPbkdf2(""))); // @output Password cannot be empty
    io:println(shown(crypto:verifyPbkdf2("a", "$pbkdf2$i=1$a$b"))); // @output Invalid PBKDF2 hash format
    io:println(shown(crypto:verifyPbkdf2("a", "$pbkdf2-md5$i=1$a$b")));
    // @output Error occurred while verifying password: Unsupported algorithm: MD5

    string bcrypt = check crypto:hashBcrypt("open sesame", 5);
    io:println(re `[A-Za-z0-9+/]{54}==$`.replace(bcrypt, "…")); // @output $2a$05$…
    io:println(crypto:verifyBcrypt("open sesame", bcrypt), crypto:verifyBcrypt("open", bcrypt)); // @output truefalse
    io:println(crypto:verifyBcrypt("ä", check crypto:hashBcrypt("ä", 4))); // @output true
    // As another program has made it.
    io:println(crypto:verifyBcrypt("abc", "$2a$04$cdefghijklmnopqrstuvwxJN+8E3d4CfTwpywVYoC4Lb9JqUq2qeoA=="));
    // @output true
    io:println(shown(crypto:hashBcrypt("a", 3))); // @output Work factor must be between 4 and 31
    io:println(shown(crypto:hashBcrypt(""))); // @output Password cannot be empty
    io:println(shown(crypto:hashBcrypt("".padEnd(72), 4)));
    // @output Error occurred while hashing password: BCrypt password must be <= 72 bytes
    io:println(crypto:hashBcrypt("".padEnd(71), 4) is string); // @output true
    io:println(shown(crypto:verifyBcrypt("a", "$2$"))); // @output Invalid hash format
    io:println(shown(crypto:verifyBcrypt("a", "$2a$04$AAAA")));
    // @output Error occurred while verifying password: the salt is too short

    string argon = check crypto:hashArgon2("open sesame", 1, 8192, 2);
    io:println(re `\$[^$]{24}\$[^$]{44}$`.replace(argon, "…")); // @output $argon2id$v=19$m=8192,t=1,p=2…
    io:println(crypto:verifyArgon2("open sesame", argon), crypto:verifyArgon2("open", argon)); // @output truefalse
    // The hashes that the authors of Argon2 give as tests.
    io:println(crypto:verifyArgon2("password", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ=$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc="));
    // @output true
    io:println(shown(crypto:hashArgon2("a", 0))); // @output Iterations must be positive
    io:println(shown(crypto:hashArgon2("a", 1, 8000))); // @output Memory must be at least 8192 KB (8MB)
    io:println(shown(crypto:hashArgon2("a", parallelism = 0))); // @output Parallelism must be positive
    io:println(shown(crypto:hashArgon2(""))); // @output Password cannot be empty
    io:println(shown(crypto:hashArgon2("a", parallelism = 0xffffff + 1)));
    // @output Error occurred while hashing password with Argon2: a parameter is out of range
    io:println(shown(crypto:verifyArgon2("a", "$argon2i$v=19$m=1"))); // @output Invalid Argon2 hash format
}
