import ballerina/lang.runtime;
import ballerina/lang.value;
import ballerina/log;
import ballerina/websocket;

# The port on which the chat listens.
configurable int port = 8080;

# How many messages a newcomer gets to see.
configurable int historySize = 20;

listener websocket:Listener wsListener = new (port);

# One person in a room.
type Member record {|
    readonly string id;
    string nick;
    websocket:Caller caller;
|};

# What a client sends. A text that is not JSON is taken as something said.
type Message record {
    Kind kind = SAY;
    string text = "";
    string[] to = [];
};

enum Kind {
    SAY,
    NICK,
    WHO,
    HISTORY,
    QUIT
}

isolated map<map<Member>> rooms = {};
isolated map<string[]> histories = {};

@websocket:ServiceConfig {
    idleTimeout: 60
}
service /chat on wsListener {

    # Opens a connection to a room.
    #
    # + room - the name of the room, which is made when it does not exist
    # + return - the service that answers this connection
    resource function get rooms/[string room]() returns websocket:Service|error {
        if room.length() > 32 {
            return error("The name of a room has at most 32 characters");
        }
        return new ChatService(room);
    }
}

# Answers one connection for as long as it is open.
service class ChatService {
    *websocket:Service;

    private final string room;
    private string nick = "guest";
    private int joinedAt = 0;
    private int seen = 0;

    function init(string room) {
        self.room = room;
    }

    remote function onOpen(websocket:Caller caller) returns error? {
        string id = caller.getConnectionId();
        self.nick = "guest-" + id.substring(int:max(0, id.length() - 4));
        self.joinedAt = countMembers(self.room);
        join(self.room, id, self.nick, caller);
        log:printInfo("joined", room = self.room, nick = self.nick);
        check caller->writeTextMessage(string `Welcome to ${self.room}, ${self.nick}. ${self.joinedAt} here before you.`);
        broadcast(self.room, string `${self.nick} joined`, except = id);
    }

    remote function onTextMessage(websocket:Caller caller, string message) returns error? {
        self.seen += 1;
        do {
            Message m = check parse(message);
            if m.kind == SAY && m.text.trim() == "" {
                check caller->writeTextMessage("Say something.");
            } else if m.kind == NICK {
                check self.rename(caller, m.text);
            } else {
                check self.answer(caller, m);
            }
        } on fail error e {
            log:printWarn("message refused", room = self.room, reason = e.message());
            check caller->writeTextMessage("Sorry: " + e.message());
        }
    }

    remote function onBinaryMessage(websocket:Caller caller, byte[] data) returns error? {
        int sum = 0;
        foreach byte b in data {
            sum = (sum + b) % 256;
        }
        check caller->writeBinaryMessage([<byte>(data.length() % 256), <byte>sum]);
    }

    remote function onClose(websocket:Caller caller, int statusCode, string reason) returns error? {
        leave(self.room, caller.getConnectionId());
        log:printInfo("left", room = self.room, nick = self.nick, statusCode = statusCode);
        broadcast(self.room, string `${self.nick} left`);
    }

    remote function onError(websocket:Caller caller, error err) returns error? {
        log:printError("connection failed", err, room = self.room);
        leave(self.room, caller.getConnectionId());
    }

    remote function onIdleTimeout(websocket:Caller caller) returns error? {
        check caller->writeTextMessage("Are you still there?");
        runtime:sleep(1);
        check caller->ping([1]);
    }

    function answer(websocket:Caller caller, Message m) returns error? {
        match m.kind {
            SAY if m.to.length() > 0 => {
                whisper(self.room, string `${self.nick} whispers: ${m.text}`, ...m.to);
            }
            SAY => {
                remember(self.room, string `${self.nick}: ${m.text}`);
                broadcast(self.room, string `${self.nick}: ${m.text}`);
            }
            WHO => {
                json present = {room: self.room, members: nicks(self.room), seen: self.seen};
                check caller->writeTextMessage(present.toJsonString());
            }
            HISTORY => {
                check self.sendHistory(caller);
            }
            _ => {
                leave(self.room, caller.getConnectionId());
                check caller->close(1000, "Bye");
            }
        }
    }

    function rename(websocket:Caller caller, string nick) returns error? {
        if nick.length() == 0 || nick.length() > 16 {
            fail error("A nick has 1 to 16 characters");
        }
        string old = self.nick;
        self.nick = nick;
        join(self.room, caller.getConnectionId(), nick, caller);
        broadcast(self.room, string `${old} is now ${nick}`);
    }

    function sendHistory(websocket:Caller caller) returns error? {
        string[] lines = history(self.room);
        int i = int:max(0, lines.length() - historySize);
        while i < lines.length() {
            check caller->writeTextMessage(lines[i]);
            i += 1;
        }
    }
}

# Reads what a client sent.
#
# + text - a JSON object, or what the person said
# + return - the message, or why it is not one
function parse(string text) returns Message|error {
    json|error parsed = trap value:fromJsonString(text);
    if parsed is map<json> {
        return parsed.cloneWithType();
    }
    return {text};
}

function join(string room, string id, string nick, websocket:Caller caller) {
    lock {
        map<Member> members = rooms[room] ?: {};
        if members.length() >= 1000 && !members.hasKey(id) {
            panic error("The room is full");
        }
        members[id] = {id, nick, caller};
        rooms[room] = members;
    }
}

function leave(string room, string id) {
    lock {
        map<Member>? members = rooms[room];
        if members is () {
            return;
        }
        _ = members.removeIfHasKey(id);
        if members.length() == 0 {
            _ = rooms.remove(room);
        }
    }
}

function countMembers(string room) returns int {
    lock {
        map<Member> members = rooms[room] ?: {};
        return members.length();
    }
}

function nicks(string room) returns string[] {
    lock {
        map<Member> members = rooms[room] ?: {};
        string[] names = from Member m in members
            order by m.nick
            select m.nick;
        return names.clone();
    }
}

# Sends a text to everybody in a room.
#
# + room - the room
# + text - what to send
# + except - the connection that does not get it
function broadcast(string room, string text, string? except = ()) {
    lock {
        map<Member> members = rooms[room] ?: {};
        foreach Member m in members {
            if m.id == except {
                continue;
            }
            websocket:Error? result = m.caller->writeTextMessage(text);
            if result is websocket:Error {
                log:printDebug("not delivered", nick = m.nick, reason = result.message());
            }
        }
    }
}

# Sends a text to some of the people in a room.
#
# + room - the room
# + text - what to send
# + to - the nicks of those who get it
function whisper(string room, string text, string... to) {
    readonly & string[] receivers = to.cloneReadOnly();
    lock {
        map<Member> members = rooms[room] ?: {};
        foreach Member m in members {
            if receivers.indexOf(m.nick) is int {
                websocket:Error? result = m.caller->writeTextMessage(text);
                if result is websocket:Error {
                    log:printDebug("not delivered", nick = m.nick, reason = result.message());
                }
            }
        }
    }
}

function remember(string room, string line) {
    lock {
        string[] lines = histories[room] ?: [];
        lines.push(line);
        histories[room] = lines;
    }
}

function history(string room) returns string[] {
    lock {
        string[] lines = histories[room] ?: [];
        return lines.clone();
    }
}
