// What follows a step is done for each element by itself.
import ballerina/io;

public function main() {
    xml rows = xml `<r><a>1</a>x<b>2</b></r><r/>text<r><b>3</b><b>4</b></r>`;
    io:println(rows/*[0]); // @output <a>1</a><b>3</b>
    io:println(rows/<b>[0]); // @output <b>2</b><b>3</b>
    io:println(rows/<b>[1]); // @output <b>4</b>
    io:println(rows/*.<b>[0]); // @output <b>2</b><b>3</b>
    io:println(rows/**/<b|a>[0]); // @output <a>1</a><b>3</b>
    io:println((rows/<b>)[0]); // @output <b>2</b>
    io:println(rows/*); // @output <a>1</a>x<b>2</b><b>3</b><b>4</b>
    xml empty = xml ``;
    io:println((empty/*[0]).length()); // @output 0
}
