import ballerina/file;
import ballerina/io;
import ballerina/log;

public function main() returns error? {
    string dir = check file:createTempDir();
    readonly & log:OutputDestination[] destinations = [{path: dir + "/a.log"}];
    log:Logger logger = check log:fromConfig(level = log:INFO, destinations = destinations, keyValues = {"env": "test"});
    logger.printDebug("not shown");
    logger.printInfo("started", count = 3, user = {name: "Ann"}, list = ["x", 1], ok = true, none = ());
    log:Logger child = check logger.withContext(request = "r1", lazy = isolated function() returns int => 42);
    child.printWarn(`odd "${1 + 1}" ${"t"}`, step = `s${1}`);
    child.printError("a \"b\"\tc\\'", error("failed", error("cause"), code = 7));
    check logger.setLevel(log:DEBUG);
    io:println(child.getLevel()); // @output DEBUG
    child.printDebug("shown");
    io:println(child.setLevel(log:INFO) is error); // @output true
    log:Logger jsonLogger = check log:fromConfig(format = log:JSON_FORMAT, destinations = destinations);
    jsonLogger.printInfo("as \"JSON\"", id = 1, text = "x\ny", nothing = ());
    check show(dir + "/a.log");
    // @output level=INFO module="" message="started" env="test" count=3 user={"name":"Ann"} list=["x",1] ok=true none=
    // @output level=WARN module="" message="odd \"2\" t" env="test" step="s1" request="r1" lazy=42
    // @output level=ERROR module="" message="a \"b\"\tc\\\'" error={causes} env="test" request="r1" lazy=42
    // @output level=DEBUG module="" message="shown" env="test" request="r1" lazy=42
    // @output {"level":"INFO", "module":"", "message":"as \"JSON\"", "id":1, "text":"x\ny", "nothing":null}
    check wrong();
    check file:remove(dir, file:RECURSIVE);
}

// Without the times and the places of errors.
function show(string path) returns error? {
    foreach string line in check io:fileReadLines(path) {
        string text = re `^time=\S+ |"time":"[^"]*", `.replaceAll(line, "");
        io:println(re `error=\{"causes":\[\{"message":"cause","detail":\{\},"stackTrace":.*"detail":\{"code":7\},"stackTrace":\S+\]\}`
            .replace(text, "error={causes}"));
    }
}

function wrong() returns error? {
    log:Logger|log:Error text = log:fromConfig(destinations = [{path: "a.txt"}]);
    io:println(text is error ? text.message() : "");
    // @output The given file destination path: 'a.txt' is not valid. File destination path should be a valid file with .log extension.
    log:Logger|log:Error none = log:fromConfig(destinations = []);
    io:println(none is error ? none.message() : ""); // @output At least one log destination must be specified.
    log:Logger|log:Error size = log:fromConfig(destinations = [{path: "a.log", rotation: {maxFileSize: 0}}]);
    io:println(size is error ? size.message() : "");
    // @output Invalid rotation configuration: maxFileSize must be positive, got: 0
    io:println(log:setOutputFile("x.txt"));
    // @output error Error ("The given path is not valid. Should be a file with .log extension.")
    io:println(log:evaluateTemplate(`a${1}b${"c"}`)); // @output a1bc
    Account account = {id: "1", password: "secret", card: "4111", owner: "Ann"};
    io:println(log:toMaskedString([account, 2])); // @output [{"id":"1","card":"****","owner":"A…"},2]
    io:println(log:evaluateTemplate(`<${account}>`, true)); // @output <{"id":"1","card":"****","owner":"A…"}>
}

isolated function initial(string text) returns string => text.substring(0, 1) + "…";

type Account record {|
    string id;
    @log:Sensitive
    string password;
    @log:Sensitive {strategy: {replacement: "****"}}
    string card;
    @log:Sensitive {strategy: {replacement: initial}}
    string owner;
|};
