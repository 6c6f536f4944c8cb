import ballerina/lang.array;

# RSA.
public const RSA = "RSA";

# The algorithms that a key may be of; keys of elliptic curves are said to be RSA too, as they have no name of their own.
public type KeyAlgorithm RSA;

# A private key.
#
# + algorithm - what it is for
# + encoded - the key, as PKCS #8 says; without it the key is of no use
public type PrivateKey record {|
    KeyAlgorithm algorithm;
    byte[] encoded?;
|};

# A public key.
#
# + algorithm - what it is for
# + certificate - that it was read from
# + encoded - the key, as X.509 says; without it the key is of no use
public type PublicKey record {|
    KeyAlgorithm algorithm;
    Certificate certificate?;
    byte[] encoded?;
|};

# What an X.509 certificate says.
#
# + version0 - its version
# + serial - its number; 0 if that is too long for an int
# + issuer - who has signed it
# + subject - whose it is
# + notBefore - when it begins to hold
# + notAfter - when it ends
# + signature - by its issuer
# + signingAlgorithm - how it was signed
public type Certificate record {|
    int version0;
    int serial;
    string issuer;
    string subject;
    Instant notBefore;
    Instant notAfter;
    byte[] signature;
    string signingAlgorithm;
|};

# What time:Utc is: the seconds since 1970, and parts of one.
type Instant readonly & [int, decimal];

type CertificateParts [int, int, string, string, int, int, byte[], string];

# The RSA private key of a PKCS #12 file.
#
# + keyStore - the file and its password
# + keyAlias - the name of the key
# + keyPassword - the password of the key, which is the file's
# + return - the key, or an error
public isolated function decodeRsaPrivateKeyFromKeyStore(KeyStore keyStore, string keyAlias, string keyPassword)
        returns PrivateKey|Error {
    [string, byte[]] key = check privateKeyIn(keyStore, keyAlias, keyPassword);
    return privateKey(key, "RSA");
}

# The RSA private key of a PEM file.
#
# + keyFile - the file
# + keyPassword - its password if it is encrypted
# + return - the key, or an error
public isolated function decodeRsaPrivateKeyFromKeyFile(string keyFile, string? keyPassword = ())
        returns PrivateKey|Error {
    [string, byte[]] key = check readPrivateKey(check content(keyFile, "Key file"), keyPassword);
    return privateKey(key, "RSA");
}

# The RSA public key of a PKCS #12 file.
#
# + trustStore - the file and its password
# + keyAlias - the name of its certificate
# + return - the key, or an error
public isolated function decodeRsaPublicKeyFromTrustStore(TrustStore trustStore, string keyAlias)
        returns PublicKey|Error {
    var key = check certificateOfStore(check content(trustStore.path, "PKCS12 KeyStore"), trustStore.password, keyAlias);
    return publicKey(key, "RSA");
}

# The RSA public key of a certificate.
#
# + certFile - a PEM file
# + return - the key, or an error
public isolated function decodeRsaPublicKeyFromCertFile(string certFile) returns PublicKey|Error {
    var key = check readCertificate(check content(certFile, "Certificate file"));
    return publicKey(key, "RSA");
}

# An RSA private key from what a PEM file has in it.
#
# + content - the bytes of the file
# + keyPassword - its password if it is encrypted
# + return - the key, or an error
public isolated function decodeRsaPrivateKeyFromContent(byte[] content, string? keyPassword = ())
        returns PrivateKey|Error {
    [string, byte[]] key = check readPrivateKey(content, keyPassword);
    return privateKey(key, "RSA");
}

# An RSA public key from what the PEM file of a certificate has in it.
#
# + content - the bytes of the file
# + return - the key, or an error
public isolated function decodeRsaPublicKeyFromContent(byte[] content) returns PublicKey|Error {
    var key = check readCertificate(content);
    return publicKey(key, "RSA");
}

# An RSA public key from its numbers.
#
# + modulus - in Base64 as URLs have it
# + exponent - likewise
# + return - the key, or an error
public isolated function buildRsaPublicKey(string modulus, string exponent) returns PublicKey|Error {
    byte[] encoded = check rsaPublicKey(check fromUrlBase64(modulus), check fromUrlBase64(exponent));
    return {algorithm: RSA, encoded};
}

