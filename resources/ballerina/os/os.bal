# An error of this module.
public type Error distinct error;
# A process could not be started or read.
public type ProcessExecError distinct Error;

# A program and its arguments.
public type Command record {|
    # its name, or its path
    string value;
    # what it is given
    string[] arguments = [];
|};

# Environment variables for a process, besides those of this program.
public type EnvProperties record {|
    never command?;
    anydata...;
|};

# The value of an environment variable.
#
# + name - its name
# + return - its value; empty when it is not set
public isolated function getEnv(string name) returns string = external;

# Sets an environment variable of this program.
#
# + key - its name
# + value - its value
# + return - an error when the name cannot be one
public isolated function setEnv(string key, string value) returns Error? {
    check checkKey(key);
    return putEnv(key, value);
}

# Removes an environment variable from this program.
#
# + key - its name
# + return - an error when the name cannot be one
public isolated function unsetEnv(string key) returns Error? {
    check checkKey(key);
    return putEnv(key, ());
}

# All environment variables.
#
# + return - names and values
public isolated function listEnv() returns map<string> = external;

# The name of the user who runs the program.
#
# + return - the name; empty when it is not known
public isolated function getUsername() returns string = external;

# The home folder of the user who runs the program.
#
# + return - the path; empty when it is not known
public isolated function getUserHome() returns string = external;

# Starts a program as a process of its own.
#
# + command - the program and its arguments
# + envProperties - environment variables that it gets
# + return - the process, or an error
public isolated function exec(Command command, *EnvProperties envProperties) returns Process|Error {
    map<string> variables = {};
    foreach [string, anydata] [name, value] in envProperties.entries() {
        variables[name] = value.toString();
    }
    return startProcess([command.value, ...command.arguments], variables);
}

isolated function checkKey(string key) returns Error? {
    if key == "" {
        return error Error("The parameter key cannot be an empty string");
    }
    if key == "==" {
        return error Error("The parameter key cannot be == sign");
    }
}

isolated function putEnv(string key, string? value) returns Error? = external;

isolated function startProcess(string[] command, map<string> variables) returns Process|Error = external;
