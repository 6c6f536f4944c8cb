// Functions on strings.

import ballerina/lang.regexp;

# A string of one code point.
@builtinSubtype
public type Char string;

# A regular expression.
public type RegExp regexp:RegExp;

# How many code points a string has.
#
# + str - the string
# + return - its length
public isolated function length(string str) returns int = external;

# Makes an iterator over the code points.
#
# + str - the string
# + return - an object whose `next` gives one string of length 1 after the other
public isolated function iterator(string str) returns object {
    public isolated function next() returns record {|
        Char value;
    |}?;
} {
    return new MemberIterator(characters(str));
}

# Joins strings.
#
# + strs - the strings
# + return - one behind the other
public isolated function concat(string... strs) returns string = external;

# The number of a code point.
#
# + str - the string
# + index - which
# + return - the number
public isolated function getCodePoint(string str, int index) returns int = external;

# A part of a string.
#
# + str - the string
# + startIndex - index of the first code point
# + endIndex - index behind the last
# + return - the part
public isolated function substring(string str, int startIndex, int endIndex = str.length()) returns string = external;

# Compares by code points.
#
# + str1 - one string
# + str2 - the other
# + return - below 0, 0 or above 0 as the one comes before, is equal to or comes after the other
public isolated function codePointCompare(string str1, string str2) returns int = external;

# Joins strings with a separator.
#
# + separator - what stands between two
# + strs - the strings
# + return - the joined string
public isolated function 'join(string separator, string... strs) returns string = external;

# Finds a string in another.
#
# + str - where to look
# + substr - what to find
# + startIndex - where to begin
# + return - where it begins, or nil
public isolated function indexOf(string str, string substr, int startIndex = 0) returns int? = external;

# Finds the last place of a string in another.
#
# + str - where to look
# + substr - what to find
# + startIndex - the last place to look at
# + return - where it begins, or nil
public isolated function lastIndexOf(string str, string substr, int startIndex = str.length() - substr.length())
        returns int? = external;

# Tells whether a string is in another.
#
# + str - where to look
# + substr - what to find
# + startIndex - where to begin
# + return - true if it is there
public isolated function includes(string str, string substr, int startIndex = 0) returns boolean = external;

# Tells how a string begins.
#
# + str - the string
# + substr - what it may begin with
# + return - true if it does
public isolated function startsWith(string str, string substr) returns boolean = external;

# Tells how a string ends.
#
# + str - the string
# + substr - what it may end with
# + return - true if it does
public isolated function endsWith(string str, string substr) returns boolean = external;

# A to Z become a to z.
#
# + str - the string
# + return - the new string
public isolated function toLowerAscii(string str) returns string = external;

# a to z become A to Z.
#
# + str - the string
# + return - the new string
public isolated function toUpperAscii(string str) returns string = external;

# Compares without looking at the case of a to z.
#
# + str1 - one string
# + str2 - the other
# + return - true if they are equal
public isolated function equalsIgnoreCaseAscii(string str1, string str2) returns boolean = external;

# Takes spaces, tabs and line ends off both ends.
#
# + str - the string
# + return - the new string
public isolated function trim(string str) returns string = external;

# The bytes in UTF-8.
#
# + str - the string
# + return - the bytes
public isolated function toBytes(string str) returns byte[] = external;

# Reads UTF-8.
#
# + bytes - the bytes
# + return - the string, or an error
public isolated function fromBytes(byte[] bytes) returns string|error = external;

# The numbers of the code points.
#
# + str - the string
# + return - one int for each
public isolated function toCodePointInts(string str) returns int[] = external;

# The number of a code point.
#
# + ch - a string of length 1
# + return - the number
public isolated function toCodePointInt(Char ch) returns int = external;

# The string of these code points.
#
# + codePoints - their numbers
# + return - the string, or an error if one is no code point
public isolated function fromCodePointInts(int[] codePoints) returns string|error = external;

# The string of one code point.
#
# + codePoint - its number
# + return - the string, or an error if it is none
public isolated function fromCodePointInt(int codePoint) returns Char|error = external;

# Fills up at the beginning.
#
# + str - the string
# + len - the length to reach
# + padChar - what to fill with
# + return - the new string
public isolated function padStart(string str, int len, Char padChar = " ") returns string = external;

# Fills up at the end.
#
# + str - the string
# + len - the length to reach
# + padChar - what to fill with
# + return - the new string
public isolated function padEnd(string str, int len, Char padChar = " ") returns string = external;

# Fills up at the beginning, behind a sign.
#
# + str - the string
# + len - the length to reach
# + zeroChar - what to fill with
# + return - the new string
public isolated function padZero(string str, int len, Char zeroChar = "0") returns string = external;

# Tells whether the whole string matches.
#
# + str - the string
# + re - the regular expression
# + return - true if it does
public isolated function matches(string str, RegExp re) returns boolean {
    return re.isFullMatch(str);
}

# Tells whether something in the string matches.
#
# + str - the string
# + re - the regular expression
# + startIndex - where to begin
# + return - true if it does
public isolated function includesMatch(string str, RegExp re, int startIndex = 0) returns boolean {
    return re.find(str, startIndex) !is ();
}


class MemberIterator {
    private final Char[] members;
    private int at = 0;

    isolated function init(Char[] members) {
        self.members = members;
    }

    public isolated function next() returns record {|
        Char value;
    |}? {
        if self.at >= self.members.length() {
            return ();
        }
        Char value = self.members[self.at];
        self.at += 1;
        return {value};
    }
}

isolated function characters(string str) returns Char[] = external;
