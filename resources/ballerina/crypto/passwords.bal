import ballerina/lang.array;
import ballerina/lang.regexp;

# A hash, as bytes or as text.
public type HashValue byte[]|string;

# The hashes that passwords are derived by.
public enum HmacAlgorithm {
    # of 20 bytes
    SHA1,
    # of 32 bytes
    SHA256,
    # of 64 bytes
    SHA512
}

const MINIMUM_ITERATIONS = 10000;
const SALT_BYTES = 16;
const LONGEST_PASSWORD = 72;
const LEAST_WORK = 4;
const MOST_WORK = 31;
const LEAST_MEMORY = 8192;
const MOST_LANES = 0xffffff;

# Compares hashes in a time that does not tell where they differ.
#
# + value - a hash
# + expectedValue - the one that it should be
# + return - whether they are equal
public isolated function equalConstantTime(HashValue value, HashValue expectedValue) returns boolean =>
    equalBytes(value is string ? value.toBytes() : value, expectedValue is string ? expectedValue.toBytes() : expectedValue);

# Derives a key of any length from a secret, by HKDF with SHA-256.
#
# + input - the secret
# + length - how many bytes the key has
# + salt - bytes that need not be secret
# + info - what the key is for
# + return - the key, or an error
public isolated function hkdfSha256(byte[] input, int length, byte[] salt = [], byte[] info = []) returns byte[]|Error =>
    derive(input, length, salt, info);

# Hashes a password by bcrypt with a salt of its own.
#
# + password - the password, in UTF-8 of at most 71 bytes
# + workFactor - it is hashed 2 to the power of this times, of 4 to 31
# + return - `$2a$WORK$SALTANDHASH`, or an error
public isolated function hashBcrypt(string password, int workFactor = 12) returns string|Error {
    if workFactor < LEAST_WORK || workFactor > MOST_WORK {
        return error Error(string `Work factor must be between ${LEAST_WORK} and ${MOST_WORK}`);
    }
    if password == "" {
        return error Error("Password cannot be empty");
    }
    byte[] salt = randomBytes(SALT_BYTES);
    byte[]|error hash = saltedBcrypt(password, salt, workFactor);
    if hash is error {
        return error Error("Error occurred while hashing password: " + hash.message());
    }
    return string `$2a$${workFactor.toString().padZero(2)}$${[...salt, ...hash].toBase64()}`;
}

# Looks whether a password is the one of a hash.
#
# + password - the password
# + hashedPassword - what `hashBcrypt` has made of the right one
# + return - whether it is, or an error
public isolated function verifyBcrypt(string password, string hashedPassword) returns boolean|Error {
    string[]? parts = partsOfHash(re `\$2a\$(\d\d)\$([A-Za-z0-9+/=]+)`, hashedPassword);
    if parts is () {
        return error Error("Invalid hash format");
    }
    do {
        byte[] saltAndHash = check array:fromBase64(parts[1]);
        if saltAndHash.length() < SALT_BYTES {
            fail error("the salt is too short");
        }
        byte[] hash = check saltedBcrypt(password, saltAndHash.slice(0, SALT_BYTES), check int:fromString(parts[0]));
        return equalBytes(hash, saltAndHash.slice(SALT_BYTES));
    } on fail error e {
        return error Error("Error occurred while verifying password: " + e.message());
    }
}

isolated function saltedBcrypt(string password, byte[] salt, int work) returns byte[]|error {
    // The hash is of the text with the zero that ends it.
    byte[] bytes = [...password.toBytes(), 0];
    if bytes.length() > LONGEST_PASSWORD {
        return error(string `BCrypt password must be <= ${LONGEST_PASSWORD} bytes`);
    }
    if work < LEAST_WORK || work > MOST_WORK {
        return error("Invalid cost factor.");
    }
    return bcryptOf(bytes, salt, work);
}

# Hashes a password by Argon2id with a salt of its own.
#
# + password - the password
# + iterations - how often the memory is gone through
# + memory - how much memory that takes, in KB; at least 8192
# + parallelism - into how many lanes it is divided
# + return - `$argon2id$v=19$m=MEMORY,t=ITERATIONS,p=PARALLELISM$SALT$HASH`, or an error
public isolated function hashArgon2(string password, int iterations = 3, int memory = 65536, int parallelism = 4)
        returns string|Error {
    if iterations <= 0 {
        return error Error("Iterations must be positive");
    }
    if memory < LEAST_MEMORY {
        return error Error(string `Memory must be at least ${LEAST_MEMORY} KB (${LEAST_MEMORY / 1024}MB)`);
    }
    if parallelism <= 0 {
        return error Error("Parallelism must be positive");
    }
    if password == "" {
        return error Error("Password cannot be empty");
    }
    byte[] salt = randomBytes(SALT_BYTES);
    byte[]|Error hash = saltedArgon2(password, salt, iterations, memory, parallelism);
    if hash is error {
        return error Error("Error occurred while hashing password with Argon2: " + hash.message());
    }
    return string `$argon2id$v=19$m=${memory},t=${iterations},p=${parallelism}$${salt.toBase64()}$${hash.toBase64()}`;
}

