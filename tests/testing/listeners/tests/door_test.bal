import ballerina/test;

@test:Config {}
function listenersAreStarted() {
    test:assertEquals(events, ["attach", "start", "hello"]);
}
