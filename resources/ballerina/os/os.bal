# An error of this module.
public type Error distinct error;

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
public isolated function setEnv(string key, string value) returns Error? = external;

# Removes an environment variable from this program.
#
# + key - its name
# + return - an error when the name cannot be one
public isolated function unsetEnv(string key) returns Error? = external;

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
