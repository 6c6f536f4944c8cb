# Reads text in UTF-8 from a byte channel.
public class ReadableCharacterChannel {
    private ReadableByteChannel byteChannel;

    # Makes a channel of text.
    #
    # + byteChannel - where the bytes come from
    # + charset - the name of the encoding
    public isolated function init(ReadableByteChannel byteChannel, string charset) {
        requireUtf8(charset);
        self.byteChannel = byteChannel;
    }

    # Reads characters.
    #
    # + numberOfChars - at most so many
    # + return - the characters; none at the end, and after that an `EofError`
    public isolated function read(int numberOfChars) returns string|Error {
        check self.requireOpen();
        return self.byteChannel.nextCharacters(numberOfChars);
    }

    # Reads all that is left.
    #
    # + return - its lines with `\n` between them; a line break at the end is not part of it
    public isolated function readString() returns string|Error {
        check self.requireOpen();
        return self.byteChannel.restAsText();
    }

    # Reads all lines that are left.
    #
    # + return - the lines without their line breaks
    public isolated function readAllLines() returns string[]|Error {
        check self.requireOpen();
        string[] lines = [];
        while true {
            string|Error line = self.byteChannel.nextLine();
            if line is string {
                lines.push(line);
            } else {
                return line is EofError ? lines : line;
            }
        }
    }

    # Reads all that is left as JSON.
    #
    # + return - the value
    public isolated function readJson() returns json|Error {
        json|error value = (check self.readString()).fromJsonString();
        return value is error ? error GenericError(value.message()) : value;
    }

    # Reads all that is left as XML.
    #
    # + return - the items
    public isolated function readXml() returns xml|Error => xmlOf(check self.readString(), "failed to create xml: ");

    # Reads all that is left as lines `key=value`.
    #
    # + key - the key that is wanted
    # + defaultValue - is returned if there is no such key
    # + return - its value
    public isolated function readProperty(string key, string defaultValue = "") returns string|Error {
        map<string> properties = check self.readAllProperties();
        return properties[key] ?: defaultValue;
    }

    # Reads all that is left as lines `key=value`; lines that begin with `#` or `!` are comments.
    #
    # + return - the values
    public isolated function readAllProperties() returns map<string>|Error {
        map<string> properties = {};
        foreach string line in check self.readAllLines() {
            addProperty(properties, line.trim());
        }
        return properties;
    }

    # Reads line by line.
    #
    # + return - the lines without their line breaks
    public isolated function lineStream() returns stream<string, Error?>|Error =>
        new stream<string, Error?>(new LineStream(self));

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check self.requireOpen();
        return self.byteChannel.close();
    }

    isolated function isClosed() returns boolean => self.byteChannel.isClosed();

    isolated function nextLine() returns string|Error => self.byteChannel.nextLine();

    private isolated function requireOpen() returns Error? =>
        self.byteChannel.isClosed() ? error GenericError("Character channel is already closed.") : ();
}

# Writes text in UTF-8 to a byte channel.
public class WritableCharacterChannel {
    private WritableByteChannel byteChannel;
    private boolean isOpen = true;

    # Makes a channel of text.
    #
    # + bChannel - where the bytes go
    # + charset - the name of the encoding
    public isolated function init(WritableByteChannel bChannel, string charset) {
        requireUtf8(charset);
        self.byteChannel = bChannel;
    }

    # Writes text.
    #
    # + content - the text
    # + startOffset - how many characters to leave out at the beginning
    # + return - how many bytes have been written
    public isolated function write(string content, int startOffset) returns int|Error {
        check self.requireOpen();
        return self.byteChannel.write(content.substring(startOffset).toBytes(), 0);
    }

    # Writes text and a line break.
    #
    # + content - the text
    # + return - an error if it cannot be written
    public isolated function writeLine(string content) returns Error? => self.put(content + NEW_LINE);

    # Writes JSON.
    #
    # + content - the value
    # + return - an error if it cannot be written
    public isolated function writeJson(json content) returns Error? => self.put(content.toJsonString());

    # Writes XML.
    #
    # + content - the items
    # + xmlDoctype - a document type declaration to begin with
    # + return - an error if it cannot be written
    public isolated function writeXml(xml content, XmlDoctype? xmlDoctype = ()) returns Error? =>
        self.put(xmlText(content, xmlDoctype));

    # Writes lines `key=value`.
    #
    # + properties - the values
    # + comment - is written before them
    # + return - an error if they cannot be written
    public isolated function writeProperties(map<string> properties, string comment) returns Error? {
        check self.put("#" + comment + NEW_LINE);
        foreach [string, string] [key, value] in properties.entries() {
            check self.put(key + "=" + value + NEW_LINE);
        }
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check self.requireOpen();
        self.isOpen = false;
        return self.byteChannel.close();
    }

    private isolated function put(string text) returns Error? {
        int _ = check self.write(text, 0);
    }

    private isolated function requireOpen() returns Error? =>
        self.isOpen ? () : error GenericError("Character channel is already closed.");
}

# The lines of a channel, as a stream gives them.
public class LineStream {
    private ReadableCharacterChannel readableCharacterChannel;

    # Reads from the channel when asked for the next line.
    #
    # + readableCharacterChannel - the channel
    public isolated function init(ReadableCharacterChannel readableCharacterChannel) {
        self.readableCharacterChannel = readableCharacterChannel;
    }

    # Reads a line.
    #
    # + return - the line, or nil if there are no more
    public isolated function next() returns record {|string value;|}|Error? {
        if self.readableCharacterChannel.isClosed() {
            return error GenericError("Stream closed");
        }
        string|Error line = self.readableCharacterChannel.nextLine();
        if line is string {
            return {value: line};
        }
        return line is EofError ? self.readableCharacterChannel.close() : line;
    }

    # Closes the channel.
    #
    # + return - an error if that fails
    public isolated function close() returns Error? =>
        self.readableCharacterChannel.isClosed() ? () : self.readableCharacterChannel.close();
}

# Reads JSON, XML or characters from a string.
public class StringReader {
    private ReadableCharacterChannel charChannel;

    # Makes a reader.
    #
    # + content - the text
    # + encoding - the name of the encoding
    public isolated function init(string content, string encoding = "UTF-8") {
        self.charChannel = new (checkpanic createReadableChannel(content.toBytes()), encoding);
    }

    # Reads all that is left as JSON.
    #
    # + return - the value
    public isolated function readJson() returns json|Error => self.charChannel.readJson();

    # Reads all that is left as XML.
    #
    # + return - the items
    public isolated function readXml() returns xml|Error? => self.charChannel.readXml();

    # Reads characters.
    #
    # + nCharacters - at most so many
    # + return - the characters; none at the end, and after that an `EofError`
    public isolated function readChar(int nCharacters) returns string|Error? => self.charChannel.read(nCharacters);

    # Closes the reader.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? => self.charChannel.close();
}

isolated function characterChannel(string path) returns ReadableCharacterChannel|Error =>
    new ReadableCharacterChannel(check openReadableFile(path), DEFAULT_ENCODING);

isolated function requireUtf8(string charset) {
    if ["UTF8", "UTF-8", "ASCII", "US-ASCII"].indexOf(charset.toUpperAscii()) is () {
        panic error GenericError("Unsupported encoding type " + charset);
    }
}

isolated function addProperty(map<string> properties, string line) {
    int? equal = line.indexOf("=") ?: line.indexOf(":");
    if equal is int && !line.startsWith("#") && !line.startsWith("!") {
        properties[line.substring(0, equal).trim()] = line.substring(equal + 1).trim();
    }
}
