import ballerina/http;

# A user name and a password (Basic authentication).
#
# + username - the name
# + password - the password
public type CredentialsConfig record {|
    string username;
    string password;
|};

# A token that the service knows (Bearer authentication).
#
# + token - the token
public type BearerTokenConfig record {|
    string token;
|};

# How a client says who it is.
public type ClientAuthConfig CredentialsConfig|BearerTokenConfig;

# Options of TLS.
public type ClientSecureSocket record {|
    *http:ClientSecureSocket;
|};

# How a client connects again after the connection was lost.
#
# + maxCount - how often it tries; 0 for no limit
# + interval - seconds before it tries
# + backOffFactor - by what the interval grows with each attempt
# + maxWaitInterval - the longest interval in seconds
public type WebSocketRetryConfig record {|
    int maxCount = 0;
    decimal interval = 1;
    float backOffFactor = 1.0;
    decimal maxWaitInterval = 30;
|};

# Options of a client.
#
# + subProtocols - the subprotocols that the client speaks
# + customHeaders - headers of the upgrade request
# + readTimeout - seconds that a read waits; -1 for no limit
# + writeTimeout - seconds that a write waits; -1 for no limit
# + secureSocket - options of TLS, for `wss`
# + maxFrameSize - the largest payload of a frame, in bytes
# + webSocketCompressionEnabled - whether messages may be compressed
# + handShakeTimeout - seconds in which the service must have answered
# + cookies - cookies of the upgrade request
# + auth - who the client is
# + pingPongHandler - a service that is told of pings and pongs
# + retryConfig - how a lost connection is restored; nil for not at all
# + validation - whether constraints of the message types are checked
public type ClientConfiguration record {|
    string[] subProtocols = [];
    map<string> customHeaders = {};
    decimal readTimeout = -1;
    decimal writeTimeout = -1;
    ClientSecureSocket? secureSocket = ();
    int maxFrameSize = 65536;
    boolean webSocketCompressionEnabled = true;
    decimal handShakeTimeout = 300;
    http:Cookie[] cookies?;
    ClientAuthConfig auth?;
    PingPongService pingPongHandler?;
    WebSocketRetryConfig? retryConfig = ();
    boolean validation = true;
|};

# A connection to a service. Messages wait until they are read.
public isolated client class Client {
    private map<string|int> attributes = {};

    # Connects to a service.
    #
    # + url - `ws://host:port/path`, or `wss` for TLS
    # + config - options
    # + return - an error if the service cannot be reached or does not upgrade
    public isolated function init(string url, *ClientConfiguration config) returns Error? {
        map<string> headers = config.customHeaders.clone();
        http:Cookie[] cookies = config?.cookies ?: [];
        if cookies.length() > 0 {
            headers["Cookie"] = cookieHeader(cookies);
        }
        ClientAuthConfig? auth = config?.auth;
        if auth is CredentialsConfig {
            headers["Authorization"] = "Basic " + (auth.username + ":" + auth.password).toBytes().toBase64();
        } else if auth is BearerTokenConfig {
            headers["Authorization"] = "Bearer " + auth.token;
        }
        check self.open(url, config, headers);
    }

    isolated function open(string url, ClientConfiguration config, map<string> headers) returns Error? = external;

    # Sends a text message. Waits while the connection takes no more.
    #
    # + data - the text
    # + return - an error if the connection is closed or broken
    remote isolated function writeTextMessage(string data) returns Error? = external;

    # Sends a binary message. Waits while the connection takes no more.
    #
    # + data - the bytes
    # + return - an error if the connection is closed or broken
    remote isolated function writeBinaryMessage(byte[] data) returns Error? = external;

    # Sends a message: a string or XML as text, bytes as binary, everything else as JSON text.
    #
    # + data - the message
    # + return - an error if the connection is closed or broken
    remote isolated function writeMessage(anydata data) returns Error? {
        if data is string {
            return self->writeTextMessage(data);
        }
        if data is byte[] {
            return self->writeBinaryMessage(data);
        }
        if data is xml {
            return self->writeTextMessage(data.toString());
        }
        return self->writeTextMessage(data.toJsonString());
    }

    # Waits for a text message.
    #
    # + return - the text, or an error if the connection ends or the time is up
    remote isolated function readTextMessage() returns string|Error = external;

    # Waits for a binary message.
    #
    # + return - the bytes, or an error if the connection ends or the time is up
    remote isolated function readBinaryMessage() returns byte[]|Error = external;

    # Waits for a message and makes a value of it.
    #
    # + targetType - what is expected
    # + return - the value, or an error if the message is none, the connection ends or the time is up
    remote isolated function readMessage(typedesc<anydata> targetType = <>) returns targetType|Error = external;

    # Closes the connection and waits for the service's close frame.
    #
    # + statusCode - the status code
    # + reason - the reason, at most 123 bytes
    # + timeout - seconds to wait; -1 for no limit
    # + return - an error if the service did not answer in time or as expected
    remote isolated function close(int? statusCode = 1000, string? reason = (), decimal timeout = 60)
            returns Error? = external;

    # Sends a ping.
    #
    # + data - up to 125 bytes
    # + return - an error if the ping is too long or the connection is closed or broken
    remote isolated function ping(byte[] data) returns Error? = external;

    # Sends a pong.
    #
    # + data - up to 125 bytes
    # + return - an error if the pong is too long or the connection is closed or broken
    remote isolated function pong(byte[] data) returns Error? = external;

    # Keeps a value with the connection.
    #
    # + key - the name of the value
    # + value - the value
    public isolated function setAttribute(string key, string|int value) {
        lock {
            self.attributes[key] = value;
        }
    }

    # Returns a value kept with the connection.
    #
    # + key - the name of the value
    # + return - the value, nil if there is none
    public isolated function getAttribute(string key) returns string|int? {
        lock {
            return self.attributes[key];
        }
    }

    # Removes a value kept with the connection; panics if there is none.
    #
    # + key - the name of the value
    # + return - the value
    public isolated function removeAttribute(string key) returns string|int? {
        lock {
            return self.attributes.remove(key);
        }
    }

    # Returns the name of the connection, unique within the program.
    #
    # + return - the name
    public isolated function getConnectionId() returns string = external;

    # Returns the subprotocol on which both sides agreed.
    #
    # + return - the subprotocol, nil if there is none
    public isolated function getNegotiatedSubProtocol() returns string? = external;

    # Tells whether the connection uses TLS.
    #
    # + return - true for `wss`
    public isolated function isSecure() returns boolean = external;

    # Tells whether messages can still be sent.
    #
    # + return - false once either side closes or the connection is broken
    public isolated function isOpen() returns boolean = external;

    # Returns what the service has answered to the upgrade request.
    #
    # + return - the response, nil if there was none
    public isolated function getHttpResponse() returns http:Response? {
        string[]? texts = self.response();
        return texts is () ? () : http:responseOf(texts);
    }

    isolated function response() returns string[]? = external;
}

# The cookies of a request in one header, those of short paths first.
isolated function cookieHeader(http:Cookie[] cookies) returns string {
    http:Cookie[] sorted = from http:Cookie cookie in cookies
        order by pathLength(cookie)
        select cookie;
    string header = "";
    foreach http:Cookie cookie in sorted {
        header += (header == "" ? "" : "; ") + cookie.name + "=" + cookie.value;
    }
    return header;
}

isolated function pathLength(http:Cookie cookie) returns int {
    string? path = cookie.path;
    return path is () ? 0 : path.length();
}
