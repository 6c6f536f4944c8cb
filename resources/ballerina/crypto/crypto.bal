# An error of this module.
public type Error distinct error;

# The MD5 hash of bytes.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 16 bytes
public isolated function hashMd5(byte[] input, byte[]? salt = ()) returns byte[] => hash("MD5", input, salt);

# The SHA-1 hash of bytes.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 20 bytes
public isolated function hashSha1(byte[] input, byte[]? salt = ()) returns byte[] => hash("SHA1", input, salt);

# The SHA-256 hash of bytes.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 32 bytes
public isolated function hashSha256(byte[] input, byte[]? salt = ()) returns byte[] => hash("SHA256", input, salt);

# The SHA-384 hash of bytes.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 48 bytes
public isolated function hashSha384(byte[] input, byte[]? salt = ()) returns byte[] => hash("SHA384", input, salt);

# The SHA-512 hash of bytes.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 64 bytes
public isolated function hashSha512(byte[] input, byte[]? salt = ()) returns byte[] => hash("SHA512", input, salt);

# The Keccak-256 hash of bytes, which is not SHA3-256.
#
# + input - the bytes
# + salt - bytes that are put before them
# + return - 32 bytes
public isolated function hashKeccak256(byte[] input, byte[]? salt = ()) returns byte[] = external;

# The CRC-32 checksum of bytes.
#
# + input - the bytes
# + return - its hexadecimal digits
public isolated function crc32b(byte[] input) returns string = external;

# The authentication code of bytes by MD5.
#
# + input - the bytes
# + key - the secret
# + return - 16 bytes, or an error
public isolated function hmacMd5(byte[] input, byte[] key) returns byte[]|Error => hmac("MD5", input, key);

# The authentication code of bytes by SHA-1.
#
# + input - the bytes
# + key - the secret
# + return - 20 bytes, or an error
public isolated function hmacSha1(byte[] input, byte[] key) returns byte[]|Error => hmac("SHA1", input, key);

# The authentication code of bytes by SHA-256.
#
# + input - the bytes
# + key - the secret
# + return - 32 bytes, or an error
public isolated function hmacSha256(byte[] input, byte[] key) returns byte[]|Error => hmac("SHA256", input, key);

# The authentication code of bytes by SHA-384.
#
# + input - the bytes
# + key - the secret
# + return - 48 bytes, or an error
public isolated function hmacSha384(byte[] input, byte[] key) returns byte[]|Error => hmac("SHA384", input, key);

# The authentication code of bytes by SHA-512.
#
# + input - the bytes
# + key - the secret
# + return - 64 bytes, or an error
public isolated function hmacSha512(byte[] input, byte[] key) returns byte[]|Error => hmac("SHA512", input, key);

isolated function hmac(string algorithm, byte[] input, byte[] key) returns byte[]|Error {
    if key.length() == 0 {
        return error Error("Error occurred while calculating HMAC: Empty key");
    }
    return authenticate(algorithm, input, key);
}

isolated function hash(string algorithm, byte[] input, byte[]? salt) returns byte[] = external;

isolated function authenticate(string algorithm, byte[] input, byte[] key) returns byte[] = external;
