import ballerina/crypto;

# A certificate and its private key, as PEM files.
#
# + certFile - the certificate
# + keyFile - the private key
# + keyPassword - the password of the private key
public type CertKey record {|
    string certFile;
    string keyFile;
    string keyPassword?;
|};

# A protocol for secure connections.
public enum Protocol {
    SSL,
    TLS,
    DTLS
}

# Whether clients must show a certificate.
public enum VerifyClient {
    REQUIRE,
    OPTIONAL
}

# How it is found out whether a certificate was revoked.
public enum CertValidationType {
    OCSP_CRL,
    OCSP_STAPLING
}

# Options of TLS of a listener.
#
# + key - the private key and the certificates of the service
# + mutualSsl - whose certificates are accepted from clients, and whether they must have one
# + protocol - the protocol and its versions
# + certValidation - how certificates are checked for revocation
# + ciphers - the ciphers, by their IANA names
# + shareSession - whether clients may resume sessions
# + handshakeTimeout - seconds that the handshake may take
# + sessionTimeout - seconds for which sessions can be resumed
public type ListenerSecureSocket record {|
    crypto:KeyStore|CertKey key;
    record {|
        VerifyClient verifyClient = REQUIRE;
        crypto:TrustStore|string cert;
    |} mutualSsl?;
    record {|
        Protocol name;
        string[] versions = [];
    |} protocol?;
    record {|
        CertValidationType 'type = OCSP_STAPLING;
        int cacheSize;
        int cacheValidityPeriod;
    |} certValidation?;
    string[] ciphers = ["TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"];
    boolean shareSession = true;
    decimal handshakeTimeout?;
    decimal sessionTimeout?;
|};

# Options of TLS of a client.
#
# + enable - whether the certificate of the service is checked
# + cert - the certificates that are trusted; those of the system if there is none
# + key - the private key and the certificates of the client
# + protocol - the protocol and its versions
# + certValidation - how certificates are checked for revocation
# + ciphers - the ciphers, by their IANA names
# + verifyHostName - whether the certificate must be for the host of the URL
# + shareSession - whether sessions are resumed
# + handshakeTimeout - seconds that the handshake may take
# + sessionTimeout - seconds for which sessions are resumed
# + serverName - the name to ask the service for, when it is not the host of the URL
public type ClientSecureSocket record {|
    boolean enable = true;
    crypto:TrustStore|string cert?;
    crypto:KeyStore|CertKey key?;
    record {|
        Protocol name;
        string[] versions = [];
    |} protocol?;
    record {|
        CertValidationType 'type = OCSP_STAPLING;
        int cacheSize;
        int cacheValidityPeriod;
    |} certValidation?;
    string[] ciphers?;
    boolean verifyHostName = true;
    boolean shareSession = true;
    decimal handshakeTimeout?;
    decimal sessionTimeout?;
    string serverName?;
|};
