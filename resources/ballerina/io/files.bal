# Bytes that are read at once.
public type Block readonly & byte[];

# Reads a file as text.
#
# + path - the file
# + return - its lines with `\n` between them; a line break at the end is not part of it
public isolated function fileReadString(string path) returns string|Error = external;

# Reads a file as lines.
#
# + path - the file
# + return - its lines without their line breaks
public isolated function fileReadLines(string path) returns string[]|Error = external;

# Reads a file line by line.
#
# + path - the file
# + return - its lines without their line breaks
public isolated function fileReadLinesAsStream(string path) returns stream<string, Error?>|Error =>
    (check characterChannel(path)).lineStream();

# Reads a file as JSON.
#
# + path - the file
# + return - its value
public isolated function fileReadJson(string path) returns json|Error = external;

# Reads a file as XML.
#
# + path - the file
# + return - its items
public isolated function fileReadXml(string path) returns xml|Error => xmlOf(check fileReadString(path), "failed to parse xml: ");

# Reads a file as bytes.
#
# + path - the file
# + return - its bytes
public isolated function fileReadBytes(string path) returns readonly & byte[]|Error = external;

# Reads a file block by block.
#
# + path - the file
# + blockSize - the number of bytes of a block; the last one may have less
# + return - the blocks
public isolated function fileReadBlocksAsStream(string path, int blockSize = 4096) returns stream<Block, Error?>|Error =>
    (check openReadableFile(path)).blockStream(blockSize);

# Writes text to a file.
#
# + path - the file; it is created with its folders if it is not there
# + content - the text
# + option - whether what is there is replaced
# + return - an error if it cannot be written
public isolated function fileWriteString(string path, string content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes lines to a file.
#
# + path - the file
# + content - the lines
# + option - whether what is there is replaced
# + return - an error if it cannot be written
public isolated function fileWriteLines(string path, string[] content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes lines to a file.
#
# + path - the file
# + lineStream - the lines
# + option - whether what is there is replaced
# + return - an error if it cannot be written, or the error that ends the stream
public isolated function fileWriteLinesFromStream(string path, stream<string, Error?> lineStream,
        FileWriteOption option = OVERWRITE) returns Error? {
    WritableByteChannel target = check openWritableFile(path, option);
    while true {
        record {|string value;|}|Error? next = lineStream.next();
        if next is () {
            return target.close();
        }
        if next is Error {
            check target.close();
            return next;
        }
        check writeAll(target, (next.value + NEW_LINE).toBytes());
    }
}

# Writes JSON to a file.
#
# + path - the file
# + content - the value
# + return - an error if it cannot be written
public isolated function fileWriteJson(string path, json content) returns Error? =>
    fileWriteString(path, content.toJsonString());

# Writes XML to a file.
#
# + path - the file
# + content - the items
# + fileWriteOption - whether what is there is replaced
# + xmlOptions - how it is written
# + return - an error if it cannot be written
public isolated function fileWriteXml(string path, xml content, FileWriteOption fileWriteOption = OVERWRITE,
        *XmlWriteOptions xmlOptions) returns Error? {
    if xmlOptions.xmlEntityType == DOCUMENT_ENTITY {
        if fileWriteOption == APPEND {
            return error ConfigurationError("The file append operation is not allowed for Document Entity");
        }
        if content.length() > 1 {
            return error ConfigurationError("The XML Document can only contains single root");
        }
    }
    return fileWriteString(path, xmlText(content, xmlOptions.doctype), fileWriteOption);
}

# Writes bytes to a file.
#
# + path - the file
# + content - the bytes
# + option - whether what is there is replaced
# + return - an error if it cannot be written
public isolated function fileWriteBytes(string path, byte[] content, FileWriteOption option = OVERWRITE)
        returns Error? = external;

# Writes blocks to a file.
#
# + path - the file
# + byteStream - the blocks
# + option - whether what is there is replaced
# + return - an error if it cannot be written, or the error that ends the stream
public isolated function fileWriteBlocksFromStream(string path, stream<byte[], Error?> byteStream,
        FileWriteOption option = OVERWRITE) returns Error? {
    WritableByteChannel target = check openWritableFile(path, option);
    while true {
        record {|byte[] value;|}|Error? next = byteStream.next();
        if next is () {
            return target.close();
        }
        if next is Error {
            check target.close();
            return next;
        }
        check writeAll(target, next.value);
    }
}

// A document: blanks around its root and its comments are not part of it.
isolated function xmlOf(string text, string problem) returns xml|Error {
    string document = text.trim();
    if document != "" && !document.startsWith("<") {
        return error GenericError(string `${problem}Unexpected character '${document[0]}' (code ${document.getCodePoint(0)}) in prolog; expected '<'`);
    }
    xml|error value = xml:fromString(document);
    return value is error ? error GenericError(value.message())
        : from xml item in value
            where item !is xml:Text || item.data().trim() != ""
            select item;
}

isolated function xmlText(xml content, XmlDoctype? doctype) returns string =>
    doctype is () ? content.toString() : doctypeText(content, doctype) + NEW_LINE + content.toString();

isolated function doctypeText(xml content, XmlDoctype doctype) returns string {
    xml root = content.elements();
    string text = "<!DOCTYPE " + (root is xml:Element ? root.getName() : "");
    string? publicId = doctype.'public;
    string? systemId = doctype.system;
    string? subset = doctype.internalSubset;
    if subset is string {
        return string `${text} ${subset}>`;
    }
    if publicId is string {
        return string `${text} PUBLIC "${publicId}"${systemId is string ? string ` "${systemId}"` : ""}>`;
    }
    return systemId is string ? string `${text} SYSTEM "${systemId}">` : text + ">";
}
