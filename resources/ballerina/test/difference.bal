// What assertions say about two values.

const int lineLength = 80;
const int fewMismatches = 5;

isolated function equality(any|error expected, string msg) returns string =>
    string `${msg}: expected the actual value not to be '${textOf(expected)}'`;

isolated function inequality(any|error actual, any|error expected, string msg) returns string {
    string expectedType = typeName(expected);
    string actualType = typeName(actual);
    string expectedText = "'" + wrapped(textOf(expected)) + "'";
    string actualText = "'" + wrapped(textOf(actual)) + "'";
    if expectedType != actualType {
        expectedText = string `<${expectedType}> ${expectedText}`;
        actualText = string `<${actualType}> ${actualText}`;
    }
    string text = string `${msg}${"\n \n"}expected: ${expectedText}${"\nactual\t"}: ${actualText}`;
    if expectedType != actualType {
        return text;
    }
    if actual is string && expected is string {
        return text + "\n \nDiff\t:\n" + lineDifference(actual, expected);
    }
    if actual is map<anydata> && expected is map<anydata> {
        return text + "\n \nDiff\t:\n" + mapDifference(actual, expected);
    }
    return text;
}

isolated function textOf(any|error value) returns string => value is error ? value.toString() : value.toString();

// Long texts in lines of 80 characters.
isolated function wrapped(string text) returns string {
    string rest = text;
    string result = "";
    while rest.length() > lineLength {
        result += rest.substring(0, lineLength) + "\n";
        rest = rest.substring(lineLength);
    }
    return result + rest;
}

isolated function mapDifference(map<anydata> actual, map<anydata> expected) returns string {
    string keys = keyDifference(allKeys(actual), allKeys(expected));
    string[] mismatches = [];
    addMismatches(actual, expected, "", mismatches);
    string values = "\n".'join(...mismatches);
    if mismatches.length() > fewMismatches {
        values += string `${"\n \n"}Total value mismatches: ${mismatches.length()}${"\n"}`;
    }
    return keys == "" ? values : keys + "\n\n" + values;
}

// The keys of a mapping and of the mappings in it, `outer.inner`.
isolated function allKeys(map<anydata> value) returns string[] {
    string[] keys = value.keys();
    foreach [string, anydata] [key, member] in value.entries() {
        if member is map<anydata> {
            foreach string inner in allKeys(member) {
                keys.push(key + "." + inner);
            }
        }
    }
    return keys;
}

isolated function keyDifference(string[] actual, string[] expected) returns string {
    string[] missing = from string key in expected
        where actual.indexOf(key) is ()
        select key;
    string[] surplus = from string key in actual
        where expected.indexOf(key) is ()
        select key;
    string text = missing.length() == 0 ? "" : "\nexpected keys\t: " + ", ".'join(...missing) + "\n";
    return surplus.length() == 0 ? text : text + "actual keys\t: " + ", ".'join(...surplus);
}

isolated function addMismatches(map<anydata> actual, map<anydata> expected, string path, string[] mismatches) {
    foreach [string, anydata] [key, value] in actual.entries() {
        if !expected.hasKey(key) {
            continue;
        }
        anydata wanted = expected.get(key);
        if value == wanted {
            continue;
        }
        string place = path == "" ? key : path + "." + key;
        if typeName(value) != typeName(wanted) {
            mismatches.push(mismatch(place, string `<${typeName(wanted)}> ${wanted.toString()}`,
                    string `<${typeName(value)}> ${value.toString()}`));
        } else if value is map<anydata> && wanted is map<anydata> {
            addMismatches(value, wanted, place, mismatches);
        } else {
            mismatches.push(mismatch(place, wanted.toString(), value.toString()));
        }
    }
}

isolated function mismatch(string place, string expected, string actual) returns string =>
    string `${"\n"}key: ${place}${"\n \n"}expected value${"\t"}: ${expected}${"\n"}actual value${"\t"}: ${actual}`;

// Whether `==` holds, for values of any type.
isolated function equals(any|error actual, anydata expected) returns boolean = external;

// The name of the type that a value was made with.
isolated function typeName(any|error value) returns string = external;

// Both texts line by line as a unified difference.
isolated function lineDifference(string actual, string expected) returns string = external;
