import ballerina/log;
import ballerina/websocket;

configurable int port = 8080;
isolated map<websocket:Caller> callers = {};

service /chat on new websocket:Listener(port) {
    resource function get [string room](string? name) returns websocket:Service|error {
        return new Room(room, name ?: "nobody");
    }
}

service class Room {
    *websocket:Service;
    private final string room;

    function init(string room, string name) {
        self.room = room + name;
    }

    remote function onTextMessage(websocket:Caller caller, string text) returns error? {
        lock {
            callers[caller.getConnectionId()] = caller;
        }
        json value = check text.fromJsonString();
        log:printInfo("got", value = value);
        check caller->writeMessage({room: self.room, value});
    }
}