# The EC private key of a PKCS #12 file.
#
# + keyStore - the file and its password
# + keyAlias - the name of the key
# + keyPassword - the password of the key, which is the file's
# + return - the key, or an error
public isolated function decodeEcPrivateKeyFromKeyStore(KeyStore keyStore, string keyAlias, string keyPassword)
        returns PrivateKey|Error {
    [string, byte[]] key = check privateKeyIn(keyStore, keyAlias, keyPassword);
    return privateKey(key, "EC");
}

# The EC private key of a PEM file.
#
# + keyFile - the file
# + keyPassword - its password if it is encrypted
# + return - the key, or an error
public isolated function decodeEcPrivateKeyFromKeyFile(string keyFile, string? keyPassword = ())
        returns PrivateKey|Error {
    [string, byte[]] key = check readPrivateKey(check content(keyFile, "Key file"), keyPassword);
    return privateKey(key, "EC");
}

# The EC public key of a PKCS #12 file.
#
# + trustStore - the file and its password
# + keyAlias - the name of its certificate
# + return - the key, or an error
public isolated function decodeEcPublicKeyFromTrustStore(TrustStore trustStore, string keyAlias)
        returns PublicKey|Error {
    var key = check certificateOfStore(check content(trustStore.path, "PKCS12 KeyStore"), trustStore.password, keyAlias);
    return publicKey(key, "EC");
}

# The EC public key of a certificate.
#
# + certFile - a PEM file
# + return - the key, or an error
public isolated function decodeEcPublicKeyFromCertFile(string certFile) returns PublicKey|Error {
    var key = check readCertificate(check content(certFile, "Certificate file"));
    return publicKey(key, "EC");
}

isolated function encodingOf(PrivateKey|PublicKey key, string problem) returns byte[]|Error {
    byte[]? encoded = key?.encoded;
    return encoded ?: error Error(problem);
}

isolated function privateKeyIn(KeyStore keyStore, string alias, string password) returns [string, byte[]]|Error {
    [string, byte[]] key = check privateKeyOfStore(check content(keyStore.path, "PKCS12 KeyStore"), keyStore.password, alias);
    return password == keyStore.password ? key : error Error("Key cannot be recovered: its password is another one");
}

// `what`: how the file is called if there is none.
isolated function content(string path, string what) returns byte[]|Error = external;

isolated function fromUrlBase64(string text) returns byte[]|Error {
    string padded = re `_`.replaceAll(re `-`.replaceAll(text, "+"), "/").padEnd((text.length() + 3) / 4 * 4, "=");
    byte[]|error bytes = array:fromBase64(padded);
    return bytes is byte[] ? bytes : error Error("Invalid modulus or exponent: " + bytes.message());
}

isolated function privateKey([string, byte[]] key, string algorithm) returns PrivateKey|Error =>
    key[0] == algorithm ? {algorithm: RSA, encoded: key[1]} : error Error(string `Not a valid ${algorithm} key`);

isolated function publicKey([string, byte[], CertificateParts] key, string algorithm) returns PublicKey|Error {
    if key[0] != algorithm {
        return error Error(string `Not a valid ${algorithm} public key`);
    }
    CertificateParts parts = key[2];
    Certificate certificate = {
        version0: parts[0],
        serial: parts[1],
        issuer: parts[2],
        subject: parts[3],
        notBefore: [parts[4], 0],
        notAfter: [parts[5], 0],
        signature: parts[6],
        signingAlgorithm: parts[7]
    };
    return {algorithm: RSA, certificate, encoded: key[1]};
}

isolated function readPrivateKey(byte[] pem, string? password) returns [string, byte[]]|Error = external;

isolated function readCertificate(byte[] pem) returns [string, byte[], CertificateParts]|Error = external;

isolated function privateKeyOfStore(byte[] store, string password, string alias) returns [string, byte[]]|Error = external;

isolated function certificateOfStore(byte[] store, string password, string alias)
        returns [string, byte[], CertificateParts]|Error = external;

isolated function rsaPublicKey(byte[] modulus, byte[] exponent) returns byte[]|Error = external;
