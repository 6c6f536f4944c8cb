import ballerina/file;
import ballerina/io;

type Employee record {|
    string id;
    string name;
    decimal salary;
|};

public function main() returns error? {
    string folder = check file:createTempDir();
    check text(folder);
    check structured(folder);
    check csv(folder);
    problems(folder);
    check file:remove(folder, file:RECURSIVE);
}

function text(string folder) returns error? {
    string path = folder + "/sub/text.txt";
    check io:fileWriteString(path, "one\ntwo");
    check io:fileWriteString(path, "\nthree", io:APPEND);
    io:println(check io:fileReadString(path)); // @output one
    // @output two
    // @output three
    io:println(check io:fileReadLines(path)); // @output ["one","two","three"]
    check io:fileWriteLines(path, ["ä", "b"]);
    check io:fileWriteLines(path, ["c"], io:APPEND);
    stream<string, io:Error?> lines = check io:fileReadLinesAsStream(path);
    check from string line in lines
        do {
            io:println(line); // @output ä
            // @output b
            // @output c
        };
    check io:fileWriteLinesFromStream(path, ["x", "y"].toStream());
    io:println(check io:fileReadString(path) == "x\ny", (check io:fileReadBytes(path)).length()); // @output true4
    check io:fileWriteBytes(path, [104, 105, 33]);
    readonly & byte[] bytes = check io:fileReadBytes(path);
    io:println(bytes); // @output [104,105,33]
    stream<io:Block, io:Error?> blocks = check io:fileReadBlocksAsStream(path, 2);
    check from io:Block block in blocks
        do {
            io:println(block); // @output [104,105]
            // @output [33]
        };
    byte[][] rest = [[65], [66, 67]];
    check io:fileWriteBlocksFromStream(path, rest.toStream(), io:APPEND);
    io:println(check io:fileReadString(path)); // @output hi!ABC
}

function structured(string folder) returns error? {
    string path = folder + "/data";
    check io:fileWriteJson(path, {"a": [1, 2.5, null, "x"]});
    io:println(check io:fileReadJson(path)); // @output {"a":[1,2.5,null,"x"]}
    check io:fileWriteXml(path, xml `<a><b>1</b></a>`);
    io:println(check io:fileReadXml(path)); // @output <a><b>1</b></a>
    io:Error? twice = io:fileWriteXml(path, xml `<a/><b/>`);
    io:println(twice is io:Error); // @output true
}

function csv(string folder) returns error? {
    string path = folder + "/people.csv";
    Employee[] people = [{id: "1", name: "Anna, the first", salary: 10.5}, {id: "2", name: "Ben", salary: 7}];
    check io:fileWriteCsv(path, people);
    io:println(check io:fileReadString(path)); // @output id,name,salary
    // @output 1,"Anna, the first",10.5
    // @output 2,Ben,7
    string[][] rows = check io:fileReadCsv(path, 1);
    io:println(rows); // @output [["1","Anna, the first","10.5"],["2","Ben","7"]]
    Employee[] again = check io:fileReadCsv(path);
    io:println(again == people); // @output true
    stream<Employee, io:Error?> employees = check io:fileReadCsvAsStream(path);
    decimal sum = 0;
    check from Employee employee in employees
        do {
            sum += employee.salary;
        };
    io:println(sum); // @output 17.5
    string[][] more = [["3", "Carl", "1"]];
    check io:fileWriteCsv(path, more, io:APPEND);
    io:println((check io:fileReadCsv(path, returnType = Employee)).length()); // @output 3
}

function problems(string folder) {
    string|io:Error missing = io:fileReadString("/nowhere/file.txt");
    io:println(missing is io:FileNotFoundError, " ", missing is error ? missing.message() : "");
    // @output true no such file or directory: /nowhere/file.txt
    io:Error? made = io:fileWriteString(folder + "/broken.json", "{");
    io:println(made); // @output
    json|io:Error broken = io:fileReadJson(folder + "/broken.json");
    io:println(broken is io:Error); // @output true
}
