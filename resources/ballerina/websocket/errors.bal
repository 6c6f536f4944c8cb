# Any error that the WebSocket module reports.
public type Error distinct error;

# A handshake that the other side answered wrongly.
public type InvalidHandshakeError distinct Error;

# A frame or a message that is larger than allowed.
public type PayloadTooLargeError distinct Error;

# Bytes that are no valid WebSocket frame.
public type CorruptedFrameError distinct Error;

# A continuation frame in the wrong place.
public type InvalidContinuationFrameError distinct CorruptedFrameError;

# A connection that broke.
public type ConnectionError distinct Error;

# A use of a connection that is closed or being closed.
public type ConnectionClosureError distinct ConnectionError;

# Returned by an upgrade resource to refuse the upgrade.
public type UpgradeError distinct Error;

# A handshake that took too long.
public type HandshakeTimedOut distinct Error;

# A read that took too long.
public type ReadTimedOutError distinct Error;

# A failure while a client authenticates itself.
public type AuthError distinct Error;

# Returned by an upgrade resource when it does not know who asks (HTTP status 401).
public type AuthnError distinct AuthError;

# Returned by an upgrade resource when the one who asks may not (HTTP status 403).
public type AuthzError distinct AuthError;

# A failure of TLS.
public type SslError distinct Error;

# A message that does not fit the type of the parameter.
public type PayloadBindingError distinct Error;

# A message that violates a constraint of the parameter's type.
public type PayloadValidationError distinct PayloadBindingError;
