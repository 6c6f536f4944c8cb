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
public isolated function toMaskedString(anydata data) returns string =>
    data is () ? "null" : masked(data, []).toString();

// `around`: the structures that the value lies in.
isolated function masked(anydata data, anydata[] around) returns anydata {
    if data !is map<anydata>|anydata[]|table<map<anydata>> {
        return data is xml ? data.toString() : data;
    }
    if around.some(outer => outer === data) {
        panic error("Cyclic value reference detected in the record");
    }
    anydata[] outside = [...around, data];
    if data is map<anydata> {
        return maskedFields(data, outside);
    }
    anydata[] items = data is anydata[] ? data : data.toArray();
    return from anydata item in items
        select masked(item, outside);
}

isolated function maskedFields(map<anydata> data, anydata[] around) returns map<anydata> {
    map<any> sensitive = sensitiveFields(data);
    map<anydata> result = {};
    foreach [string, anydata] [name, value] in data.entries() {
        if !sensitive.hasKey(name) {
            result[name] = masked(value, around);
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
