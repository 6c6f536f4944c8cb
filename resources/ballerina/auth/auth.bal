import ballerina/lang.array;

# Any error that the auth module reports.
public type Error distinct error;

# A user store in `Config.toml`: `[[ballerina.auth.users]]` with `username`, `password` and perhaps `scopes`.
public type FileUserStoreConfig record {|
|};

# Who somebody turned out to be.
#
# + username - the name
# + scopes - what the user may do
public type UserDetails record {|
    string username;
    string[] scopes?;
|};

type User record {|
    string username;
    string password;
    string[] scopes = [];
|};

configurable User[] users = [];

# Finds the user of a Basic credential in the configuration.
#
# + credential - user name and password, joined by a colon, in base64
# + return - the user, or an error if there is none with that password
public isolated function authenticateBasic(string credential) returns UserDetails|Error {
    byte[]|error bytes = array:fromBase64(credential);
    string|error text = bytes is error ? bytes : string:fromBytes(bytes);
    if text is string {
        foreach User user in users {
            if text == user.username + ":" + user.password {
                return {username: user.username, scopes: user.scopes};
            }
        }
    }
    return error Error("The user name or the password is wrong");
}
