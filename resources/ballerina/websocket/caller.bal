import ballerina/lang.value;

# The client at the other end of a connection.
public isolated client class Caller {
    private map<value:Cloneable> attributes = {};

    # Sends a text message. Waits while the connection takes no more.
    #
    # + data - the text
    # + return - an error if the connection is closed or broken
    remote isolated function writeTextMessage(string data) returns Error? = external;

    # Sends a binary message. Waits while the connection takes no more.
    #
    # + data - the bytes
    # + return - an error if the connection is closed or broken
    remote isolated function writeBinaryMessage(byte[] data) returns Error? = external;

    # Sends a message: a string or XML as text, bytes as binary, everything else as JSON text.
    #
    # + data - the message
    # + return - an error if the connection is closed or broken
    remote isolated function writeMessage(anydata data) returns Error? {
        if data is string {
            return self->writeTextMessage(data);
        }
        if data is byte[] {
            return self->writeBinaryMessage(data);
        }
        if data is xml {
            return self->writeTextMessage(data.toString());
        }
        return self->writeTextMessage(data.toJsonString());
    }

    # Closes the connection and waits for the other side's close frame.
    #
    # + statusCode - the status code
    # + reason - the reason, at most 123 bytes
    # + timeout - seconds to wait; -1 for no limit; nil for what the service is configured to
    # + return - an error if the other side did not answer in time or as expected
    remote isolated function close(int? statusCode = 1000, string? reason = (), decimal? timeout = ()) returns Error? = external;

    # Sends a ping.
    #
    # + data - up to 125 bytes
    # + return - an error if the ping is too long or the connection is closed or broken
    remote isolated function ping(byte[] data) returns Error? = external;

    # Sends a pong.
    #
    # + data - up to 125 bytes
    # + return - an error if the pong is too long or the connection is closed or broken
    remote isolated function pong(byte[] data) returns Error? = external;

    # Keeps a value with the connection.
    #
    # + key - the name of the value
    # + value - the value
    public isolated function setAttribute(string key, value:Cloneable value) {
        lock {
            self.attributes[key] = value.clone();
        }
    }

    # Returns a value kept with the connection.
    #
    # + key - the name of the value
    # + return - the value, nil if there is none
    public isolated function getAttribute(string key) returns value:Cloneable {
        lock {
            return self.attributes[key].clone();
        }
    }

    # Removes a value kept with the connection; panics if there is none.
    #
    # + key - the name of the value
    # + return - the value
    public isolated function removeAttribute(string key) returns value:Cloneable {
        lock {
            return self.attributes.remove(key).clone();
        }
    }

    # Returns the name of the connection, unique within the program.
    #
    # + return - the name
    public isolated function getConnectionId() returns string = external;

    # Returns the subprotocol on which both sides agreed.
    #
    # + return - the subprotocol, nil if there is none
    public isolated function getNegotiatedSubProtocol() returns string? = external;

    # Tells whether the connection uses TLS.
    #
    # + return - true for `wss`
    public isolated function isSecure() returns boolean = external;

    # Tells whether messages can still be sent.
    #
    # + return - false once either side closes or the connection is broken
    public isolated function isOpen() returns boolean = external;
}
