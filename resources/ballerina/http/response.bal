# What a service has answered to a request.
public class Response {
    # The status code.
    public int statusCode = 200;
    # The words of the status.
    public string reasonPhrase = "";
    # The `Server` header.
    public string server = "";
    private map<string[]> headers = {};
    private string[] names = [];

    # Tells whether a header was sent.
    #
    # + headerName - the name, in any case
    # + return - true if it was
    public isolated function hasHeader(string headerName) returns boolean {
        return self.headers.hasKey(headerName.toLowerAscii());
    }

    # Returns the first value of a header.
    #
    # + headerName - the name, in any case
    # + return - the value, or an error if the header was not sent
    public isolated function getHeader(string headerName) returns string|HeaderNotFoundError {
        string[]? values = self.headers[headerName.toLowerAscii()];
        if values is () || values.length() == 0 {
            return error HeaderNotFoundError("Http header does not exist");
        }
        return values[0];
    }

    # Returns all values of a header.
    #
    # + headerName - the name, in any case
    # + return - the values, or an error if the header was not sent
    public isolated function getHeaders(string headerName) returns string[]|HeaderNotFoundError {
        string[]? values = self.headers[headerName.toLowerAscii()];
        if values is () {
            return error HeaderNotFoundError("Http header does not exist");
        }
        return values.clone();
    }

    # Returns the names of all headers, as they were sent.
    #
    # + return - the names
    public isolated function getHeaderNames() returns string[] {
        return self.names.clone();
    }

    # Adds a value to a header.
    #
    # + headerName - the name
    # + headerValue - the value
    public isolated function addHeader(string headerName, string headerValue) {
        string key = headerName.toLowerAscii();
        if !self.headers.hasKey(key) {
            self.headers[key] = [];
            self.names.push(headerName);
        }
        self.headers.get(key).push(headerValue);
    }
}

# A response from its status code, its words, and names and values of its headers.
#
# + texts - all of that, one after the other
# + return - the response
public isolated function responseOf(string[] texts) returns Response {
    Response response = new;
    int|error status = int:fromString(texts[0]);
    response.statusCode = status is int ? status : 0;
    response.reasonPhrase = texts[1];
    int i = 2;
    while i + 1 < texts.length() {
        response.addHeader(texts[i], texts[i + 1]);
        i += 2;
    }
    string|error server = response.getHeader("server");
    response.server = server is string ? server : "";
    return response;
}
