// The tests of a module: which there are, which are wanted, and in which order they are run.

type DataSet map<(any|error)[]>|(any|error)[][];

// A test and what has become of it so far.
type Test record {|
    string name;
    function body;
    TestConfig config;
    boolean enabled;
    boolean skipped = false;
    boolean visited = false;
    boolean queued = false;
    int waitsFor;
    Test[] dependents = [];
    DataSet? data = ();
    string problem = "";
|};

// A function that is called before or after tests.
type Hook record {|
    string name;
    function body;
    boolean alwaysRun = false;
    string[] groups = [];
|};

// How often tests of a group are to be run and have been run.
type GroupCount record {|
    int wanted = 0;
    int executed = 0;
    boolean skipped = false;
|};

type Hooks record {|
    Hook[] beforeSuite = [];
    Hook[] afterSuite = [];
    Hook[] beforeGroups = [];
    Hook[] afterGroups = [];
    Hook[] beforeEach = [];
    Hook[] afterEach = [];
|};

// What the command line asks for.
type Wish readonly & record {|
    string[] tests;
    string[] groups;
    string[] disabledGroups;
|};

class Suite {
    private final string module;
    private final Wish wish;
    Test[] tests = [];
    Hooks hooks = {};
    map<GroupCount> groups = {};

    function init(string module, Wish wish) {
        self.module = module;
        self.wish = wish;
        foreach [string, string, function, any] [name, role, body, value] in testFunctions(module) {
            self.register(name, role, body, value);
        }
    }

    private function register(string name, string role, function body, any value) {
        if role == "Config" {
            self.addTest(name, body, value is TestConfig ? value : {});
        } else if role == "AfterSuite" {
            self.hooks.afterSuite.push({name, body, alwaysRun: value is AfterSuiteConfig && value.alwaysRun});
        } else if value is AfterGroupsConfig && role == "AfterGroups" {
            self.hooks.afterGroups.push({name, body, alwaysRun: value.alwaysRun, groups: value.value});
        } else if value is BeforeGroupsConfig && role == "BeforeGroups" {
            self.hooks.beforeGroups.push({name, body, groups: value.value});
        } else if role == "BeforeSuite" {
            self.hooks.beforeSuite.push({name, body});
        } else if role == "BeforeEach" {
            self.hooks.beforeEach.push({name, body});
        } else if role == "AfterEach" {
            self.hooks.afterEach.push({name, body});
        }
    }

    private function addTest(string name, function body, TestConfig config) {
        boolean enabled = config.enable && self.isWanted(name, config.groups);
        Test test = {name, body, config, enabled, waitsFor: config.dependsOn.length()};
        addData(test);
        foreach string one in config.groups {
            GroupCount count = self.groups[one] ?: {};
            count.wanted += enabled ? 1 : 0;
            self.groups[one] = count;
        }
        self.tests.push(test);
    }

    private function isWanted(string name, string[] groups) returns boolean {
        Wish wish = self.wish;
        boolean grouped = wish.groups.length() == 0 || groups.some(one => wish.groups.indexOf(one) is int);
        boolean excluded = groups.some(one => wish.disabledGroups.indexOf(one) is int);
        boolean named = wish.tests.length() == 0 || wish.tests.some(pattern => namesTest(pattern, self.module, name));
        return grouped && !excluded && named;
    }

    // Which case of a data-driven test is wanted: all, unless the test is asked for as `name#case`.
    function isCaseWanted(string name, string key) returns boolean {
        string module = self.module;
        string[] patterns = self.wish.tests.filter(pattern => namesTest(pattern, module, name));
        return patterns.length() == 0 || patterns.some(pattern => namesCase(pattern, key));
    }

    // Tests that depend on others wait for them, and ask for them.
    function link() returns error? {
        foreach Test test in self.tests {
            if test.waitsFor > 0 && test.enabled && !test.visited {
                check self.linkTest(test, []);
            }
        }
    }

    private function linkTest(Test test, string[] path) returns error? {
        path.push(test.name);
        foreach function body in test.config.dependsOn {
            Test dependency = check self.testOf(body);
            if !dependency.config.enable {
                return error(string `error: Test [${test.name}] depends on function [${dependency.name}], but it is ` +
                    "either disabled or not included.");
            }
            dependency.dependents.push(test);
            int? begin = path.indexOf(dependency.name);
            if begin is int {
                string[] cycle = [...path.slice(begin), dependency.name];
                return error("Cyclic test dependencies detected: " + " -> ".'join(...cycle));
            }
            if !dependency.visited {
                check self.linkTest(dependency, path);
            }
        }
        test.enabled = true;
        test.visited = true;
        _ = path.pop();
    }

    private function testOf(function body) returns Test|error {
        foreach Test test in self.tests {
            if test.body === body {
                return test;
            }
        }
        return error("The dependent test function is either disabled or not included.");
    }
}

function addData(Test test) {
    function? provider = test.config?.dataProvider;
    if provider is () {
        return;
    }
    any|error data = trap function:call(provider);
    if data is DataSet {
        test.data = data;
    } else {
        test.problem = "Failed to execute the data provider";
        if data is error {
            test.problem += "\n" + failureText(data);
        }
    }
}

// `[module:]name[#case]`, with `*` for anything.
isolated function namesTest(string pattern, string module, string name) returns boolean {
    string plain = beforeHash(pattern);
    int? colon = plain.lastIndexOf(":");
    if colon is () {
        return matchesWildcard(plain, name);
    }
    string wanted = plain.substring(0, colon);
    boolean isHere = module == wanted || module.endsWith("/" + wanted) || module.endsWith("." + wanted);
    return isHere && matchesWildcard(plain.substring(colon + 1), name);
}

isolated function namesCase(string pattern, string key) returns boolean {
    int? hash = pattern.indexOf("#");
    if hash is () {
        return true;
    }
    string wanted = pattern.substring(hash + 1);
    boolean quoted = wanted.length() > 1 && wanted.startsWith("'") && wanted.endsWith("'");
    return matchesWildcard(quoted ? wanted.substring(1, wanted.length() - 1) : wanted, key);
}

isolated function beforeHash(string pattern) returns string {
    int? hash = pattern.indexOf("#");
    return hash is int ? pattern.substring(0, hash) : pattern;
}

isolated function matchesWildcard(string pattern, string text) returns boolean {
    int? star = pattern.indexOf("*");
    if star is () {
        return pattern == text;
    }
    if !text.startsWith(pattern.substring(0, star)) {
        return false;
    }
    string rest = pattern.substring(star + 1);
    foreach int at in star ... text.length() {
        if matchesWildcard(rest, text.substring(at)) {
            return true;
        }
    }
    return false;
}

// Name, annotation, the function and the annotation's value, for each function of a module that has an
// annotation of this module.
function testFunctions(string module) returns [string, string, function, any][] = external;
