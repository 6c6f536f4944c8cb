import ballerina/io;

type Detail record {|
    int code;
    string reason?;
|};

type CodeError error<Detail>;

type NotFound distinct error;

type Denied distinct CodeError;

type Both NotFound & error<record {|string path;|}>;

function find(string path) returns error? {
    return error NotFound("not found", path = path);
}

function nested() returns error? {
    error? e = find("/x");
    if e is error {
        return error("outer", e, level = 2);
    }
}

function check1() returns int|error {
    int n = check int:fromString("12x");
    return n;
}

function divide(int a, int b) returns int {
    return a / b;
}

function onFailVariants(int n) returns string {
    do {
        if n == 0 {
            fail error("zero");
        }
        if n == 1 {
            check find("/one");
        }
        if n == 2 {
            fail error CodeError("two", code = 2);
        }
        return "fine";
    } on fail var e {
        if e is CodeError {
            return "code " + e.detail().code.toString();
        }
        return e.message();
    }
}

function loops() returns int {
    int count = 0;
    foreach int i in 0 ..< 5 {
        if i == 3 {
            fail error("stop");
        }
        count += 1;
    } on fail {
        count += 100;
    }
    while true {
        count += 1;
        if count > 105 {
            fail error("enough");
        }
    } on fail error e {
        count += e.message().length();
    }
    return count;
}

public function main() returns error? {
    error e1 = error("simple");
    io:println(e1); // @output error("simple")
    error e2 = error("with detail", code = 1, flag = true, list = [1, "a"]);
    io:println(e2); // @output error("with detail",code=1,flag=true,list=[1,"a"])
    error e3 = error("outer", e1, depth = 2);
    io:println(e3); // @output error("outer",error("simple"),depth=2)
    io:println(e3.cause() === e1, " ", e3.detail(), " ", e3.message()); // @output true {"depth":2} outer
    CodeError e4 = error("typed", code = 4);
    io:println(e4.detail().code, " ", e4.detail()?.reason is ()); // @output 4 true
    Denied e5 = error("denied", code = 403, reason = "no");
    io:println(e5 is CodeError, " ", <error>e5 is NotFound, " ", <error>e4 is Denied); // @output true false false
    error? e6 = nested();
    io:println(e6); // @output error("outer",error NotFound ("not found",path="/x"),level=2)
    if e6 is error {
        error? cause = e6.cause();
        io:println(cause is NotFound); // @output true
    }
    int|error n = check1();
    if n is error {
        io:println(n.message(), " ", n.detail());
        // @output {ballerina/lang.int}NumberParsingError {"message":"'string' value '12x' cannot be converted to 'int'"}
    }
    int|error d = trap divide(1, 0);
    if d is error {
        io:println(d.message()); // @output {ballerina}DivisionByZero
    }
    io:println(onFailVariants(0), " ", onFailVariants(1), " ", onFailVariants(2), " ", onFailVariants(3));
    // @output zero not found code 2 fine
    io:println(loops()); // @output 112
    error|int t1 = trap overflow();
    io:println(t1 is error ? t1.message() : t1); // @output {ballerina}NumberOverflow
    error|any t2 = trap [1, 2][index()];
    io:println(t2 is error ? t2.message() : "?"); // @output {ballerina/lang.array}IndexOutOfRange
    int|error t3 = trap <int>toAny("text");
    io:println(t3 is error ? t3.message() : t3); // @output {ballerina}TypeCastError
    error? t4 = trap deep(0);
    io:println(t4 is error ? t4.message() : "?"); // @output {ballerina}StackOverflow
    io:println((trap panicWith("boom")) is error); // @output true
    error t5 = <error>trap panicWith("boom");
    io:println(t5.message()); // @output boom
    string text = check trapInside();
    io:println(text); // @output trapped inner, then 5
    io:println(e1.toString(), " ", e3.toBalString()); // @output error("simple") error("outer",error("simple"),depth=2)
}

function overflow() returns int => int:MAX_VALUE + index();

function index() returns int => 7;

function toAny(any v) returns any => v;

function deep(int n) {
    deep(n + 1);
    deep(n + 2);
}

function panicWith(string message) {
    panic error(message);
}

function trapInside() returns string|error {
    error? e = trap panicWith("inner");
    int v = check trap five();
    return string `trapped ${e is error ? e.message() : ""}, then ${v}`;
}

function five() returns int => 5;
