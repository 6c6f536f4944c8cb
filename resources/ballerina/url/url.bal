# An error of this module.
public type Error distinct error;

# Writes text so that it can be a part of a URL.
#
# + value - the text
# + charset - `UTF-8`
# + return - the encoded text, or an error
public isolated function encode(string value, string charset) returns string|Error = external;

# Reads text back from a part of a URL.
#
# + value - the encoded text
# + charset - `UTF-8`
# + return - the text, or an error
public isolated function decode(string value, string charset) returns string|Error = external;
