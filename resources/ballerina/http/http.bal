# Any error that the HTTP module reports.
public type Error distinct error;

# A header that is not in the request.
public type HeaderNotFoundError distinct Error;

# Whether a connection stays open after a response.
public type KeepAlive KEEPALIVE_AUTO|KEEPALIVE_ALWAYS|KEEPALIVE_NEVER;

# As the `Connection` header says.
public const KEEPALIVE_AUTO = "AUTO";

# Always.
public const KEEPALIVE_ALWAYS = "ALWAYS";

# Never.
public const KEEPALIVE_NEVER = "NEVER";

# Options of HTTP/1.1.
#
# + keepAlive - whether a connection stays open after a response
# + maxPipelinedRequests - how many requests may wait on one connection
public type ListenerHttp1Settings record {|
    KeepAlive keepAlive = KEEPALIVE_AUTO;
    int maxPipelinedRequests = 10;
|};

# How large a request may be.
#
# + maxUriLength - the longest URI in bytes; a longer one is answered 414
# + maxHeaderSize - the largest headers in bytes; larger ones are answered 431
# + maxEntityBodySize - the largest body in bytes; -1 for no limit
public type RequestLimitConfigs record {|
    int maxUriLength = 4096;
    int maxHeaderSize = 8192;
    int maxEntityBodySize = -1;
|};

# A place to listen on that a WebSocket listener can share.
public isolated class Listener {
    private final int port;

    # Makes a listener.
    #
    # + port - the port
    public isolated function init(int port) {
        self.port = port;
    }

    # Returns the port.
    #
    # + return - the port
    public isolated function getPort() returns int {
        return self.port;
    }
}

# Marks a parameter that is read from a request header.
#
# + name - the name of the header, when it is not that of the parameter
public type HttpHeader record {|
    string name?;
|};

# Marks a parameter that is read from a request header.
public const annotation HttpHeader Header on parameter;

# Marks a parameter that is read from the query of the URI.
#
# + name - the name in the query, when it is not that of the parameter
public type HttpQuery record {|
    string name?;
|};

# Marks a parameter that is read from the query of the URI.
public const annotation HttpQuery Query on parameter;

# A request that asks for an upgrade.
public class Request {
    # The URI as it was sent.
    public string rawPath = "";
    # The method.
    public string method = "GET";
    # The version of HTTP.
    public string httpVersion = "1.1";
    # The `User-Agent` header.
    public string userAgent = "";
    # What follows the path of the resource.
    public string extraPathInfo = "";
    private map<string[]> headers = {};
    private string[] names = [];
    private map<string[]> query = {};

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

    # Returns the cookies of the request.
    #
    # + return - the cookies
    public isolated function getCookies() returns Cookie[] {
        string|error header = self.getHeader("cookie");
        return header is string ? cookiesOf(header) : [];
    }

    # Returns the query of the URI.
    #
    # + return - the values by name
    public isolated function getQueryParams() returns map<string[]> {
        return self.query.clone();
    }

    # Returns the first value of a query parameter.
    #
    # + key - its name
    # + return - the value, nil if it was not sent
    public isolated function getQueryParamValue(string key) returns string? {
        string[]? values = self.query[key];
        return values is () || values.length() == 0 ? () : values[0];
    }

    # Returns all values of a query parameter.
    #
    # + key - its name
    # + return - the values, nil if it was not sent
    public isolated function getQueryParamValues(string key) returns string[]? {
        return self.query[key].clone();
    }
}
