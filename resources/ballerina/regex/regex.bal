import ballerina/lang.regexp;

# A part of the text that matches.
public type PartMatch record {|
    # the part
    string matched;
    # where it begins
    int startIndex;
    # where the text goes on behind it
    int endIndex;
|};

# What the groups of an expression match.
public type Groups readonly & object {
    # how many groups the expression has
    int count;

    # What a group matches.
    #
    # + index - the number of the group; 0 stands for the whole expression
    # + return - the part, or nil when the group took no part; panics when there is no such group
    public isolated function get(int index) returns PartMatch?;
};

# A match of an expression.
public type Match record {|
    *PartMatch;
    # what the groups match
    Groups groups;
|};

# Gives the text that takes the place of a match.
public type ReplacerFunction isolated function (Match matched) returns string;

# What takes the place of a match.
public type Replacement ReplacerFunction|string;

readonly class MatchGroups {
    *Groups;
    private PartMatch?[] parts;

    isolated function init(PartMatch?[] parts) {
        self.parts = parts.cloneReadOnly();
        self.count = parts.length() - 1;
    }

    public isolated function get(int index) returns PartMatch? {
        if index < 0 || index > self.count {
            panic error(string `There is no capturing group in the pattern with the given index ${index}.`);
        }
        return self.parts[index];
    }
}

# Tells whether a whole text matches.
#
# + stringToMatch - the text
# + regex - the expression
# + return - the answer
public isolated function matches(string stringToMatch, string regex) returns boolean {
    return pattern(regex).isFullMatch(stringToMatch);
}

# Replaces the first match.
#
# + originalString - the text
# + regex - the expression
# + replacement - what takes its place
# + startIndex - where the search begins
# + return - the new text
public isolated function replace(string originalString, string regex, Replacement replacement, int startIndex = 0)
        returns string {
    Match? found = search(originalString, regex, startIndex);
    return found is () ? originalString : withReplaced(originalString, [found], replacement);
}

# Replaces all matches.
#
# + originalString - the text
# + regex - the expression
# + replacement - what takes their place
# + return - the new text
public isolated function replaceAll(string originalString, string regex, Replacement replacement) returns string {
    return withReplaced(originalString, searchAll(originalString, regex), replacement);
}

# Replaces the first match. `replace` does the same.
#
# + originalString - the text
# + regex - the expression
# + replacement - what takes its place
# + return - the new text
@deprecated
public isolated function replaceFirst(string originalString, string regex, string replacement) returns string {
    return replace(originalString, regex, replacement);
}

# The parts of a text between the matches. Empty parts at the end are left out.
#
# + receiver - the text
# + delimiter - the expression
# + return - the parts
public isolated function split(string receiver, string delimiter) returns string[] {
    string[] parts = [];
    int begin = 0;
    foreach Match found in searchAll(receiver, delimiter) {
        if found.endIndex > 0 && (found.endIndex > found.startIndex || found.startIndex < receiver.length()) {
            parts.push(receiver.substring(begin, found.startIndex));
            begin = found.endIndex;
        }
    }
    if parts.length() == 0 {
        return [receiver];
    }
    parts.push(receiver.substring(begin));
    while parts.length() > 0 && parts[parts.length() - 1] == "" {
        _ = parts.pop();
    }
    return parts;
}

# The first match.
#
# + str - the text
# + regex - the expression
# + startIndex - where the search begins
# + return - the match, or nil when there is none
public isolated function search(string str, string regex, int startIndex = 0) returns Match? {
    regexp:Groups? found = pattern(regex).findGroups(str, startIndex);
    return found is () ? () : matchOf(found);
}

# All matches.
#
# + str - the text
# + regex - the expression
# + return - the matches in their order
public isolated function searchAll(string str, string regex) returns Match[] {
    Match[] all = [];
    foreach regexp:Groups found in pattern(regex).findAllGroups(str) {
        all.push(matchOf(found));
    }
    return all;
}

isolated function pattern(string regex) returns regexp:RegExp = external;

isolated function matchOf(regexp:Groups found) returns Match {
    PartMatch?[] parts = [];
    foreach regexp:Span? span in found {
        if span is () {
            parts.push(());
        } else {
            parts.push({matched: span.substring(), startIndex: span.startIndex, endIndex: span.endIndex});
        }
    }
    regexp:Span whole = found[0];
    return {
        matched: whole.substring(),
        startIndex: whole.startIndex,
        endIndex: whole.endIndex,
        groups: new MatchGroups(parts)
    };
}

isolated function withReplaced(string text, Match[] matches, Replacement replacement) returns string {
    string result = "";
    int begin = 0;
    foreach Match found in matches {
        result += text.substring(begin, found.startIndex);
        result += replacement is string ? replacement : replacement(found);
        begin = found.endIndex;
    }
    return result + text.substring(begin);
}
