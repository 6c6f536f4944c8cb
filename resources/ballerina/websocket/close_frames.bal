# Marks the close frames that this module defines.
public readonly distinct class PredefinedCloseFrameType {
};

# Marks the close frames that a program defines.
public readonly distinct class CustomCloseFrameType {
};

# The mark of the close frames that this module defines.
public final readonly & PredefinedCloseFrameType PREDEFINED_CLOSE_FRAME = new;

# The mark of the close frames that a program defines.
public final readonly & CustomCloseFrameType CUSTOM_CLOSE_FRAME = new;

type CloseFrameBase record {|
    readonly object {} 'type;
    readonly int status;
    string reason?;
|};

# A close frame with a status code of the program's own.
#
# + 'type - marks the record as a close frame
# + status - the status code, 1000 to 4999
public type CustomCloseFrame record {|
    *CloseFrameBase;
    readonly CustomCloseFrameType 'type = CUSTOM_CLOSE_FRAME;
    readonly int status;
|};

# 1000: the purpose of the connection is fulfilled.
#
# + 'type - marks the record as a close frame
# + status - the status code
public type NormalClosure record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1000 status = 1000;
|};

# 1001: the service goes away.
#
# + 'type - marks the record as a close frame
# + status - the status code
public type GoingAway record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1001 status = 1001;
|};

# 1002: the other side broke the protocol.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type ProtocolError record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1002 status = 1002;
    string reason = "Connection closed due to protocol error";
|};

# 1003: a kind of data that the service does not take.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type UnsupportedData record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1003 status = 1003;
    string reason = "Endpoint received unsupported frame";
|};

# 1007: a message whose content does not fit its kind.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type InvalidPayload record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1007 status = 1007;
    string reason = "Payload does not match the expected format or encoding";
|};

# 1008: a message against the rules of the service.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type PolicyViolation record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1008 status = 1008;
    string reason = "Received message violates its policy";
|};

# 1009: a message that is too big.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type MessageTooBig record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1009 status = 1009;
    string reason = "The received message exceeds the allowed size limit";
|};

# 1011: something unexpected happened in the service.
#
# + 'type - marks the record as a close frame
# + status - the status code
# + reason - the reason
public type InternalServerError record {|
    *CloseFrameBase;
    readonly PredefinedCloseFrameType 'type = PREDEFINED_CLOSE_FRAME;
    readonly 1011 status = 1011;
    string reason = "Internal server error occurred";
|};

# A close frame: returned by a remote method, it closes the connection.
public type CloseFrame NormalClosure|GoingAway|ProtocolError|UnsupportedData|InvalidPayload|PolicyViolation|
    MessageTooBig|InternalServerError|CustomCloseFrame;

# A normal closure.
public final readonly & NormalClosure NORMAL_CLOSURE = {};

# A service that goes away.
public final readonly & GoingAway GOING_AWAY = {};

# A violation of the protocol.
public final readonly & ProtocolError PROTOCOL_ERROR = {};

# A kind of data that the service does not take.
public final readonly & UnsupportedData UNSUPPORTED_DATA = {};

# Content that does not fit its kind.
public final readonly & InvalidPayload INVALID_PAYLOAD = {};

# A message against the rules of the service.
public final readonly & PolicyViolation POLICY_VIOLATION = {};

# A message that is too big.
public final readonly & MessageTooBig MESSAGE_TOO_BIG = {};

# Something unexpected in the service.
public final readonly & InternalServerError INTERNAL_SERVER_ERROR = {};
