# An error of this module.
public type Error distinct error;

# Writes text so that it can be a part of a URL.
#
# + value - the text
# + charset - `UTF-8`, `UTF-16` (also `LE`, `BE`), `ISO-8859-1` or `US-ASCII`
# + return - the encoded text, or an error
public isolated function encode(string value, string charset) returns string|Error = external;

# Reads text back from a part of a URL.
#
# + value - the encoded text
# + charset - `UTF-8`, `UTF-16` (also `LE`, `BE`), `ISO-8859-1` or `US-ASCII`
# + return - the text, or an error
public isolated function decode(string value, string charset) returns string|Error = external;
