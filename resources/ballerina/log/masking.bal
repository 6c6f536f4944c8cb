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

# Marks a field that logs should not show. Without `enableSensitiveDataMasking` it has no effect.
public annotation SensitiveConfig Sensitive on record field;

# The text of a value, without what is marked as sensitive.
#
# + data - the value
# + return - its text
public isolated function toMaskedString(anydata data) returns string => masked(data).toString();

isolated function masked(anydata data) returns anydata {
    if data is map<anydata> {
        return maskedFields(data);
    }
    if data is anydata[] {
        return from anydata item in data
            select masked(item);
    }
    if data is table<map<anydata>> {
        return from map<anydata> row in data
            select maskedFields(row);
    }
    return data;
}

isolated function maskedFields(map<anydata> data) returns map<anydata> {
    map<any> sensitive = sensitiveFields(data);
    map<anydata> result = {};
    foreach [string, anydata] [name, value] in data.entries() {
        if !sensitive.hasKey(name) {
            result[name] = masked(value);
            continue;
        }
        any config = sensitive[name];
        MaskingStrategy strategy = config is SensitiveConfig ? config.strategy : EXCLUDE;
        if strategy is Replacement {
            string|ReplacementFunction replacement = strategy.replacement;
            result[name] = replacement is string ? replacement : replacement(value.toString());
        }
    }
    return result;
}

isolated function sensitiveFields(map<anydata> data) returns map<any> = external;
