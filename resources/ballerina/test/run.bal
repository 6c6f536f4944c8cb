// How tests are run and what is told of them.

// A test or a hook that has failed.
type Failure record {|
    string name;
    string message;
|};

class Run {
    private final Suite suite;
    private string[] passed = [];
    private Failure[] failures = [];
    private int skipped = 0;
    private boolean skipsAll = false;
    boolean isBad = false;

    function init(Suite suite) {
        self.suite = suite;
    }

    function runAll() {
        error? problem = self.suite.link();
        if problem is error {
            self.isBad = true;
            say(problem.message());
            return;
        }
        int begin = milliseconds();
        boolean ready = self.runHooks(self.suite.hooks.beforeSuite, "before test suite function");
        self.skipsAll = !ready;
        self.runTests();
        _ = self.runHooks(self.suite.hooks.afterSuite, "after test suite function", !ready);
        self.report(milliseconds() - begin);
    }

    // Tests by name; those that waited come right after the last one they waited for.
    private function runTests() {
        Test[] stack = self.suite.tests.filter(test => test.waitsFor == 0);
        stack = stack.sort("descending", test => test.name);
        while stack.length() > 0 {
            Test test = stack.pop();
            if !test.enabled {
                continue;
            }
            self.runTest(test);
            foreach Test dependent in test.dependents.reverse() {
                dependent.waitsFor -= 1;
                if dependent.waitsFor == 0 && !dependent.queued {
                    dependent.queued = true;
                    stack.push(dependent);
                }
            }
        }
    }

    private function runTest(Test test) {
        if test.problem != "" {
            self.failed(test.name, test.name, test.problem);
            skipDependents(test);
            return;
        }
        self.beforeGroups(test);
        if !self.runHooks(self.suite.hooks.beforeEach, "before each function for the test", self.skipsAll) {
            self.skipsAll = true;
        }
        if !self.runBody(test) {
            skipDependents(test);
        }
        foreach string name in test.config.groups {
            GroupCount count = self.suite.groups.get(name);
            count.executed += 1;
        }
        if !self.runHooks(self.suite.hooks.afterEach, "after each test function for the test", self.skipsAll) {
            self.skipsAll = true;
        }
        self.afterGroups(test);
    }

    private function beforeGroups(Test test) {
        foreach string name in test.config.groups {
            GroupCount count = self.suite.groups.get(name);
            Hook[] hooks = hooksOf(self.suite.hooks.beforeGroups, name);
            if count.executed == 0 && !self.runHooks(hooks, "before groups function for the test", self.skipsAll) {
                test.skipped = true;
                count.skipped = true;
            }
        }
    }

    private function afterGroups(Test test) {
        foreach string name in test.config.groups {
            GroupCount count = self.suite.groups.get(name);
            if count.executed == count.wanted {
                _ = self.runHooks(hooksOf(self.suite.hooks.afterGroups, name),
                        "after test group function for the test", self.skipsAll || count.skipped);
            }
        }
    }

    // True unless the test failed or was skipped.
    private function runBody(Test test) returns boolean {
        DataSet? data = test.data;
        if self.skipsAll || test.skipped {
            self.skipped += 1;
            return false;
        }
        if data is () {
            return self.runCase(test, (), []);
        }
        if data is map<(any|error)[]> {
            foreach [string, (any|error)[]] [key, arguments] in data.entries() {
                self.runWantedCase(test, key, arguments);
            }
        } else if data is (any|error)[][] {
            foreach [int, (any|error)[]] [index, arguments] in data.enumerate() {
                self.runWantedCase(test, index.toString(), arguments);
            }
        }
        return true;
    }

    private function runWantedCase(Test test, string key, (any|error)[] arguments) {
        if self.suite.isCaseWanted(test.name, key) {
            _ = self.runCase(test, key, arguments);
        }
    }

    // `key` names the case of a test with data.
    private function runCase(Test test, string? key, (any|error)[] arguments) returns boolean {
        if !self.runOwn(test?.config?.before, "before test function for the test") {
            self.skipped += 1;
            return false;
        }
        string name = key is () ? test.name : test.name + "#" + key;
        any|error result = trap function:call(test.body, ...arguments);
        if result is TestError {
            self.failed(name, test.name + ":" + (key ?: ""), failureText(result));
        } else if result is error && key is string {
            self.failed(name, test.name + ":" + key,
                    string `[fail data provider for the function ${test.name}]${"\n"} ${failureText(result)}`);
        } else if result is error {
            self.failed(name, name, failureText(result));
        } else {
            self.passed.push(name);
        }
        return self.runOwn(test?.config?.after, "after test function for the test") && result !is error;
    }

