# No padding.
public const NONE = "NONE";

# The padding of PKCS #5, of AES.
public const PKCS5 = "PKCS5";

# The padding of PKCS #1, of RSA.
public const PKCS1 = "PKCS1";

# The OAEP padding of RSA by MD5.
public const OAEPwithMD5andMGF1 = "OAEPwithMD5andMGF1";

# The OAEP padding of RSA by SHA-1.
public const OAEPWithSHA1AndMGF1 = "OAEPWithSHA1AndMGF1";

# The OAEP padding of RSA by SHA-256.
public const OAEPWithSHA256AndMGF1 = "OAEPWithSHA256AndMGF1";

# The OAEP padding of RSA by SHA-384.
public const OAEPwithSHA384andMGF1 = "OAEPwithSHA384andMGF1";

# The OAEP padding of RSA by SHA-512.
public const OAEPwithSHA512andMGF1 = "OAEPwithSHA512andMGF1";

# The paddings of AES.
public type AesPadding NONE|PKCS5;

# The paddings of RSA.
public type RsaPadding PKCS1|OAEPwithMD5andMGF1|OAEPWithSHA1AndMGF1|OAEPWithSHA256AndMGF1|OAEPwithSHA384andMGF1|
    OAEPwithSHA512andMGF1;

final readonly & map<string> oaepDigests = {
    [OAEPwithMD5andMGF1]: "MD5",
    [OAEPWithSHA1AndMGF1]: "SHA1",
    [OAEPWithSHA256AndMGF1]: "SHA256",
    [OAEPwithSHA384andMGF1]: "SHA384",
    [OAEPwithSHA512andMGF1]: "SHA512"
};

# Encrypts bytes by RSA.
#
# + input - the bytes
# + key - a key
# + padding - how they are padded
# + return - the encrypted bytes, or an error
public isolated function encryptRsaEcb(byte[] input, PrivateKey|PublicKey key, RsaPadding padding = PKCS1)
        returns byte[]|Error => rsaWith(input, key, true, padding);

# Encrypts bytes by AES in the mode CBC.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + iv - the initialization vector, of 16 bytes
# + padding - how they are padded
# + return - the encrypted bytes, or an error
public isolated function encryptAesCbc(byte[] input, byte[] key, byte[] iv, AesPadding padding = PKCS5)
        returns byte[]|Error => aes("CBC", input, key, iv, true, padding == PKCS5, 0);

# Encrypts bytes by AES in the mode ECB.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + padding - how they are padded
# + return - the encrypted bytes, or an error
public isolated function encryptAesEcb(byte[] input, byte[] key, AesPadding padding = PKCS5) returns byte[]|Error =>
    aes("ECB", input, key, [], true, padding == PKCS5, 0);

# Encrypts bytes by AES in the mode GCM; the tag stands behind the encrypted bytes.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + iv - the initialization vector
# + padding - makes no difference, as this mode needs none
# + tagSize - the bits of the tag
# + return - the encrypted bytes, or an error
public isolated function encryptAesGcm(byte[] input, byte[] key, byte[] iv, AesPadding padding = NONE,
        int tagSize = 128) returns byte[]|Error => aes("GCM", input, key, iv, true, false, tagSize);

# Decrypts bytes by RSA.
#
# + input - the bytes
# + key - a key
# + padding - how they are padded
# + return - the decrypted bytes, or an error
public isolated function decryptRsaEcb(byte[] input, PrivateKey|PublicKey key, RsaPadding padding = PKCS1)
        returns byte[]|Error => rsaWith(input, key, false, padding);

# Decrypts bytes by AES in the mode CBC.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + iv - the initialization vector, of 16 bytes
# + padding - how they are padded
# + return - the decrypted bytes, or an error
public isolated function decryptAesCbc(byte[] input, byte[] key, byte[] iv, AesPadding padding = PKCS5)
        returns byte[]|Error => aes("CBC", input, key, iv, false, padding == PKCS5, 0);

# Decrypts bytes by AES in the mode ECB.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + padding - how they are padded
# + return - the decrypted bytes, or an error
public isolated function decryptAesEcb(byte[] input, byte[] key, AesPadding padding = PKCS5) returns byte[]|Error =>
    aes("ECB", input, key, [], false, padding == PKCS5, 0);

# Decrypts bytes by AES in the mode GCM; the tag stands behind the encrypted bytes.
#
# + input - the bytes
# + key - of 16, 24 or 32 bytes
# + iv - the initialization vector
# + padding - makes no difference, as this mode needs none
# + tagSize - the bits of the tag
# + return - the decrypted bytes, or an error
public isolated function decryptAesGcm(byte[] input, byte[] key, byte[] iv, AesPadding padding = NONE,
        int tagSize = 128) returns byte[]|Error => aes("GCM", input, key, iv, false, false, tagSize);

isolated function rsaWith(byte[] input, PrivateKey|PublicKey key, boolean encrypts, RsaPadding padding)
        returns byte[]|Error {
    byte[] encoded = check encodingOf(key, "Uninitialized private/public key.");
    return rsa(input, encoded, key is PrivateKey, encrypts, oaepDigests[padding] ?: "");
}

isolated function rsa(byte[] input, byte[] key, boolean isPrivate, boolean encrypts, string padding)
        returns byte[]|Error = external;

isolated function aes(string mode, byte[] input, byte[] key, byte[] iv, boolean encrypts, boolean isPadded,
        int tagBits) returns byte[]|Error = external;
