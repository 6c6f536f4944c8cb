# The field is left out.
public const EXCLUDE = "EXCLUDE";

# Gives the text that stands for a sensitive one.
public type ReplacementFunction isolated function (string input) returns string;

# What stands for a sensitive value.
public type Replacement record {|
    # a text, or a function of the value's text
    string|ReplacementFunction replacement;
|};

# What is done with a sensitive value.
public type MaskingStrategy EXCLUDE|Replacement;

# What is done with a sensitive field.
public type SensitiveConfig record {|
    # what is done
    MaskingStrategy strategy = EXCLUDE;
|};

# Marks a field that logs should not show. Without `enableSensitiveDataMasking` it has no effect, and this program
# does not support that.
public annotation SensitiveConfig Sensitive on record field;
