import ballerina/websocket;

configurable int port = 8080;

listener websocket:Listener wsListener = new (port);

isolated map<websocket:Caller> connections = {};

service /broadcast on wsListener {
    resource function get .() returns websocket:Service|error {
        return new BroadcastService();
    }
}

service class BroadcastService {
    *websocket:Service;

    remote function onOpen(websocket:Caller caller) returns error? {
        lock {
            connections[caller.getConnectionId()] = caller;
        }
    }

    remote function onTextMessage(websocket:Caller caller, string message) returns error? {
        lock {
            foreach websocket:Caller conn in connections {
                check conn->writeTextMessage(message);
            }
        }
    }

    remote function onClose(websocket:Caller caller, int statusCode, string reason) returns error? {
        lock {
            _ = connections.remove(caller.getConnectionId());
        }
    }
}
