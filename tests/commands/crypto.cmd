=== main.bal
import ballerina/crypto;
import ballerina/io;
import ballerina/time;

function text(byte[]|crypto:Error bytes) returns string {
    string|error result = bytes is error ? bytes : string:fromBytes(bytes);
    return result is error ? result.message() : result;
}

public function main() returns error? {
    byte[] data = "attack at dawn".toBytes();
    crypto:PrivateKey key = check crypto:decodeRsaPrivateKeyFromKeyFile("key.pem");
    crypto:PublicKey open = check crypto:decodeRsaPublicKeyFromCertFile("cert.pem");
    crypto:Certificate certificate = check open.certificate.ensureType();
    time:Utc ends = certificate.notAfter;
    io:println(key.algorithm, " ", certificate.subject, " ", certificate.version0, " ", certificate.signingAlgorithm,
        " ", ends[0] > certificate.notBefore[0]);

    byte[] signature = check crypto:signRsaSha256(data, key);
    io:println(crypto:verifyRsaSha256Signature(data, signature, open), crypto:verifyRsaSha512Signature(data, signature, open),
        crypto:verifyRsaSha256Signature([1], signature, open));

    foreach crypto:RsaPadding padding in <crypto:RsaPadding[]>[crypto:PKCS1, crypto:OAEPWithSHA1AndMGF1, crypto:OAEPwithSHA384andMGF1] {
        byte[] secret = check crypto:encryptRsaEcb(data, open, padding);
        io:print(secret.length(), text(crypto:decryptRsaEcb(secret, key, padding)), " ");
    }
    io:println(text(crypto:decryptRsaEcb(check crypto:encryptRsaEcb(data, key), open)));
    crypto:PrivateKey stored = check crypto:decodeRsaPrivateKeyFromKeyStore({path: "store.p12", password: "secret"}, "me", "secret");
    crypto:PublicKey trusted = check crypto:decodeRsaPublicKeyFromTrustStore({path: "store.p12", password: "secret"}, "me");
    io:println(stored == key, trusted.encoded == open.encoded);
    crypto:PrivateKey curve = check crypto:decodeEcPrivateKeyFromKeyFile("ec.pem", "secret");
    crypto:PublicKey curveOpen = check crypto:decodeEcPublicKeyFromCertFile("eccert.pem");
    io:println(crypto:verifySha256withEcdsaSignature(data, check crypto:signSha256withEcdsa(data, curve), curveOpen));
    io:println(crypto:decodeRsaPrivateKeyFromKeyFile("ec.pem", "secret"));
    io:println(crypto:decodeRsaPrivateKeyFromKeyFile("none.pem") is crypto:Error,
        crypto:decodeEcPrivateKeyFromKeyFile("ec.pem", "wrong") is crypto:Error,
        crypto:decodeRsaPublicKeyFromContent([1, 2]) is crypto:Error);
    crypto:PublicKey built = check crypto:buildRsaPublicKey("kDs2Mztup7LH3ZqE1B-9V18GwaADovow8HVcgJRw6bOCADZZRaQwfHenUTFQ-BGRopWjeQtO9Yssl7XI5Smxyw",
        "AQAB");
    io:println(built.algorithm, crypto:buildRsaPublicKey("?", "AQAB") is crypto:Error);
    io:println(crypto:buildRsaPublicKey("qBdPvnZt", "AQAB"));
    signature = check crypto:signRsaSsaPss256(data, key);
    io:println(crypto:verifyRsaSsaPss256Signature(data, signature, open), crypto:verifyRsaSha256Signature(data, signature, open));
    io:println(crypto:signRsaSha1(data, {algorithm: crypto:RSA}));
    io:println(crypto:decryptRsaEcb(data, <crypto:PublicKey>{algorithm: crypto:RSA}));
    io:println(crypto:decodeEcPrivateKeyFromKeyFile("ec.pem"));
    crypto:KeyStore store = {path: "store.p12", password: "secret"};
    io:println(crypto:decodeRsaPrivateKeyFromKeyStore(store, "you", "secret"));
    io:println(crypto:decodeRsaPrivateKeyFromKeyStore(store, "ME", "other"));
    io:println(crypto:decodeRsaPublicKeyFromTrustStore(store, "you"));
    foreach crypto:PrivateKey|crypto:PublicKey|error missing in [crypto:decodeRsaPrivateKeyFromKeyFile("none"),
        crypto:decodeRsaPublicKeyFromCertFile("none"), crypto:decodeRsaPublicKeyFromTrustStore({path: "none", password: ""}, "me")] {
        io:println(missing is error ? re `/.*/`.replace(missing.message(), "") : "found");
    }
}
=== commands
$ openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=barre/O=acme -days 2 2> /dev/null
$ openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -passout pass:secret -keyout ec.pem -out eccert.pem -subj /CN=barre 2> /dev/null
$ openssl pkcs12 -export -inkey key.pem -in cert.pem -name me -passout pass:secret -out store.p12
$ barre run main.bal
> RSA O=acme,CN=barre 3 SHA256withRSA true
> truefalsefalse
> 256attack at dawn 256attack at dawn 256attack at dawn attack at dawn
> truetrue
> true
> error Error ("Not a valid RSA key")
> truetruetrue
> RSAtrue
> error Error ("Invalid modulus or exponent: RSA keys must be at least 512 bits long")
> truefalse
> error Error ("Uninitialized private key: it has not been decoded")
> error Error ("Uninitialized private/public key.")
> error Error ("Failed to read the encrypted private key without a password.")
> error Error ("Key cannot be recovered by using given key alias: you")
> error Error ("Key cannot be recovered: its password is another one")
> error Error ("Certificate cannot be recovered by using given key alias: you")
> Key file not found at: none
> Certificate file not found at: none
> PKCS12 KeyStore not found at: none
