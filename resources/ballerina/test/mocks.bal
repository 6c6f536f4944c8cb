# Stands for any argument in `withArguments`.
public const ANY = "__ANY__";

# Says that an object cannot be mocked.
public type InvalidObjectError distinct error;
# Says that there is no such function.
public type FunctionNotFoundError distinct error;
# Says that a function takes or returns something else.
public type FunctionSignatureMismatchError distinct error;
# Says that there is no such field, or that it takes something else.
public type InvalidMemberFieldError distinct error;
# Says that nothing was said about a call.
public type FunctionCallError distinct error;
# What can go wrong with mocks.
public type Error InvalidObjectError|FunctionNotFoundError|FunctionSignatureMismatchError|InvalidMemberFieldError|FunctionCallError;

// What is done with a call whose arguments are these; `arguments` is nil: with every other call.
type Case record {|
    string functionName;
    (any|error)[]? arguments;
    (any|error)[] results = [];
    int next = 0;
    string called = "";
    boolean original = false;
|};

isolated function isAny(any|error value) returns boolean => value is string && value == ANY;

isolated function agrees(any|error given, any|error wanted) returns boolean {
    if isAny(wanted) || given === wanted {
        return true;
    }
    return given is anydata && wanted is anydata && given == wanted;
}

// With a rest parameter the number of arguments counts; otherwise what is not named has its default.
isolated function fits(Case item, (any|error)[] arguments, boolean hasRest) returns boolean {
    (any|error)[]? wanted = item.arguments;
    if wanted is () || wanted.length() > arguments.length() {
        return false;
    }
    if hasRest && wanted.length() < arguments.length() {
        return false;
    }
    foreach int i in 0 ..< wanted.length() {
        if !agrees(arguments[i], wanted[i]) {
            return false;
        }
    }
    return true;
}

// Cases with arguments come before those without; of several the last one counts.
isolated function caseFor(Case[] cases, string functionName, function called, (any|error)[] arguments)
        returns Case? {
    boolean hasRest = parameterCount(called) == int:MAX_VALUE;
    Case? general = ();
    foreach Case item in cases.reverse() {
        if item.functionName != functionName {
            continue;
        }
        if fits(item, arguments, hasRest) {
            return item;
        }
        if item.arguments is () && general is () {
            general = item;
        }
    }
    return general;
}

// The next value of a sequence; the last one again when it is used up.
isolated function resultOf(Case item) returns any|error {
    if item.results.length() == 0 {
        return ();
    }
    any|error result = item.results[int:min(item.next, item.results.length() - 1)];
    item.next += 1;
    return result;
}

# A function that stands for another one; `when` says what it does.
public class MockFunction {
    private Case[] cases = [];

    isolated function allCases() returns Case[] => self.cases;
}

# Begins to say what a mock does.
#
# + mockFunction - the mock
# + return - takes the rest
public isolated function when(MockFunction mockFunction) returns FunctionStub => new FunctionStub(mockFunction);

# Takes what a mock of a function does.
public class FunctionStub {
    private MockFunction mockFunction;
    private (any|error)[]? arguments = ();

    # Begins with nothing said.
    #
    # + mockFunction - the mock
    public isolated function init(MockFunction mockFunction) {
        self.mockFunction = mockFunction;
    }

    # Speaks only of calls with these arguments.
    #
    # + args - the arguments
    # + return - the same object
    public isolated function withArguments(any|error... args) returns FunctionStub {
        self.arguments = args;
        return self;
    }

    # The calls return a value.
    #
    # + returnValue - the value
    public isolated function thenReturn(any|error returnValue) {
        self.add({functionName: "", arguments: self.arguments, results: [returnValue]});
    }

    # The calls return nil.
    public isolated function doNothing() {
        self.add({functionName: "", arguments: self.arguments});
    }

    # The calls call another function of the tested module.
    #
    # + functionName - its name
    public isolated function call(string functionName) {
        self.add({functionName: "", arguments: self.arguments, called: functionName});
    }

    # The calls call the function that is mocked.
    public isolated function callOriginal() {
        self.add({functionName: "", arguments: self.arguments, original: true});
    }

    private isolated function add(Case item) {
        self.mockFunction.allCases().push(item);
    }
}

// A call of a mocked function. The compiler calls it in the place of the function's body.
function answer(MockFunction mockFunction, function original, string functionName, string module,
        (any|error)[] arguments) returns any|error {
    Case? found = caseFor(mockFunction.allCases(), "", original, arguments);
    if found is () {
        panic error FunctionCallError("no return value or action registered for function");
    }
    if found.original {
        return function:call(original, ...arguments);
    }
    if found.called != "" {
        function replacement = replacementFor(original, functionName, module, found.called);
        return function:call(replacement, ...arguments);
    }
    any|error result = resultOf(found);
    if !canReturn(original, result) {
        panic error FunctionSignatureMismatchError(
            string `return value provided does not match the return type of function ${functionName}()`);
    }
    return result;
}

isolated function replacementFor(function original, string functionName, string module, string name)
        returns function {
    function? replacement = functionNamed(module, name);
    if replacement is () {
        panic error FunctionSignatureMismatchError(string `Mock function '${name}' cannot be found`);
    }
    if !returnsSame(replacement, original) {
        panic error FunctionSignatureMismatchError(
            string `Return type of function ${name} does not match function ${functionName}`);
    }
    if !takesSame(replacement, original) {
        panic error FunctionSignatureMismatchError(
            string `Parameter types of function ${name} does not match function ${functionName}`);
    }
    return replacement;
}

