import ballerina/io;

public function main() {
    int at = -2;
    xml both = xml `<a/><b/>`;
    xml|error item = trap both[at];
    io:println(item); // @output error("xml sequence index out of range. Length: '2' requested: '-2'")
    io:println(both[2]); // @output
    io:println(trap both/*[-1]); // @output error("xml sequence index out of range. Length: '0' requested: '-1'")
    xml comment = xml `<!--c-->`;
    xml pi = xml `<?p i?>`;
    xml text = xml `text`;
    foreach xml found in [comment, pi, text, both] {
        string|error value = found.name;
        io:println(value is error ? value.detail() : value);
    }
    // @output {"message":"invalid xml attribute access on xml comment"}
    // @output {"message":"invalid xml attribute access on xml pi"}
    // @output {"message":"invalid xml attribute access on xml text"}
    // @output {"message":"invalid xml attribute access on xml sequence"}
}