# Looks whether a password is the one of a hash.
#
# + password - the password
# + hashedPassword - what `hashArgon2` has made of the right one
# + return - whether it is, or an error
public isolated function verifyArgon2(string password, string hashedPassword) returns boolean|Error {
    string[]? parts = partsOfHash(
        re `\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)`, hashedPassword);
    if parts is () {
        return error Error("Invalid Argon2 hash format");
    }
    do {
        byte[] salt = check array:fromBase64(parts[3]);
        byte[] hash = check array:fromBase64(parts[4]);
        return equalBytes(hash, check saltedArgon2(password, salt, check int:fromString(parts[1]),
            check int:fromString(parts[0]), check int:fromString(parts[2])));
    } on fail error e {
        return error Error("Error occurred while verifying password: " + e.message());
    }
}

isolated function saltedArgon2(string password, byte[] salt, int iterations, int memory, int parallelism)
        returns byte[]|Error {
    boolean isPossible = iterations > 0 && iterations <= int:SIGNED32_MAX_VALUE && memory > 0
        && memory <= int:SIGNED32_MAX_VALUE && parallelism > 0 && parallelism <= MOST_LANES;
    if !isPossible {
        return error Error("a parameter is out of range");
    }
    return argon2Of(password, salt, iterations, memory, parallelism);
}

# Hashes a password by PBKDF2 with a salt of its own.
#
# + password - the password
# + iterations - how often it is hashed, at least 10,000 times
# + algorithm - the hash
# + return - `$pbkdf2-ALGORITHM$i=ITERATIONS$SALT$HASH`, or an error
public isolated function hashPbkdf2(string password, int iterations = 10000, HmacAlgorithm algorithm = SHA256)
        returns string|Error {
    if password == "" {
        return error Error("Password cannot be empty");
    }
    if iterations < MINIMUM_ITERATIONS {
        return error Error(string `Iterations must be at least ${MINIMUM_ITERATIONS}`);
    }
    byte[] salt = randomBytes(SALT_BYTES);
    byte[] hash = pbkdf2(password, salt, iterations, algorithm);
    return string `$pbkdf2-${algorithm.toLowerAscii()}$i=${iterations}$${salt.toBase64()}$${hash.toBase64()}`;
}

# Looks whether a password is the one of a hash.
#
# + password - the password
# + hashedPassword - what `hashPbkdf2` has made of the right one
# + return - whether it is, or an error
public isolated function verifyPbkdf2(string password, string hashedPassword) returns boolean|Error {
    string[]? parts = partsOfHash(re `\$pbkdf2-(\w+)\$i=(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)`,
        hashedPassword);
    if parts is () {
        return error Error("Invalid PBKDF2 hash format");
    }
    string problem = "Error occurred while verifying password: ";
    HmacAlgorithm|error algorithm = parts[0].toUpperAscii().ensureType();
    if algorithm is error {
        return error Error(string `${problem}Unsupported algorithm: ${parts[0].toUpperAscii()}`);
    }
    int|error iterations = int:fromString(parts[1]);
    byte[]|error salt = array:fromBase64(parts[2]);
    byte[]|error hash = array:fromBase64(parts[3]);
    if iterations is error || salt is error || hash is error {
        return error Error("Invalid PBKDF2 hash format");
    }
    return equalBytes(pbkdf2(password, salt, iterations, algorithm), hash);
}

// What the groups of a hash's form match.
isolated function partsOfHash(regexp:RegExp form, string text) returns string[]? {
    regexp:Groups? groups = form.fullMatchGroups(text);
    if groups is () {
        return ();
    }
    return from int i in 1 ..< groups.length()
        let regexp:Span? part = groups[i]
        select part is () ? "" : part.substring();
}

isolated function equalBytes(byte[] one, byte[] other) returns boolean = external;

isolated function randomBytes(int count) returns byte[] = external;

isolated function pbkdf2(string password, byte[] salt, int iterations, string algorithm) returns byte[] = external;

isolated function bcryptOf(byte[] password, byte[] salt, int work) returns byte[] = external;

isolated function argon2Of(string password, byte[] salt, int iterations, int memory, int parallelism)
        returns byte[]|Error = external;

isolated function derive(byte[] input, int length, byte[] salt, byte[] info) returns byte[]|Error = external;
