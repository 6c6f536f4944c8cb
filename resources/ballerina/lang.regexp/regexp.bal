// Functions on regular expressions.

# A regular expression.
@builtinSubtype
public type RegExp any;

# A part of a string that matched.
public type Span readonly & object {
    # Index of its first code point.
    public int startIndex;
    # Index behind its last code point.
    public int endIndex;
    # The text.
    #
    # + return - the part of the string
    public isolated function substring() returns string;
};

# A match: the whole, then the groups.
public type Groups readonly & [Span, Span?...];

# Gives the text for a match.
public type ReplacerFunction isolated function (Groups groups) returns string;

# What replaces a match.
public type Replacement ReplacerFunction|string;

readonly class MatchedSpan {
    public int startIndex;
    public int endIndex;
    private string text;

    isolated function init(int startIndex, int endIndex, string text) {
        self.startIndex = startIndex;
        self.endIndex = endIndex;
        self.text = text;
    }

    public isolated function substring() returns string {
        return self.text;
    }
}

# Finds the first match.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where to begin
# + return - the match, or nil
public isolated function find(RegExp re, string str, int startIndex = 0) returns Span? {
    int[]? found = search(re, str, startIndex);
    return found is () ? () : spanOf(str, found, 0);
}

# Finds the first match with its groups.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where to begin
# + return - the match and its groups, or nil
public isolated function findGroups(RegExp re, string str, int startIndex = 0) returns Groups? {
    int[]? found = search(re, str, startIndex);
    return found is () ? () : groupsOf(str, found);
}

# Finds all matches that do not overlap.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where to begin
# + return - the matches from left to right
public isolated function findAll(RegExp re, string str, int startIndex = 0) returns Span[] {
    Span[] spans = [];
    foreach int[] found in searchAll(re, str, startIndex) {
        spans.push(spanOf(str, found, 0));
    }
    return spans;
}

# Finds all matches with their groups.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where to begin
# + return - the matches from left to right
public isolated function findAllGroups(RegExp re, string str, int startIndex = 0) returns Groups[] {
    Groups[] all = [];
    foreach int[] found in searchAll(re, str, startIndex) {
        all.push(groupsOf(str, found));
    }
    return all;
}

# Matches at one place.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where the match has to begin
# + return - the match, or nil
public isolated function matchAt(RegExp re, string str, int startIndex = 0) returns Span? {
    int[]? found = searchAt(re, str, startIndex);
    return found is () ? () : spanOf(str, found, 0);
}

# Matches at one place, with groups.
#
# + re - the regular expression
# + str - where to look
# + startIndex - where the match has to begin
# + return - the match and its groups, or nil
public isolated function matchGroupsAt(RegExp re, string str, int startIndex = 0) returns Groups? {
    int[]? found = searchAt(re, str, startIndex);
    return found is () ? () : groupsOf(str, found);
}

# Tells whether the whole string matches.
#
# + re - the regular expression
# + str - the string
# + return - true if it does
public isolated function isFullMatch(RegExp re, string str) returns boolean {
    return searchFull(re, str) is int[];
}

# Matches the whole string, with groups.
#
# + re - the regular expression
# + str - the string
# + return - the match and its groups, or nil
public isolated function fullMatchGroups(RegExp re, string str) returns Groups? {
    int[]? found = searchFull(re, str);
    return found is () ? () : groupsOf(str, found);
}

# Replaces the first match.
#
# + re - the regular expression
# + str - where to look
# + replacement - the text, or a function that gives it
# + startIndex - where to begin
# + return - the new string
public isolated function replace(RegExp re, string str, Replacement replacement, int startIndex = 0) returns string {
    int[]? found = search(re, str, startIndex);
    if found is () {
        return str;
    }
    string text = replacement is string ? replacement : replacement(groupsOf(str, found));
    return str.substring(0, found[0]) + text + str.substring(found[1]);
}

# Replaces all matches.
#
# + re - the regular expression
# + str - where to look
# + replacement - the text, or a function that gives it
# + startIndex - where to begin
# + return - the new string
public isolated function replaceAll(RegExp re, string str, Replacement replacement, int startIndex = 0) returns string {
    string result = "";
    int at = 0;
    foreach int[] found in searchAll(re, str, startIndex) {
        string text = replacement is string ? replacement : replacement(groupsOf(str, found));
        result += str.substring(at, found[0]) + text;
        at = found[1];
    }
    return result + str.substring(at);
}

# Splits a string at the matches.
#
# + re - matches what separates
# + str - the string
# + return - the texts between the matches
public isolated function split(RegExp re, string str) returns string[] {
    string[] parts = [];
    int at = 0;
    foreach int[] found in searchAll(re, str, 0) {
        if found[1] == found[0] && (found[0] == 0 || found[0] == str.length()) {
            continue;
        }
        parts.push(str.substring(at, found[0]));
        at = found[1];
    }
    parts.push(str.substring(at));
    return parts;
}

# Reads a regular expression.
#
# + str - its text
# + return - the regular expression, or an error
public isolated function fromString(string str) returns RegExp|error = external;

isolated function spanOf(string str, int[] found, int group) returns Span {
    int begin = found[group * 2];
    int end = found[group * 2 + 1];
    return new MatchedSpan(begin, end, str.substring(begin, end));
}

isolated function groupsOf(string str, int[] found) returns Groups {
    (Span?)[] rest = [];
    foreach int group in 1 ..< found.length() / 2 {
        rest.push(found[group * 2] < 0 ? () : spanOf(str, found, group));
    }
    return [spanOf(str, found, 0), ...rest.cloneReadOnly()];
}

// Begin and end of the match and of each group, -1 for a group that took no part; nil: no match.
isolated function search(RegExp re, string str, int startIndex) returns int[]? = external;

isolated function searchAt(RegExp re, string str, int startIndex) returns int[]? = external;

isolated function searchFull(RegExp re, string str) returns int[]? = external;

isolated function searchAll(RegExp re, string str, int startIndex) returns int[][] = external;
