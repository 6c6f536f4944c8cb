# Whether writing replaces or continues a file.
public enum FileWriteOption {
    # what was in the file is replaced
    OVERWRITE,
    # what is written comes after what is in the file
    APPEND
}

# What is written when XML is written to a file.
public enum XmlEntityType {
    # a whole document: one root element
    DOCUMENT_ENTITY,
    # a part of a document: any items
    EXTERNAL_PARSED_ENTITY
}

# The document type declaration of an XML document.
#
# + system - the system identifier
# + 'public - the public identifier
# + internalSubset - the declarations in brackets
public type XmlDoctype record {|
    string? system = ();
    string? 'public = ();
    string? internalSubset = ();
|};

# How XML is written.
#
# + xmlEntityType - whether it is a document
# + doctype - its document type declaration
public type XmlWriteOptions record {|
    XmlEntityType xmlEntityType = DOCUMENT_ENTITY;
    XmlDoctype? doctype = ();
|};

# An error of this module.
public type Error distinct error;
# The connection took too long.
public type ConnectionTimedOutError distinct Error;
# Something else went wrong.
public type GenericError distinct Error;
# The file may not be read or written.
public type AccessDeniedError distinct Error;
# There is no such file.
public type FileNotFoundError distinct Error;
# A value is of another type than needed.
public type TypeMismatchError distinct Error;
# There is nothing more to read.
public type EofError distinct Error;
# The options do not fit together.
public type ConfigurationError distinct Error;

# How records lie in a text.
public type Format DEFAULT|CSV|TDF;

# Records with separators of one's own.
public const DEFAULT = "default";
# Comma-separated values.
public const CSV = "csv";
# Values separated by tabs.
public const TDF = "tdf";

# What separates the fields of a record.
public type Separator COMMA|TAB|COLON|string;

# A comma.
public const COMMA = ",";
# A tab.
public const TAB = "\t";
# A colon.
public const COLON = ":";
# A line break.
public const NEW_LINE = "\n";
# The name of the usual encoding.
public const DEFAULT_ENCODING = "UTF8";
# What separates comma-separated records.
public const string CSV_RECORD_SEPARATOR = "\n";
# A colon as a separator of fields.
public const string FS_COLON = ":";
# A file without a line of headers.
public const int MINIMUM_HEADER_COUNT = 0;

# The order of the bytes of a number.
public type ByteOrder "BE"|"LE";

# The highest byte first.
public const BIG_ENDIAN = "BE";
# The lowest byte first.
public const LITTLE_ENDIAN = "LE";
