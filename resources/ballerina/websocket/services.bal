import ballerina/lang.'stream as _;
import ballerina/lang.'xml as _;

# A service that answers upgrade requests: its `get` resource returns the service of the connection.
public type UpgradeService distinct service object {
};

# The service of one connection: its remote methods are called when something arrives.
public type Service distinct service object {
};

# A service that a client uses to answer pings and pongs.
public type PingPongService distinct service object {
};

# Options of an upgrade service.
#
# + subProtocols - the subprotocols that the service speaks
# + idleTimeout - seconds without any traffic after which `onIdleTimeout` is called; 0 for never
# + maxFrameSize - the largest payload of a frame, in bytes
# + auth - who may connect
# + validation - whether constraints of the message types are checked
# + dispatcherKey - the field of a JSON message that names the remote method
# + dispatcherStreamId - the field of a JSON message that joins requests and responses
# + connectionClosureTimeout - seconds to wait for the other side's close frame; -1 for no limit
public type WSServiceConfig record {|
    string[] subProtocols = [];
    decimal idleTimeout = 0;
    int maxFrameSize = 65536;
    ListenerAuthConfig[] auth?;
    boolean validation = true;
    string dispatcherKey?;
    string dispatcherStreamId?;
    decimal connectionClosureTimeout = 60;
|};

# Options of an upgrade service.
public annotation WSServiceConfig ServiceConfig on service;

# Which messages a remote method gets.
#
# + dispatcherValue - the value of the field that `dispatcherKey` names
public type WsDispatcherConfig record {|
    string dispatcherValue;
|};

# Which messages a remote method gets.
public const annotation WsDispatcherConfig DispatcherConfig on object function;
