import ballerina/http;
import ballerina/websocket;

listener websocket:Listener plain = new (9090);

service class Echo {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller, string text) returns websocket:Error? {
        check caller->writeTextMessage(text);
    }
}

service /good on plain {
    resource function get room/[string name](http:Request request, string? nick, int[] ids, @http:Header string? token)
            returns websocket:Service|websocket:UpgradeError {
        return new Echo();
    }
}

service /two on plain {
    resource function get .() returns websocket:Service => new Echo();

    resource function get other() returns websocket:Service => new Echo(); // @error
}

service /accessor on new websocket:Listener(9091) {
    resource function post .() returns websocket:Service => new Echo(); // @error
}

service /remotely on plain {
    resource function get .() returns websocket:Service|error => new Echo();

    remote function onTextMessage(string text) { // @error
    }
}

service /nothing on plain {
    resource function get .() returns websocket:Service? => (); // @error
}

service /params on plain {
    resource function get .(map<string> all) returns websocket:Service => new Echo(); // @error
}

service /path on plain {
    resource function get [json part]() returns websocket:Service => new Echo(); // @error
}

service /rest on plain {
    resource function get [string... parts]() returns websocket:Service => new Echo(); // @error
}

@websocket:ServiceConfig {
    dispatcherStreamId: "id", // @error
    connectionClosureTimeout: -5 // @error
}
service /config on plain {
    resource function get .() returns websocket:Service => new Echo();
}
