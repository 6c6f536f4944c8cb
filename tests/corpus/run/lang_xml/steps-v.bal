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
    // Methods, too.
    io:println(rows/*.elements("a"), rows/<b>.strip(), rows/*.elements().filter(e => e.data() != "2"));
    // @output <a>1</a><b>2</b><b>3</b><b>4</b><a>1</a><b>3</b><b>4</b>
    io:println(rows/*.text(), rows/*.strip()[0].children(), rows/**/<b>.'map(e => xml `<c>${e.data()}</c>`)); // @output x13<c>2</c><c>3</c><c>4</c>
    io:println(rows/*.elements("b")/*.text()); // @output 234
    xml empty = xml ``;
    io:println((empty/*[0]).length()); // @output 0
}
