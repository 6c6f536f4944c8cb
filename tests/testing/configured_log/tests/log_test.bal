import ballerina/log;
import ballerina/test;

@test:Config {}
function levels() {
    test:assertEquals(log:root().getLevel(), log:DEBUG);
    signIn({id: "ann", password: "secret"});
}
