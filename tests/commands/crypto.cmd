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
    crypto:PublicKey built = check crypto:buildRsaPublicKey("qBdPvnZt", "AQAB");
    io:println(built.encoded.length(), crypto:buildRsaPublicKey("?", "AQAB") is crypto:Error);
}
=== commands
$ openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=barre/O=acme -days 2 2> /dev/null
$ openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -passout pass:secret -keyout ec.pem -out eccert.pem -subj /CN=barre 2> /dev/null
$ openssl pkcs12 -export -inkey key.pem -in cert.pem -name me -passout pass:secret -out store.p12
$ barre run main.bal
> RSA O=acme,CN=barre 3 sha256WithRSAEncryption true
> truefalsefalse
> 256attack at dawn 256attack at dawn 256attack at dawn attack at dawn
> truetrue
> true
> error Error ("Not a valid RSA key.")
> truetruetrue
> 36true
