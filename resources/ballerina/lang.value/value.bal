// Functions on values of every type.

@typeParam
type Type any|error;

# Values that can be cloned.
public type Cloneable readonly|xml|Cloneable[]|map<Cloneable>|table<map<Cloneable>>;

@typeParam
type CloneableType Cloneable;

# JSON whose numbers are floats.
public type JsonFloat ()|boolean|string|float|JsonFloat[]|map<JsonFloat>;

# JSON whose numbers are decimals.
public type JsonDecimal ()|boolean|string|decimal|JsonDecimal[]|map<JsonDecimal>;

# Copies a value with all that belongs to it; what cannot be changed is shared.
#
# + v - the value
# + return - the copy
public isolated function clone(CloneableType v) returns CloneableType = external;

# A value that cannot be changed.
#
# + v - the value
# + return - the value itself if it cannot be changed, else a copy
public isolated function cloneReadOnly(CloneableType v) returns CloneableType & readonly = external;

# Copies a value so that it belongs to a type, converting numbers where needed.
#
# + v - the value
# + t - the type
# + return - the copy, or an error
public isolated function cloneWithType(anydata v, typedesc<anydata> t = <>) returns t|error = external;

# Checks that a value belongs to a type, converting numbers where needed.
#
# + v - the value
# + t - the type
# + return - the value, or an error
public isolated function ensureType(any|error v, typedesc<any> t = <>) returns t|error = external;

# Whether a value is immutable.
#
# + v - the value
# + return - whether nothing of it can be changed
# # Deprecated
# Write `v is readonly`.
@deprecated
public isolated function isReadOnly(anydata v) returns boolean = external;

# The value as text for people.
#
# + v - the value
# + return - the text
public isolated function toString(any v) returns string = external;

# The value as Ballerina would write it.
#
# + v - the value
# + return - the text
public isolated function toBalString(any v) returns string = external;

# Reads what toBalString writes.
#
# + s - the text
# + return - the value, or an error
public isolated function fromBalString(string s) returns anydata|error = external;

# Converts to json: tables become lists, xml becomes text.
#
# + v - the value
# + return - the json
public isolated function toJson(anydata v) returns json = external;

# Writes JSON.
#
# + v - the value
# + return - the text
public isolated function toJsonString(anydata v) returns string = external;

# Reads JSON.
#
# + str - the text
# + return - the json, or an error
public isolated function fromJsonString(string str) returns json|error = external;

# Reads JSON, numbers as floats.
#
# + str - the text
# + return - the json, or an error
public isolated function fromJsonFloatString(string str) returns JsonFloat|error = external;

# Reads JSON, numbers as decimals.
#
# + str - the text
# + return - the json, or an error
public isolated function fromJsonDecimalString(string str) returns JsonDecimal|error = external;

# Converts json to a type.
#
# + v - the json
# + t - the type
# + return - the value, or an error
public isolated function fromJsonWithType(json v, typedesc<anydata> t = <>) returns t|error = external;

# Reads JSON and converts it to a type.
#
# + str - the text
# + t - the type
# + return - the value, or an error
public isolated function fromJsonStringWithType(string str, typedesc<anydata> t = <>) returns t|error = external;

# Merges json: mappings field by field, nil with anything.
#
# + j1 - one json
# + j2 - the other
# + return - the merged json, or an error if they do not fit
public isolated function mergeJson(json j1, json j2) returns json|error = external;

# Counts.
#
# + vs - the values
# + return - how many
public isolated function count(any|error... vs) returns int = external;

# The first.
#
# + v - the first value
# + vs - the others
# + return - `v`
public isolated function first(Type v, any|error... vs) returns Type = external;

# The last.
#
# + v - the first value
# + vs - the others
# + return - the last of all
public isolated function last(Type v, Type... vs) returns Type = external;
