# How a path is brought into its usual form.
public enum NormOption {
    # `.` and `..` are resolved by text
    CLEAN,
    # the target of a symbolic link
    SYMLINK,
    # upper and lower case do not differ, on systems where they do not
    NORMCASE
}

# The character between the names of a path.
public final string pathSeparator = "/";
# The character between the paths of a list.
public final string pathListSeparator = ":";

# The absolute form of a path.
#
# + path - the path
# + return - the absolute path, or an error
public isolated function getAbsolutePath(string path) returns string|Error = external;

# Tells whether a path is absolute.
#
# + path - the path
# + return - the answer, or an error
public isolated function isAbsolutePath(string path) returns boolean|Error => path.startsWith(pathSeparator);

# The last name of a path.
#
# + path - the path
# + return - the name, or an error
public isolated function basename(string path) returns string|Error {
    string[] names = namesOf(path);
    return names.length() == 0 ? "" : names[names.length() - 1];
}

# A path without its last name.
#
# + path - the path
# + return - the path of the folder, or an error
public isolated function parentPath(string path) returns string|Error {
    string[] names = namesOf(path);
    if names.length() == 0 {
        return "";
    }
    return pathOf(check isAbsolutePath(path), names.slice(0, names.length() - 1));
}

# A path in its usual form.
#
# + path - the path
# + option - what is changed
# + return - the path, or an error
public isolated function normalizePath(string path, NormOption option) returns string|Error {
    match option {
        CLEAN => {
            boolean isAbsolute = check isAbsolutePath(path);
            return pathOf(isAbsolute, cleanNames(isAbsolute, namesOf(path)));
        }
        SYMLINK => {
            return linkTarget(path);
        }
        _ => {
            return path;
        }
    }
}

# The names that a path is made of.
#
# + path - the path
# + return - the names, or an error
public isolated function splitPath(string path) returns string[]|Error => path == "" ? [""] : namesOf(path);

# A path out of names.
#
# + parts - names and paths
# + return - the path, or an error
public isolated function joinPath(string... parts) returns string|Error {
    string joined = "";
    foreach string part in parts {
        joined += (joined == "" ? "" : pathSeparator) + part;
    }
    return pathOf(joined.startsWith(pathSeparator), namesOf(joined));
}

# The way from one path to another.
#
# + base - where it begins
# + target - where it ends
# + return - the relative path, or an error when there is no such way
public isolated function relativePath(string base, string target) returns string|Error {
    string[] baseNames = namesOf(check normalizePath(base, CLEAN));
    string[] targetNames = namesOf(check normalizePath(target, CLEAN));
    int common = 0;
    while common < baseNames.length() && common < targetNames.length()
            && baseNames[common] == targetNames[common] {
        common += 1;
    }
    boolean isUnknown = common < baseNames.length() && baseNames[common] == "..";
    if isUnknown || check isAbsolutePath(base) != check isAbsolutePath(target) {
        return error RelativePathError("Can't make: " + target + " relative to " + base);
    }
    string[] names = from int _ in common ..< baseNames.length()
        select "..";
    names.push(...targetNames.slice(common));
    return names.length() == 0 ? "." : pathOf(false, names);
}

isolated function namesOf(string path) returns string[] {
    return from string name in re `/`.split(path)
        where name != ""
        select name;
}

isolated function pathOf(boolean isAbsolute, string[] names) returns string {
    return (isAbsolute ? pathSeparator : "") + string:'join(pathSeparator, ...names);
}

isolated function cleanNames(boolean isAbsolute, string[] names) returns string[] {
    string[] clean = [];
    foreach string name in names {
        if name == ".." && clean.length() > 0 && clean[clean.length() - 1] != ".." {
            _ = clean.pop();
        } else if name != "." && !(name == ".." && isAbsolute) {
            clean.push(name);
        }
    }
    return clean;
}

isolated function linkTarget(string path) returns string|Error = external;
