import ballerina/websocket;

service class Good {
    *websocket:Service;

    remote function onOpen(websocket:Caller caller) returns error? {
        check caller->writeTextMessage("hello");
    }

    remote function onTextMessage(string text) returns string => text;

    remote function onBinaryMessage(websocket:Caller caller, readonly & byte[] data) returns byte[]|error => data;

    remote function onPing(websocket:Caller caller, byte[] data) returns byte[] => data;

    remote function onIdleTimeout() returns websocket:CloseFrame => websocket:NORMAL_CLOSURE;

    remote function onClose(websocket:Caller caller, int statusCode, string reason) returns error? {
    }

    remote function onError(websocket:Caller caller, error err) {
    }

    remote function onSubscribe(websocket:Caller caller, record {| string topic; |} subscription) returns json => {
        ok: true
    };

    function anything(stream<int> values, object {} value) {
    }
}

service class Bad {
    *websocket:Service;

    remote function onOpen(string text) { // @error
    }

    remote function onTextMessage(websocket:Caller caller, int number) { // @error
    }

    remote function onBinaryMessage(string text) { // @error
    }

    remote function onIdleTimeout(int n) { // @error
    }

    remote function onClose(string reason) { // @error
    }

    remote function onError(string text) returns string { // @error
        return text;
    }

    resource function get .() returns string => ""; // @error
}

service class NoData {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller) { // @error
    }

    remote function onClose() { // @error
    }

    remote function onPong(websocket:Caller caller, object {} value) { // @error
    }

    remote function onBinaryMessage(byte[] data) returns future<int>? => (); // @error
}

service class Both {
    *websocket:Service;

    remote function onMessage(json message) returns json => message; // @error

    remote function onTextMessage(string text) returns string => text;
}

@websocket:ServiceConfig {idleTimeout: 60} // a warning
service class Configured {
    *websocket:Service;
}
