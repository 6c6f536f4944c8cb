import ballerina/test;

@test:Mock {functionName: "missing"}
test:MockFunction missingMock = new;

@test:Mock {moduleName: "ballerina/random", functionName: "missing"}
test:MockFunction otherMock = new;

@test:Config {}
function unreached() {
}
