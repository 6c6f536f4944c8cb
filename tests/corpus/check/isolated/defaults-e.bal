int counter = 1;
final int fixed = 2;

function next() returns int {
    counter += 1;
    return counter;
}

isolated function pure() returns int => 1;

type R record {|
    int a = counter; // @error MutableStateInDefault
    int b = next(); // @error CallInDefault
    int c = fixed;
    int d = pure();
|};

class NoInit {
    int a = counter; // @error MutableStateInDefault
    int b = pure();
}

class IsolatedInit {
    int a = next(); // @error CallInDefault

    isolated function init() {
    }
}

class PlainInit {
    int a = next();

    function init() {
    }
}

function objects() {
    int & readonly val = 10;
    final int shared = 1;
    var o = object {
        isolated function f() returns int => val; // @error CaptureInIsolated
        isolated function g() returns int => shared;
    };
    var h = isolated function() returns int => val; // @error CaptureInIsolated
    _ = [o, h];
}
