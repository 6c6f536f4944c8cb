// What masking makes of values of every kind, alone and in records of a log.
import ballerina/file;
import ballerina/io;
import ballerina/log;

type Secret record {|
    string name;
    @log:Sensitive
    string password;
    @log:Sensitive {strategy: {replacement: "***"}}
    string card;
    anydata more?;
|};

public function main() returns error? {
    io:println(log:toMaskedString(()), log:toMaskedString("a\"b"), log:toMaskedString(1.5d)); // @output nulla"b1.5
    Secret secret = {name: "Ann", password: "p", card: "4111"};
    io:println(log:toMaskedString({doc: xml `<a b="c"/>`, list: [(), secret], "odd \"name\"": "\n"}));
    // @output {"doc":"<a b=\"c\"/>","list":[null,{"name":"Ann","card":"***"}],"odd \"name\"":"\n"}
    map<anydata> loop = {};
    loop["self"] = loop;
    string|error text = trap log:toMaskedString(loop);
    io:println(text is error ? text.message() : text); // @output Cyclic value reference detected in the record
    secret.more = [secret.cloneReadOnly(), secret.cloneReadOnly()];
    io:println(log:toMaskedString(secret));
    // @output {"name":"Ann","card":"***","more":[{"name":"Ann","card":"***"},{"name":"Ann","card":"***"}]}
    check records(secret);
}

function records(Secret secret) returns error? {
    string dir = check file:createTempDir();
    readonly & log:OutputDestination[] destinations = [{path: dir + "/a.log"}];
    log:Logger masking = check log:fromConfig(destinations = destinations, enableSensitiveDataMasking = true);
    secret.more = 1;
    masking.printInfo(`of ${secret}`, who = secret, lazily = isolated function() returns anydata => (), count = 2);
    masking = check log:fromConfig(destinations = destinations, enableSensitiveDataMasking = true, format = log:JSON_FORMAT);
    masking.printInfo("text", who = secret);
    foreach string line in check io:fileReadLines(dir + "/a.log") {
        io:println(re `^time=\S+ |"time":"[^"]*",`.replaceAll(line, ""));
    }
    // @output level=INFO module="" message="of {\"name\":\"Ann\",\"card\":\"***\",\"more\":1}" who={"name":"Ann","card":"***","more":1} lazily=null count=2
    // @output {"level":"INFO","module":"","message":"text","who":{"name":"Ann","card":"***","more":1}}
    // Loggers are found by the name that was given them, or by where they were made.
    _ = check log:fromConfig(id = "named");
    io:println(log:getLoggerRegistry().getIds()); // @output ["root","masking-v:records","masking-v:records-2","named"]
    check file:remove(dir, file:RECURSIVE);
}
