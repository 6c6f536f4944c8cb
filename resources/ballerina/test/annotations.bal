# What is known of a test function.
#
# + enable - whether the test is run at all
# + groups - the groups that the test belongs to
# + dataProvider - gives the arguments of the test: a list of lists, or a map of lists whose keys name the cases
# + before - is called before the test
# + after - is called after the test
# + dependsOn - the tests that have to pass before this one is run
# + serialExecution - the test never runs beside another one
public type TestConfig record {
    boolean enable = true;
    string[] groups = [];
    function () returns any|error dataProvider?;
    function () returns any|error before?;
    function () returns any|error after?;
    function[] dependsOn = [];
    true? serialExecution = ();
};

# The function that a mock stands for.
#
# + moduleName - its module, `org/name`; the tested module by default
# + functionName - its name
public type MockConfig record {
    string moduleName = ".";
    string functionName = "";
};

# How a function after all tests is called.
#
# + alwaysRun - even if tests are skipped because something failed before
public type AfterSuiteConfig record {
    boolean alwaysRun = false;
};

# Which groups a function is called for.
#
# + value - the groups
public type BeforeGroupsConfig record {
    string[] value = [];
};

# Which groups a function is called for.
#
# + value - the groups
# + alwaysRun - even if tests of the group are skipped
public type AfterGroupsConfig record {
    string[] value = [];
    boolean alwaysRun = false;
};

# A test.
public annotation TestConfig Config on function;

# Called once before all tests of the module.
public annotation BeforeSuite on function;

# Called once after all tests of the module.
public annotation AfterSuiteConfig AfterSuite on function;

# Called before the first test of a group.
public annotation BeforeGroupsConfig BeforeGroups on function;

# Called after the last test of a group.
public annotation AfterGroupsConfig AfterGroups on function;

# Called before each test.
public annotation BeforeEach on function;

# Called after each test.
public annotation AfterEach on function;

# Stands for another function while tests run: a variable of type `MockFunction`, or a function.
public const annotation MockConfig Mock on source var, source function;
