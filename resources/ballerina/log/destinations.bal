# Kinds of places that records go to.
public enum DestinationType {
    # the standard error output
    STDERR = "stderr",
    # the standard output
    STDOUT = "stdout",
    # a file
    FILE = "file"
}

# An output of the program.
public type StandardDestination record {|
    # which one
    readonly STDERR|STDOUT 'type = STDERR;
|};

# What was in a file is removed when the program begins.
public const TRUNCATE = "TRUNCATE";

# Whether a log file is replaced or continued.
public type FileOutputMode TRUNCATE|APPEND;

# Whether a log file is replaced or continued.
public enum FileWriteOption {
    # what was in the file is replaced
    OVERWRITE,
    # new records come after what is in the file
    APPEND
}

# When a log file is set aside and a new one begun.
public enum RotationPolicy {
    # when it is large
    SIZE_BASED,
    # when it is old
    TIME_BASED,
    # when it is large or old
    BOTH
}

# When log files are set aside, and how many are kept.
public type RotationConfig record {|
    # what counts
    RotationPolicy policy = BOTH;
    # the size in bytes at which a file is large
    int maxFileSize = 10485760;
    # the seconds after which a file is old
    int maxAge = 86400;
    # how many files are kept
    int maxBackupFiles = 10;
|};

# A file.
public type FileOutputDestination record {
    # that it is one
    readonly FILE 'type = FILE;
    # its path, which ends in `.log`
    string path;
    # whether it is replaced or continued
    FileOutputMode mode = APPEND;
    # when it is set aside; without it, never
    RotationConfig rotation?;
};

# Where records go.
public type OutputDestination StandardDestination|FileOutputDestination;

isolated string? outputFile = ();

# Sends the records to a file as well. The configurable variable `destinations` does it better.
#
# + path - path of a file whose name ends in `.log`
# + option - whether the file is replaced or continued
# + return - an error when it cannot be written
@deprecated
public isolated function setOutputFile(string path, FileWriteOption option = APPEND) returns Error? {
    if !path.endsWith(".log") {
        return error Error("The given path is not valid. Should be a file with .log extension.");
    }
    if option == OVERWRITE && !appendText(path, "", true) {
        return error Error("Failed to set log output file");
    }
    lock {
        outputFile = path;
    }
}

isolated function validate(OutputDestination[] destinations) returns Error? {
    if destinations.length() == 0 {
        return error Error("At least one log destination must be specified.");
    }
    foreach OutputDestination destination in destinations {
        if destination is FileOutputDestination {
            check validateFile(destination);
        }
    }
}

isolated function validateFile(FileOutputDestination destination) returns Error? {
    string path = destination.path;
    if !path.endsWith(".log") {
        return error Error(string `The given file destination path: '${path}' is not valid. `
            + "File destination path should be a valid file with .log extension.");
    }
    if destination.mode == TRUNCATE && !appendText(path, "", true) {
        return error Error(string `Failed to clear the destination log file: '${path}'`);
    }
    RotationConfig? rotation = destination?.rotation;
    if rotation is RotationConfig {
        check validateRotation(rotation);
    }
}

isolated function validateRotation(RotationConfig rotation) returns Error? {
    string problem = "Invalid rotation configuration: ";
    if rotation.policy != TIME_BASED && rotation.maxFileSize <= 0 {
        return error Error(string `${problem}maxFileSize must be positive, got: ${rotation.maxFileSize}`);
    }
    if rotation.policy != SIZE_BASED && rotation.maxAge <= 0 {
        return error Error(string `${problem}maxAge must be positive, got: ${rotation.maxAge}`);
    }
    if rotation.maxBackupFiles < 0 {
        return error Error(string `${problem}maxBackupFiles cannot be negative, got: ${rotation.maxBackupFiles}`);
    }
}

isolated function writeLine(string line, readonly & OutputDestination[] destinations) {
    string? path = ();
    lock {
        path = outputFile;
    }
    if path is string {
        writeToFile(path, line);
    }
    foreach OutputDestination destination in destinations {
        if destination is StandardDestination {
            printLine(destination.'type == STDERR, line);
        } else {
            rotateIfNeeded(destination);
            writeToFile(destination.path, line);
        }
    }
}

isolated function writeToFile(string path, string line) {
    if !appendText(path, line + "\n", false) {
        printLine(true, "error: failed to write log output to the file: " + path);
    }
}

isolated function rotateIfNeeded(FileOutputDestination destination) {
    RotationConfig? rotation = destination?.rotation;
    if rotation is () {
        return;
    }
    [int, int] [size, age] = fileState(destination.path);
    boolean isLarge = rotation.policy != TIME_BASED && size >= rotation.maxFileSize;
    boolean isOld = rotation.policy != SIZE_BASED && age >= rotation.maxAge * 1000;
    if (isLarge || isOld) && !setAside(destination.path, rotation.maxBackupFiles) {
        printLine(true, "warning: log rotation failed: " + destination.path);
    }
}

isolated function printLine(boolean isError, string line) = external;

// False: it cannot be written.
isolated function appendText(string path, string text, boolean isNew) returns boolean = external;

// Bytes, and milliseconds since the file was begun.
isolated function fileState(string path) returns [int, int] = external;

isolated function setAside(string path, int maxBackupFiles) returns boolean = external;