# Makes an object that stands for one of a type.
#
# + T - the type
# + mockObject - answers its calls; without it `prepare` says what the object does
# + return - the object
public isolated function mock(typedesc<object {}> T, object {} mockObject = object {}) returns T = external;

# Begins to say what a mock object does.
#
# + mockObject - an object that `mock` has made
# + return - takes the rest
public isolated function prepare(object {} mockObject) returns MockObject {
    if !isMock(mockObject) {
        panic error InvalidObjectError(
            string `cases cannot be registered to user-defined object type '${typeName(mockObject)}'`);
    }
    return new MockObject(mockObject);
}

# Takes of which member of a mock object is spoken.
public class MockObject {
    private object {} mockObject;

    # Begins with nothing said.
    #
    # + mockObject - the mock
    public isolated function init(object {} mockObject) {
        self.mockObject = mockObject;
    }

    # Speaks of a method.
    #
    # + functionName - its name
    # + return - takes the rest
    public isolated function when(string functionName) returns MemberFunctionStub {
        if methodNamed(self.mockObject, functionName) is () {
            panic error FunctionNotFoundError(string `invalid function name '${functionName} ' provided`);
        }
        return new MemberFunctionStub(self.mockObject, functionName);
    }

    # Speaks of a field.
    #
    # + fieldName - its name
    # + return - takes the rest
    public isolated function getMember(string fieldName) returns MemberVariableStub {
        if !hasField(self.mockObject, fieldName) {
            panic error InvalidMemberFieldError(string `invalid field name '${fieldName}' provided`);
        }
        return new MemberVariableStub(self.mockObject, fieldName);
    }
}

# Takes what a method of a mock object does.
public class MemberFunctionStub {
    private object {} mockObject;
    private string functionName;
    private (any|error)[]? arguments = ();

    # Begins with nothing said.
    #
    # + mockObject - the mock
    # + functionName - the name of the method
    public isolated function init(object {} mockObject, string functionName) {
        self.mockObject = mockObject;
        self.functionName = functionName;
    }

    # Speaks only of calls with these arguments.
    #
    # + args - the arguments
    # + return - the same object
    public isolated function withArguments(any|error... args) returns MemberFunctionStub {
        if args.length() > parameterCount(self.method()) {
            panic error FunctionSignatureMismatchError(
                string `too many argument provided to mock the function ${self.functionName}()`);
        }
        self.arguments = args;
        return self;
    }

    # The calls return a value.
    #
    # + returnValue - the value
    public isolated function thenReturn(any|error returnValue) {
        self.add([returnValue], "return value provided does not");
    }

    # The calls return one value after the other.
    #
    # + returnValues - the values
    public isolated function thenReturnSequence(any|error... returnValues) {
        if self.arguments !is () {
            panic error("'withArguments' function cannot be specified with a return sequence");
        }
        self.add(returnValues, "return value provided in the sequence does not");
    }

    # The calls return nil.
    public isolated function doNothing() {
        self.add([()], "doing nothing does not");
    }

    private isolated function method() returns function => <function>methodNamed(self.mockObject, self.functionName);

    private isolated function add((any|error)[] results, string problem) {
        foreach any|error result in results {
            if !canReturn(self.method(), result) {
                panic error FunctionSignatureMismatchError(
                    string `${problem} match the return type of function ${self.functionName}()`);
            }
        }
        casesOf(self.mockObject).push({functionName: self.functionName, arguments: self.arguments, results});
    }
}

# Takes what a field of a mock object holds.
public class MemberVariableStub {
    private object {} mockObject;
    private string fieldName;

    # Begins with nothing said.
    #
    # + mockObject - the mock
    # + fieldName - the name of the field
    public isolated function init(object {} mockObject, string fieldName) {
        self.mockObject = mockObject;
        self.fieldName = fieldName;
    }

    # The field holds a value.
    #
    # + returnValue - the value
    public isolated function thenReturn(any|error returnValue) {
        if !setField(self.mockObject, self.fieldName, returnValue) {
            panic error InvalidMemberFieldError(
                string `return value provided does not match the type of '${self.fieldName}'`);
        }
    }
}

// A call of a method of a mock object. The compiler makes classes whose methods call it.
isolated function memberAnswer(object {} mockObject, string functionName, (any|error)[] arguments)
        returns any|error {
    function method = <function>methodNamed(mockObject, functionName);
    Case? found = caseFor(casesOf(mockObject), functionName, method, arguments);
    if found is () {
        panic error FunctionCallError(
            string `no cases registered for member function '${functionName}' of object type '${typeName(mockObject)}'.`);
    }
    return resultOf(found);
}

isolated function isMock(object {} mockObject) returns boolean = external;

isolated function casesOf(object {} mockObject) returns Case[] = external;

isolated function hasField(object {} mockObject, string name) returns boolean = external;

isolated function setField(object {} mockObject, string name, any|error value) returns boolean = external;

isolated function methodNamed(object {} mockObject, string name) returns function? = external;

isolated function functionNamed(string module, string name) returns function? = external;

isolated function canReturn(function f, any|error value) returns boolean = external;

isolated function returnsSame(function f, function g) returns boolean = external;

isolated function takesSame(function f, function g) returns boolean = external;

isolated function parameterCount(function f) returns int = external;
