import ballerina/websocket;

configurable int port = 8080;

listener websocket:Listener wsListener = new (port);

service /echo on wsListener {
    resource function get .() returns websocket:Service|error {
        return new EchoService();
    }
}

service class EchoService {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller, string message) returns error? {
        check caller->writeTextMessage("Echo: " + message);
    }
}
