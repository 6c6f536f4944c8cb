import ballerina/http;

# Options of a listener.
#
# + host - the address to listen on
# + http1Settings - options of the upgrade request
# + secureSocket - options of TLS, for `wss`
# + timeout - seconds in which an upgrade request must have arrived; 0 for no limit
# + server - the value of the `Server` header of answers
# + webSocketCompressionEnabled - whether messages may be compressed
# + requestLimits - how large an upgrade request may be
public type ListenerConfiguration record {|
    string host = "0.0.0.0";
    ListenerHttp1Settings http1Settings = {};
    ListenerSecureSocket secureSocket?;
    decimal timeout = 120;
    string? server = ();
    boolean webSocketCompressionEnabled = true;
    RequestLimitConfigs requestLimits = {};
|};

# Options of the upgrade request.
public type ListenerHttp1Settings record {|
    *http:ListenerHttp1Settings;
|};

# Options of TLS.
public type ListenerSecureSocket record {|
    *http:ListenerSecureSocket;
|};

# How large an upgrade request may be.
public type RequestLimitConfigs record {|
    *http:RequestLimitConfigs;
|};

# Listens on a port and upgrades the requests for the services attached to it.
public isolated class Listener {
    # Makes a listener; it opens its port when it is started.
    #
    # + 'listener - the port, or an HTTP listener whose port is to be shared
    # + config - options
    # + return - an error if the options are wrong
    public isolated function init(int|http:Listener 'listener, *ListenerConfiguration config) returns Error? {
        int port = 'listener is int ? 'listener : 'listener.getPort();
        check self.configure(port, config);
    }

    isolated function configure(int port, ListenerConfiguration config) returns Error? = external;

    # Attaches a service.
    #
    # + websocketService - the service
    # + name - its path
    # + return - an error if the path is taken
    public isolated function attach(UpgradeService websocketService, string[]|string? name = ()) returns error? = external;

    # Detaches a service. Its open connections stay.
    #
    # + websocketService - the service
    # + return - an error if the service is not attached
    public isolated function detach(UpgradeService websocketService) returns error? = external;

    # Opens the port.
    #
    # + return - an error if the port cannot be opened
    public isolated function 'start() returns error? = external;

    # Stops taking connections and closes the open ones with 1001.
    #
    # + return - an error if the listener cannot be stopped
    public isolated function gracefulStop() returns error? = external;

    # Stops taking connections and drops the open ones.
    #
    # + return - an error if the listener cannot be stopped
    public isolated function immediateStop() returns error? = external;
}
