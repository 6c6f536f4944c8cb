# An error of this module.
public type Error distinct error;

# Writes text so that it can be a part of a URL.
#
# + str - the text
# + charset - `UTF-8`
# + return - the encoded text, or an error
public isolated function encode(string str, string charset) returns string|Error = external;

# Reads text back from a part of a URL.
#
# + str - the encoded text
# + charset - `UTF-8`
# + return - the text, or an error
public isolated function decode(string str, string charset) returns string|Error = external;
