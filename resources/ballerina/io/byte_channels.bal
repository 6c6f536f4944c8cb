import ballerina/lang.array;

# Reads bytes, of a file or of the memory.
public class ReadableByteChannel {

    # Reads bytes.
    #
    # + nBytes - at most so many
    # + return - the bytes; none at the end, and after that an `EofError`
    public isolated function read(int nBytes) returns byte[]|Error = external;

    # Reads all that is left.
    #
    # + return - the bytes
    public isolated function readAll() returns readonly & byte[]|Error = external;

    # Reads block by block.
    #
    # + blockSize - the number of bytes of a block; the last one may have less
    # + return - the blocks
    public isolated function blockStream(int blockSize) returns stream<Block, Error?>|Error =>
        new stream<Block, Error?>(new BlockStream(self, blockSize));

    # Encodes what is left as Base64.
    #
    # + return - a channel to read the encoded text from
    public isolated function base64Encode() returns ReadableByteChannel|Error {
        check self.requireOpen();
        byte[] content = check self.readAll();
        return createReadableChannel(content.toBase64().toBytes());
    }

    # Decodes what is left as Base64.
    #
    # + return - a channel to read the bytes from
    public isolated function base64Decode() returns ReadableByteChannel|Error {
        check self.requireOpen();
        byte[] content = check self.readAll();
        string|error text = string:fromBytes(content);
        byte[]|error decoded = text is string ? array:fromBase64(text) : text;
        return decoded is error ? error GenericError(decoded.message()) : createReadableChannel(decoded);
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? = external;

    isolated function isClosed() returns boolean = external;

    private isolated function requireOpen() returns Error? =>
        self.isClosed() ? error GenericError("Channel is already closed.") : ();

    // Text in UTF-8, for the channels that are made of this one.
    isolated function nextCharacters(int count) returns string|Error = external;

    isolated function nextLine() returns string|Error = external;

    isolated function restAsText() returns string|Error = external;
}

# Writes bytes to a file.
public class WritableByteChannel {

    # Writes bytes.
    #
    # + content - the bytes
    # + offset - how many of them to leave out at the beginning
    # + return - how many have been written
    public isolated function write(byte[] content, int offset) returns int|Error = external;

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? = external;
}

# Reads a file as bytes.
#
# + path - the file
# + return - the channel
public isolated function openReadableFile(string path) returns ReadableByteChannel|Error = external;

# Writes a file as bytes.
#
# + path - the file; it is created with its folders if it is not there
# + option - whether what is there is replaced
# + return - the channel
public isolated function openWritableFile(string path, FileWriteOption option = OVERWRITE)
        returns WritableByteChannel|Error = external;

# Reads bytes of the memory.
#
# + content - the bytes
# + return - the channel
public isolated function createReadableChannel(byte[] content) returns ReadableByteChannel|Error = external;

# The blocks of a channel, as a stream gives them.
public class BlockStream {
    private ReadableByteChannel readableByteChannel;
    private int blockSize;

    # Reads from the channel when asked for the next block.
    #
    # + readableByteChannel - the channel
    # + blockSize - the number of bytes of a block
    public isolated function init(ReadableByteChannel readableByteChannel, int blockSize) {
        self.readableByteChannel = readableByteChannel;
        self.blockSize = blockSize;
    }

    # Reads a block.
    #
    # + return - the block, or nil if there are no more
    public isolated function next() returns record {|Block value;|}|Error? {
        if self.readableByteChannel.isClosed() {
            return error GenericError("Stream closed");
        }
        byte[] block = check self.readableByteChannel.read(self.blockSize);
        return block.length() == 0 ? self.readableByteChannel.close() : {value: block.cloneReadOnly()};
    }

    # Closes the channel.
    #
    # + return - an error if that fails
    public isolated function close() returns Error? =>
        self.readableByteChannel.isClosed() ? () : self.readableByteChannel.close();
}

isolated function writeAll(WritableByteChannel target, byte[] content) returns Error? {
    int _ = check target.write(content, 0);
}
