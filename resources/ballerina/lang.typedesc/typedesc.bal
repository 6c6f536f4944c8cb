// Functions on type descriptors.

# Names a module.
public type ModuleId readonly & record {|
    # Its organization.
    string organization;
    # Its name.
    string name;
    # What a platform adds.
    string[] platformParts;
|};

# Names a distinct type.
public type TypeId readonly & record {|
    # The module that declares it.
    ModuleId moduleId;
    # Its name, or a number if it has none.
    (string|int) localId;
|};

# The distinct types that a type has.
#
# + t - the type
# + primaryOnly - only those that are not included by others
# + return - their ids, or nil if the type is neither an error nor an object type
public isolated function typeIds(typedesc<any|error> t, boolean primaryOnly = false) returns readonly & TypeId[]? = external;
