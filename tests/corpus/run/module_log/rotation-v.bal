import ballerina/file;
import ballerina/io;
import ballerina/log;

public function main() returns error? {
    string dir = check file:createTempDir();
    log:Logger logger = check log:fromConfig(destinations = [
        {path: dir + "/app.log", rotation: {policy: log:SIZE_BASED, maxFileSize: 100, maxBackupFiles: 2}}
    ]);
    foreach int i in 1 ... 6 {
        logger.printInfo("a message that is long enough to fill the file", number = i);
    }
    file:MetaData[] files = check file:readDir(dir);
    io:println(files.length()); // @output 3
    io:println((check io:fileReadString(dir + "/app.log")).includes("number=6")); // @output true
    check file:remove(dir, file:RECURSIVE);
}
