function add(int a, int b = 1, int... rest) returns int => a + b + rest.length();

class C {
    function init(int n) {
    }

    function get() returns int => 1;
}

client class Api {
    remote function send(string text) {
    }

    resource function get items/[string id]() returns string => id;
}

type O object {
};

function f(int n, C c, Api api, function (int) returns int g) returns error? {
    _ = n(1); // @error NotCallable
    _ = g(1, 2); // @error TooManyArgs
    _ = add(); // @error MissingArg
    _ = add(1, a = 2); // @error ArgGivenTwice
    _ = add(1, c = 2); // @error UnknownNamedArg
    _ = add("x"); // @error IncompatibleTypes
    c.put(); // @error UnknownMethod
    n.push(1); // @error UnknownMethod
    api->receive(); // @error UnknownRemoteMethod
    _ = api->/things; // @error UnknownResource
    api.send("x"); // @error RemoteCalledWithDot
    c->get(); // @error UnknownRemoteMethod
    n->get(); // @error NotAClient
    c.init(1); // @error InitCalled
    _ = new O(); // @error NotAClass
    C d = new; // @error MissingArg
    int e = new; // @error NewNotExpected
    var h = new; // @error NewWithoutType
    var i = x => x; // @error FunctionTypeNotKnown
    function (int) returns int j = (x, y) => x; // @error ParamCountDiffers
    _ = [e];
    _ = [d, h, i, j];
}

function infers(anydata value) returns error? {
    var a = value.cloneWithType(); // @error CannotInferTypedesc
    _ = [a];
}

service / on 5 { // @error NotAListener
}