    private function failed(string name, string shortName, string message) {
        self.isBad = true;
        self.failures.push({name, message});
        say(string `${"\n\t"}${shortName} has failed.${"\n"}`);
    }

    private function runOwn(function? body, string role) returns boolean =>
        body is () || self.runHooks([{name: functionName(body), body}], role);

    // False if one of them fails; those behind it are not called then.
    private function runHooks(Hook[] hooks, string role, boolean skip = false) returns boolean {
        foreach Hook hook in hooks {
            if skip && !hook.alwaysRun {
                continue;
            }
            any|error result = trap function:call(hook.body);
            if result is error {
                self.isBad = true;
                say(string `${"\t"}[fail] ${hook.name}[${role}]:${"\n\t    "}${indented(failureText(result), "\t\t")}`);
                return false;
            }
        }
        return true;
    }

    private function report(int duration) {
        foreach string name in self.passed {
            say("\t\t[pass] " + name);
        }
        foreach Failure failure in self.failures {
            say(string `${"\n\t\t"}[fail] ${failure.name}:`);
            say("\n\t\t    " + indented(failure.message, "\t\t\t"));
        }
        say("\n");
        if self.passed.length() + self.failures.length() + self.skipped == 0 {
            say("\t\tNo tests found");
        } else {
            say(string `${"\t\t"}${self.passed.length()} passing`);
            say(string `${"\t\t"}${self.failures.length()} failing`);
            say(string `${"\t\t"}${self.skipped} skipped`);
        }
        say(string `${"\n\t\t"}Test execution time : ${duration}ms`);
    }
}

isolated function hooksOf(Hook[] hooks, string name) returns Hook[] =>
    hooks.filter(hook => hook.groups.indexOf(name) is int);

function skipDependents(Test test) {
    foreach Test dependent in test.dependents {
        dependent.skipped = true;
    }
}

isolated function indented(string text, string tabs) returns string {
    string[] lines = re `\n`.split(text);
    return ("\n" + tabs).'join(...lines);
}

// An error and the calls that led to it, without those of this module.
isolated function failureText(error failure) returns string {
    string text = headOf(failure) + "\n";
    foreach error:StackFrame frame in failure.stackTrace() {
        string line = frame.toString();
        if !line.includes("ballerina/test") {
            text += "\t" + line + "\n";
        }
    }
    return text;
}

// The message of an assertion in its own lines.
isolated function headOf(error failure) returns string {
    if failure is TestError {
        return string `error {ballerina/test:0}TestError ("${failure.message()}")`;
    }
    string text = failure.toBalString();
    // The reference names the version of the module, too.
    return failure is Error ? "error {ballerina/test:0" + text.substring(text.indexOf("}") ?: 0) : text;
}

isolated function say(string text) {
    write(text + "\n");
}

function groupsText(string[] groups) returns string => groups.length() == 0
    ? "\tThere are no groups available!"
    : string `${"\t"}Following groups are available :${"\n\t"}[${", ".'join(...groups)}]`;

isolated function listOf(string text) returns string[] => text == "" ? [] : re `,`.split(text);

// Runs the tests of a module. Called by `barre test`; returns whether all is well.
function runSuite(string module, string title, string tests, string groups, string disabledGroups,
        boolean listGroups) returns boolean {
    say("\n\t" + title);
    Suite suite = new (module, {
        tests: listOf(tests).cloneReadOnly(),
        groups: listOf(groups).cloneReadOnly(),
        disabledGroups: listOf(disabledGroups).cloneReadOnly()
    });
    if listGroups {
        say(groupsText(suite.groups.keys()));
        return true;
    }
    if suite.tests.length() == 0 {
        say("\tNo tests found");
        return true;
    }
    Run run = new (suite);
    run.runAll();
    return !run.isBad;
}

isolated function write(string text) = external;

isolated function milliseconds() returns int = external;

isolated function functionName(function f) returns string = external;
