import ballerina/file;
import ballerina/io;

public function main() returns error? {
    string dir = check file:createTempDir(prefix = "barre", suffix = ".d");
    io:println((check file:basename(dir)).startsWith("barre"), dir.endsWith(".d")); // @output truetrue
    string f = dir + "/f.txt";
    check file:create(f);
    io:println(check file:test(f, file:EXISTS), check file:test(f, file:IS_DIR), check file:test(f, file:READABLE));
    // @output truefalsetrue
    io:println(message(file:create(f), dir)); // @output File already exists. Failed to create the file: D/f.txt
    check io:fileWriteString(f, "12345");
    file:MetaData & readonly data = check file:getMetaData(f);
    io:println(data.size, data.dir, data.absPath == f); // @output 5falsetrue
    check file:copy(f, dir + "/g.txt");
    io:println(check io:fileReadString(dir + "/g.txt")); // @output 12345
    io:println(message(file:copy(dir + "/none", f), dir)); // @output File not found: D/none
    check file:createDir(dir + "/x/y", file:RECURSIVE);
    io:println(message(file:createDir(dir + "/x"), dir)); // @output File already exists. Failed to create the file: D/x
    io:println(file:createDir(dir + "/p/q") is file:FileSystemError); // @output true
    check file:rename(dir + "/g.txt", dir + "/x/h.txt");
    io:println(message(file:rename(f, dir + "/x/h.txt"), dir)); // @output File already exists in the new path D/x/h.txt
    foreach file:MetaData entry in check file:readDir(dir) {
        io:println(check file:basename(entry.absPath), entry.dir); // @output f.txtfalse
        // @output xtrue
    }
    io:println(file:remove(dir + "/x") is file:FileSystemError); // @output true
    check file:remove(dir + "/x", file:RECURSIVE);
    io:println(message(file:remove(dir + "/x"), dir)); // @output File not found: D/x
    file:MetaData[]|file:Error list = file:readDir(f);
    io:println(list is file:InvalidOperationError); // @output true
    io:println(file:normalizePath(f, file:SYMLINK) is file:NotLinkError); // @output true
    string temp = check file:createTemp(dir = dir);
    io:println(check file:test(temp, file:EXISTS)); // @output true
    check file:remove(dir, file:RECURSIVE);
    io:println(file:getMetaData(dir) is file:FileNotFoundError); // @output true
}

// The message of an error, without the folder.
function message(error? e, string dir) returns string {
    string text = e is error ? e.message() : "";
    int? at = text.indexOf(dir);
    return at is () ? text : text.substring(0, at) + "D" + text.substring(at + dir.length());
}
