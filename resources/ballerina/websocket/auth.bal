import ballerina/auth;

# Users in `Config.toml`: `[[ballerina.auth.users]]`.
public type FileUserStoreConfig record {|
    *auth:FileUserStoreConfig;
|};

# Users in `Config.toml`, and what they must be allowed.
#
# + fileUserStoreConfig - the users
# + scopes - the user must have one of them
public type FileUserStoreConfigWithScopes record {|
    FileUserStoreConfig fileUserStoreConfig;
    string|string[] scopes?;
|};

# Who may connect.
public type ListenerAuthConfig FileUserStoreConfigWithScopes;

# Judges the `Authorization` header of an upgrade request. Called before the resource of a service with `auth`.
#
# + configs - who may connect
# + header - the value of the header, nil if it was not sent
# + return - nil, or an error that is answered with 401 or 403
public isolated function authenticate(ListenerAuthConfig[] configs, string? header) returns AuthnError|AuthzError? {
    if header is () || !header.toLowerAscii().startsWith("basic ") {
        return error AuthnError("");
    }
    auth:UserDetails|auth:Error user = auth:authenticateBasic(header.substring(6).trim());
    if user is auth:Error {
        return error AuthnError("");
    }
    string[] given = user?.scopes ?: [];
    foreach ListenerAuthConfig config in configs {
        string|string[]? scopes = config?.scopes;
        string[] wanted = scopes is string ? [scopes] : scopes ?: [];
        if wanted.length() == 0 || overlap(wanted, given) {
            return;
        }
    }
    return error AuthzError("");
}

isolated function overlap(string[] wanted, string[] given) returns boolean {
    foreach string scope in wanted {
        if given.indexOf(scope) is int {
            return true;
        }
    }
    return false;
}
