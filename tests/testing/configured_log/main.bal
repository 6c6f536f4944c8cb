import ballerina/log;

type Account record {|
    string id;
    @log:Sensitive
    string password;
|};

function signIn(Account account) {
    log:printDebug("sign in", account = account);
    log:printError("failed", tries = 3);
}
