# A PKCS #12 file with a private key and its certificates.
#
# + path - the file
# + password - its password
public type KeyStore record {|
    string path;
    string password;
|};

# A PKCS #12 file with certificates that are trusted.
#
# + path - the file
# + password - its password
public type TrustStore record {|
    string path;
    string password;
|};
