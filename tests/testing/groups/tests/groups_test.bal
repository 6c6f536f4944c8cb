import ballerina/test;

@test:Config {groups: ["fast"]}
function one() {
}

@test:Config {groups: ["fast", "net"]}
function two() {
}

@test:Config {dependsOn: [one]}
function three() {
}

@test:Config {dataProvider: numbers}
function four(int n) {
}

function numbers() returns map<[int]> => {small: [1], large: [1000]};
