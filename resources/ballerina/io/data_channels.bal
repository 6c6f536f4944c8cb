import ballerina/lang.'float;

# Reads numbers, booleans and strings in binary form.
public class ReadableDataChannel {
    private ReadableByteChannel byteChannel;
    private ByteOrder byteOrder;

    # Makes a channel of data.
    #
    # + byteChannel - where the bytes come from
    # + bOrder - the order of the bytes of a number
    public isolated function init(ReadableByteChannel byteChannel, ByteOrder bOrder = "BE") {
        self.byteChannel = byteChannel;
        self.byteOrder = bOrder;
    }

    # Reads a 16-bit integer.
    #
    # + return - the number
    public isolated function readInt16() returns int|Error => self.readInt(2);

    # Reads a 32-bit integer.
    #
    # + return - the number
    public isolated function readInt32() returns int|Error => self.readInt(4);

    # Reads a 64-bit integer.
    #
    # + return - the number
    public isolated function readInt64() returns int|Error => self.readInt(8);

    # Reads a 32-bit float.
    #
    # + return - the number
    public isolated function readFloat32() returns float|Error => floatOfBits32(check self.readInt(4));

    # Reads a 64-bit float.
    #
    # + return - the number
    public isolated function readFloat64() returns float|Error => float:fromBitsInt(check self.readInt(8));

    # Reads one byte as a boolean.
    #
    # + return - whether it is not 0
    public isolated function readBool() returns boolean|Error => (check self.readInt(1)) != 0;

    # Reads a string.
    #
    # + nBytes - the number of its bytes
    # + encoding - the name of the encoding
    # + return - the string
    public isolated function readString(int nBytes, string encoding) returns string|Error {
        requireUtf8(encoding);
        string|error text = string:fromBytes(check self.bytes(nBytes));
        return text is string ? text : error GenericError(text.message());
    }

    # Reads an integer of as many bytes as it needs: seven bits of each, the highest first.
    #
    # + return - the number
    public isolated function readVarInt() returns int|Error {
        int value = 0;
        while true {
            int next = (check self.bytes(1))[0];
            value = value << 7 | next & 0x7F;
            if (next & 0x80) == 0 {
                return value;
            }
        }
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check self.requireOpen();
        return self.byteChannel.close();
    }

    private isolated function requireOpen() returns Error? =>
        self.byteChannel.isClosed() ? error GenericError("Data channel is already closed.") : ();

    private isolated function bytes(int count) returns byte[]|Error {
        check self.requireOpen();
        byte[] content = count == 0 ? [] : check self.byteChannel.read(count);
        return content.length() == count ? content : error EofError("EoF when reading from the channel");
    }

    // With the sign of the highest byte.
    private isolated function readInt(int size) returns int|Error {
        byte[] content = check self.bytes(size);
        byte[] ordered = self.byteOrder == BIG_ENDIAN ? content : content.reverse();
        int value = ordered[0] < 128 ? 0 : -1;
        foreach byte next in ordered {
            value = value << 8 | next;
        }
        return value;
    }
}

# Writes numbers, booleans and strings in binary form.
public class WritableDataChannel {
    private WritableByteChannel byteChannel;
    private ByteOrder byteOrder;
    private boolean isOpen = true;

    # Makes a channel of data.
    #
    # + byteChannel - where the bytes go
    # + bOrder - the order of the bytes of a number
    public isolated function init(WritableByteChannel byteChannel, ByteOrder bOrder = "BE") {
        self.byteChannel = byteChannel;
        self.byteOrder = bOrder;
    }

    # Writes a 16-bit integer.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeInt16(int value) returns Error? => self.writeInt(value, 2);

    # Writes a 32-bit integer.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeInt32(int value) returns Error? => self.writeInt(value, 4);

    # Writes a 64-bit integer.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeInt64(int value) returns Error? => self.writeInt(value, 8);

    # Writes a 32-bit float.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeFloat32(float value) returns Error? => self.writeInt(bits32OfFloat(value), 4);

    # Writes a 64-bit float.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeFloat64(float value) returns Error? => self.writeInt(value.toBitsInt(), 8);

    # Writes a boolean as one byte.
    #
    # + value - the boolean
    # + return - an error if it cannot be written
    public isolated function writeBool(boolean value) returns Error? => self.writeInt(value ? 1 : 0, 1);

    # Writes a string.
    #
    # + value - the string
    # + encoding - the name of the encoding
    # + return - an error if it cannot be written
    public isolated function writeString(string value, string encoding) returns Error? {
        requireUtf8(encoding);
        return self.put(value.toBytes());
    }

    # Writes an integer in as many bytes as it needs: seven bits in each, the highest first.
    #
    # + value - the number
    # + return - an error if it cannot be written
    public isolated function writeVarInt(int value) returns Error? {
        byte[] content = [<byte>(value & 0x7F)];
        int rest = value >>> 7;
        while rest != 0 {
            content.unshift(<byte>(rest & 0x7F | 0x80));
            rest = rest >>> 7;
        }
        return self.put(content);
    }

    # Closes the channel.
    #
    # + return - an error if it is closed already
    public isolated function close() returns Error? {
        check self.requireOpen();
        self.isOpen = false;
        return self.byteChannel.close();
    }

    private isolated function requireOpen() returns Error? =>
        self.isOpen ? () : error GenericError("Data channel is already closed.");

    private isolated function put(byte[] content) returns Error? {
        check self.requireOpen();
        return writeAll(self.byteChannel, content);
    }

    private isolated function writeInt(int value, int size) returns Error? {
        byte[] content = [];
        foreach int i in 0 ..< size {
            content.push(<byte>(value >> i * 8 & 0xFF));
        }
        return self.put(self.byteOrder == BIG_ENDIAN ? content.reverse() : content);
    }
}

isolated function floatOfBits32(int bits) returns float = external;

isolated function bits32OfFloat(float value) returns int = external;
