# Signs the MD5 hash of bytes by RSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaMd5(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "MD5");

# Tells whether bytes belong to an RSA signature of their MD5 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaMd5Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "MD5");

# Signs the SHA1 hash of bytes by RSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaSha1(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA1");

# Tells whether bytes belong to an RSA signature of their SHA1 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaSha1Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA1");

# Signs the SHA256 hash of bytes by RSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaSha256(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA256");

# Tells whether bytes belong to an RSA signature of their SHA256 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaSha256Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA256");

# Signs the SHA384 hash of bytes by RSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaSha384(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA384");

# Tells whether bytes belong to an RSA signature of their SHA384 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaSha384Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA384");

# Signs the SHA512 hash of bytes by RSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaSha512(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA512");

# Tells whether bytes belong to an RSA signature of their SHA512 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaSha512Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA512");

# Signs the SHA256 hash of bytes by ECDSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signSha256withEcdsa(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA256");

# Tells whether bytes belong to an ECDSA signature of their SHA256 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifySha256withEcdsaSignature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA256");

# Signs the SHA384 hash of bytes by ECDSA.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signSha384withEcdsa(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA384");

# Tells whether bytes belong to an ECDSA signature of their SHA384 hash.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifySha384withEcdsaSignature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA384");

# Signs the SHA256 hash of bytes by RSA with the padding PSS.
#
# + input - the bytes
# + privateKey - the key
# + return - the signature, or an error
public isolated function signRsaSsaPss256(byte[] input, PrivateKey privateKey) returns byte[]|Error =>
    signed(input, privateKey, "SHA256", true);

# Tells whether bytes belong to an RSA signature of their SHA256 hash with the padding PSS.
#
# + data - the bytes
# + signature - the signature
# + publicKey - of the key that has signed
# + return - whether they do, or an error
public isolated function verifyRsaSsaPss256Signature(byte[] data, byte[] signature, PublicKey publicKey)
        returns boolean|Error => verified(data, signature, publicKey, "SHA256", true);

isolated function signed(byte[] input, PrivateKey key, string digest, boolean isPss = false) returns byte[]|Error =>
    sign(input, check encodingOf(key, "Uninitialized private key: it has not been decoded"), digest, isPss);

isolated function verified(byte[] data, byte[] signature, PublicKey key, string digest, boolean isPss = false)
        returns boolean|Error =>
    verify(data, signature, check encodingOf(key, "Uninitialized public key: it has not been decoded"), digest, isPss);

isolated function sign(byte[] input, byte[] key, string digest, boolean isPss) returns byte[]|Error = external;

isolated function verify(byte[] input, byte[] signature, byte[] key, string digest, boolean isPss)
        returns boolean|Error = external;
