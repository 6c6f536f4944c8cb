# Options of a cookie.
#
# + path - the path that it belongs to
# + domain - the host that it belongs to
# + expires - when it ends, as an HTTP date
# + maxAge - seconds until it ends; 0 for the end of the session
# + httpOnly - whether scripts may not see it
# + secure - whether it is only sent over TLS
public type CookieOptions record {|
    string path?;
    string domain?;
    string expires?;
    int maxAge = 0;
    boolean httpOnly = false;
    boolean secure = false;
|};

# A cookie.
public readonly class Cookie {
    # Its name.
    public final string name;
    # Its value.
    public final string value;
    # The path that it belongs to.
    public final string? path;
    # The host that it belongs to.
    public final string? domain;
    # When it ends, as an HTTP date.
    public final string? expires;
    # Seconds until it ends; 0 for the end of the session.
    public final int maxAge;
    # Whether scripts may not see it.
    public final boolean httpOnly;
    # Whether it is only sent over TLS.
    public final boolean secure;

    # Makes a cookie.
    #
    # + name - its name
    # + value - its value
    # + options - everything else
    public isolated function init(string name, string value, *CookieOptions options) {
        self.name = name;
        self.value = value;
        self.path = options?.path;
        self.domain = options?.domain;
        self.expires = options?.expires;
        self.maxAge = options.maxAge;
        self.httpOnly = options.httpOnly;
        self.secure = options.secure;
    }
}

# The cookies of a `Cookie` header.
isolated function cookiesOf(string header) returns Cookie[] {
    Cookie[] cookies = [];
    foreach string pair in re `;`.split(header) {
        int? at = pair.indexOf("=");
        if at is int && at > 0 {
            cookies.push(new (pair.substring(0, at).trim(), pair.substring(at + 1).trim()));
        }
    }
    return cookies;
}
