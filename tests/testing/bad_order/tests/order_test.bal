import ballerina/test;

@test:Config {dependsOn: [b]}
function a() {
}

@test:Config {dependsOn: [c]}
function b() {
}

@test:Config {dependsOn: [a]}
function c() {
}

@test:Config {enable: false}
function off() {
}

@test:Config {dependsOn: [off]}
function d() {
}
