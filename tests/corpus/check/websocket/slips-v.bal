import ballerina/websocket;

service class Slips {
    *websocket:Service;

    remote function onTextMesage(websocket:Caller caller, string text) { // @warning MisspeltCallback
    }

    function onOpen(websocket:Caller caller) { // @warning CallbackNotRemote
    }

    remote function subscribe(websocket:Caller caller, json message) {
    }
}
