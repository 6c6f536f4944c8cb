=== server.bal
import ballerina/http;
import ballerina/websocket;

configurable int port = ?;
configurable string kind = ?;

function socket() returns websocket:ListenerSecureSocket {
    http:CertKey key = {certFile: "server.crt", keyFile: "server.key"};
    match kind {
        "store" => {
            return {key: {path: "server.p12", password: "secret"}, protocol: {name: http:TLS, versions: ["TLSv1.3"]}};
        }
        "old store" => {
            return {key: {path: "old.p12", password: "secret"}, protocol: {name: http:TLS, versions: ["TLSv1.2"]}};
        }
        "mutual" => {
            return {key, mutualSsl: {cert: "client.crt"}};
        }
        "optional" => {
            return {key, mutualSsl: {verifyClient: http:OPTIONAL, cert: {path: "trust.p12", password: "secret"}}};
        }
        "locked" => {
            return {key: {certFile: "server.crt", keyFile: "locked.key", keyPassword: "secret"}};
        }
    }
    return {key};
}

listener websocket:Listener secured = new (port, secureSocket = socket());

service / on secured {
    resource function get .() returns websocket:Service|error {
        return new Echo();
    }
}

service class Echo {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller, string text) returns string {
        return text + caller.isSecure().toString();
    }
}
=== client.bal
import ballerina/io;
import ballerina/websocket;

configurable string url = ?;
configurable string kind = ?;

function socket() returns websocket:ClientSecureSocket? {
    match kind {
        "trusting" => {
            return {cert: "server.crt"};
        }
        "store" => {
            return {cert: {path: "trust.p12", password: "secret"}};
        }
        "careless" => {
            return {enable: false};
        }
        "with key" => {
            return {cert: "server.crt", key: {certFile: "client.crt", keyFile: "client.key"}};
        }
        "with store" => {
            return {cert: "server.crt", key: {path: "client.p12", password: "secret"}};
        }
        "other host" => {
            return {cert: "server.crt", serverName: "example.org"};
        }
        "any host" => {
            return {cert: "server.crt", serverName: "example.org", verifyHostName: false};
        }
    }
    return ();
}

public function main() returns error? {
    websocket:Client ws = check new (url, secureSocket = socket());
    check ws->writeTextMessage(string `${ws.isSecure()} `.padEnd(1000, "x"));
    string text = check ws->readTextMessage();
    io:println(text.substring(0, 4), text.substring(1000));
    check ws->close();
}
=== wrong.bal
import ballerina/http;
import ballerina/io;
import ballerina/websocket;

function attempt(websocket:ListenerSecureSocket socket) {
    websocket:Listener|websocket:Error made = new (9090, secureSocket = socket);
    io:println(made is error ? made.message() : "made");
}

public function main() {
    http:CertKey good = {certFile: "server.crt", keyFile: "server.key"};
    attempt({key: {path: "", password: "x"}});
    attempt({key: {path: "server.p12", password: ""}});
    attempt({key: {path: "server.p12", password: "wrong"}});
    attempt({key: {path: "server.crt", password: "secret"}});
    attempt({key: {path: "trust.p12", password: "secret"}});
    attempt({key: {certFile: "", keyFile: "server.key"}});
    attempt({key: {certFile: "server.crt", keyFile: ""}});
    attempt({key: {certFile: "nothing.crt", keyFile: "server.key"}});
    attempt({key: {certFile: "server.crt", keyFile: "client.key"}});
    attempt({key: good, mutualSsl: {cert: {path: "", password: "x"}}});
    attempt({key: good, mutualSsl: {cert: {path: "trust.p12", password: ""}}});
    attempt({key: good, mutualSsl: {cert: ""}});
    attempt({key: good, protocol: {name: http:TLS, versions: ["TLSv1.1"]}});
    attempt({key: good, protocol: {name: http:DTLS}});
    attempt({key: good, ciphers: ["TLS_NONSENSE_WITH_NOTHING"]});
    attempt({key: good, certValidation: {cacheSize: 1, cacheValidityPeriod: 1}});
    attempt({key: good, ciphers: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"], shareSession: false, sessionTimeout: 10});
}
=== serve.sh
# serve KIND: starts the server and waits until it listens. try KIND: what a client gets. finish: stops the server.
serve() {
    : >server.log # what the last one has said
    barre run server.bal -C port=$PORT -C kind="$1" 2>server.log & server=$!
    for i in $(seq 200); do grep -q Listening server.log && break; sleep 0.05; done
}
try() { barre run client.bal -C url=wss://localhost:$PORT -C kind="$1" 2>&1 | head -n 1; }
finish() { kill $server; wait $server; }
=== commands
$ for n in server client; do openssl req -x509 -newkey rsa:2048 -nodes -keyout $n.key -out $n.crt -days 3650 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null; openssl pkcs12 -export -in $n.crt -inkey $n.key -out $n.p12 -passout pass:secret; done
$ cat server.crt client.crt >both.crt; openssl pkcs12 -export -nokeys -in both.crt -out trust.p12 -passout pass:secret
$ openssl pkcs12 -export -legacy -in server.crt -inkey server.key -out old.p12 -passout pass:secret; openssl rsa -aes128 -in server.key -out locked.key -passout pass:secret 2>/dev/null
$ . ./serve.sh; serve files; try trusting; try store; try careless; try none; try 'other host'; try 'any host'; finish
> truetrue
> truetrue
> truetrue
> error: ConnectionError: TLS failed: the certificate is not trusted: self*signed certificate
> error: ConnectionError: TLS failed: the certificate is not trusted: *ost*name mismatch
> truetrue
$ . ./serve.sh; serve store; try trusting; finish
> truetrue
$ . ./serve.sh; serve 'old store'; try trusting; finish
> truetrue
$ . ./serve.sh; serve locked; try trusting; finish
> truetrue
$ . ./serve.sh; serve mutual; try 'with key'; try 'with store'; try trusting; finish
> truetrue
> truetrue
> error: ConnectionError: *
$ . ./serve.sh; serve optional; try 'with key'; try trusting; finish
> truetrue
> truetrue
$ barre run wrong.bal
> KeyStore file location must be provided for secure connection
> KeyStore password must be provided for secure connection
> Cannot open the store 'server.p12', perhaps the password is wrong: *
> The store 'server.crt' is not a PKCS #12 file
> The key store 'trust.p12' has no private key
> Certificate file location must be provided for secure connection
> Private key file location must be provided for secure connection
> Cannot read the certificate 'nothing.crt': *
> The private key does not belong to the certificate
> TrustStore file location must be provided for secure connection
> TrustStore password must be provided for secure connection
> Certificate file location must be provided for secure connection
> The TLS version 'TLSv1.1' is not supported: use TLSv1.2 or TLSv1.3
> The protocol 'DTLS' of secureSocket is not supported: use http:TLS
> The cipher 'TLS_NONSENSE_WITH_NOTHING' is not known
> The field 'certValidation' of secureSocket is not supported yet
> made
