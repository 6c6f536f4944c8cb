import ballerina/time;

# An error of this module.
public type Error distinct error;
# What was asked for cannot be done with this file.
public type InvalidOperationError distinct Error;
# The permissions do not allow it.
public type PermissionError distinct Error;
# The file system failed.
public type FileSystemError distinct Error;
# There is no such file or folder.
public type FileNotFoundError distinct Error;
# The path is not that of a symbolic link.
public type NotLinkError distinct Error;
# The path could not be read.
public type IOError distinct Error;
# The system forbids it.
public type SecurityError distinct Error;
# The path cannot be one.
public type InvalidPathError distinct Error;
# The pattern cannot be one.
public type InvalidPatternError distinct Error;
# There is no relative path between the paths.
public type RelativePathError distinct Error;
# The path of a network share cannot be one.
public type UNCPathError distinct Error;
# Another failure.
public type GenericError distinct Error;

# How a folder is made.
public enum DirOption {
    # the folders above it as well
    RECURSIVE,
    # only the folder itself
    NON_RECURSIVE
}

# What is tested about a path.
public enum TestOption {
    # something has this path
    EXISTS,
    # it is a folder
    IS_DIR,
    # it is a symbolic link
    IS_SYMLINK,
    # it may be read
    READABLE,
    # it may be written
    WRITABLE
}

# Whether copying replaces what is there.
public enum CopyOption {
    # what is there is replaced
    REPLACE_EXISTING,
    # times and permissions are copied too
    COPY_ATTRIBUTES,
    # a link is not followed
    NO_FOLLOW_LINKS
}

# What is known about a file.
public type MetaData record {|
    # its absolute path
    string absPath;
    # its size in bytes
    int size;
    # when it was changed last
    time:Utc modifiedTime;
    # whether it is a folder
    boolean dir;
    # whether it may be read
    boolean readable;
    # whether it may be written
    boolean writable;
|};

# The folder that the program works in.
#
# + return - its absolute path
public isolated function getCurrentDir() returns string = external;

# Makes a folder.
#
# + dir - its path
# + option - whether the folders above it are made too
# + return - an error when it cannot be made
public isolated function createDir(string dir, DirOption option = NON_RECURSIVE) returns Error? = external;

# Makes an empty file.
#
# + path - its path
# + return - an error when it cannot be made
public isolated function create(string path) returns Error? = external;

# Removes a file or folder.
#
# + path - its path
# + option - `RECURSIVE` for a folder with what is in it
# + return - an error when it cannot be removed
public isolated function remove(string path, DirOption option = NON_RECURSIVE) returns Error? = external;

# Gives a file or folder another path.
#
# + oldPath - the path that it has
# + newPath - the path that it gets
# + return - an error when it cannot be moved
public isolated function rename(string oldPath, string newPath) returns Error? = external;

# Copies a file or folder.
#
# + sourcePath - what is copied
# + destinationPath - where to
# + options - how
# + return - an error when it cannot be copied
public isolated function copy(string sourcePath, string destinationPath, CopyOption... options)
        returns Error? = external;

# Tests something about a path.
#
# + path - the path
# + testOption - what is tested
# + return - the answer, or an error
public isolated function test(string path, TestOption testOption) returns boolean|Error = external;

# What is known about a file or folder.
#
# + path - its path
# + return - what is known, or an error
public isolated function getMetaData(string path) returns MetaData & readonly|Error {
    var [absPath, size, seconds, fraction, dir, readable, writable] = check readMetaData(path);
    return {absPath, size, modifiedTime: [seconds, fraction], dir, readable, writable};
}

isolated function readMetaData(string path)
    returns [string, int, int, decimal, boolean, boolean, boolean]|Error = external;

isolated function listNames(string path) returns string[]|Error = external;

# What is in a folder.
#
# + path - its path
# + return - what is known about each entry, or an error
public isolated function readDir(string path) returns MetaData[] & readonly|Error {
    MetaData[] entries = [];
    foreach string name in check listNames(path) {
        entries.push(check getMetaData(check joinPath(path, name)));
    }
    return entries.cloneReadOnly();
}

# Makes an empty file with a name that no other file has.
#
# + suffix - the end of its name
# + prefix - the beginning of its name
# + dir - the folder; without one, the folder for such files. In a folder that is given the file is removed when the
#         program ends
# + return - its path, or an error
public isolated function createTemp(string? suffix = (), string? prefix = (), string? dir = ())
        returns string|Error => makeTemporary(false, suffix ?: "", prefix ?: "", dir ?: "");

# Makes a folder with a name that no other folder has.
#
# + suffix - the end of its name
# + prefix - the beginning of its name
# + dir - the folder that it is made in; without one, the folder for such files. In a folder that is given it is
#         removed when the program ends
# + return - its path, or an error
public isolated function createTempDir(string? suffix = (), string? prefix = (), string? dir = ())
        returns string|Error => makeTemporary(true, suffix ?: "", prefix ?: "", dir ?: "");

isolated function makeTemporary(boolean isFolder, string suffix, string prefix, string dir)
        returns string|Error = external;
