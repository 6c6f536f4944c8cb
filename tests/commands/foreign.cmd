=== kw_match_fn_param.bal
function match(string a, int b) returns int {
    return b;
}
public function main() {
    int r = match("a", 1);
    _ = r;
}
=== kw_remote_error.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    remote function error(websocket:Caller caller, error e) returns error? {
        check caller->writeTextMessage("a");
    }
    remote function onTextMessage(string s) returns string => s;
}
=== kw_method_type.bal
class C {
    function type() returns string {
        return "a";
    }
    function other() returns string => self.type();
}
public function main() {
    C c = new;
    string s = c.type();
    _ = s;
}
=== kw_class.bal
class error {
    int x = 0;
}
=== kw_variable.bal
public function main() {
    string type = "a";
    int order = 1;
    int match = 2;
    _ = type;
    _ = order;
    _ = match;
}
=== kw_param.bal
function f(string type, int client) returns string {
    return type;
}
=== kw_field.bal
type R record {|
    string type;
    int resource;
|};
function f(R r) returns string => r.type;
=== kw_module_var.bal
string service = "a";
=== res_missing.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_missing_path.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    function get rooms/[string id]() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_remote.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    remote function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_no_path.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_slash_path.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get /() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_slash_name.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get /rooms() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_brace_path.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get {id}(string id) returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== res_no_get.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== svc_no_slash.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service echo on l {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== svc_no_on.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /echo {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== local_const.bal
public function main() {
    const int x = 1;
    int y = x + 1;
    _ = y;
}
=== local_const_block.bal
public function main() {
    if true {
        const x = 1;
        _ = x;
    }
    int z = 2;
    _ = z;
}
function other() {
}
=== final_untyped.bal
public function main() {
    final x = 1;
    _ = x;
}
=== local_type.bal
public function main() {
    type R record {| int a; |};
    R r = {a: 1};
    _ = r;
}
=== local_function.bal
public function main() {
    function f() {
    }
    f();
}
=== local_configurable.bal
public function main() {
    configurable int port = 1;
    _ = port;
}
=== local_import.bal
public function main() {
    import ballerina/io;
    io:println("a");
}
=== local_static.bal
public function main() {
    static int port = 1;
    _ = port;
}
=== record_class.bal
record R {
    int a;
}
=== type_no_record.bal
type R {
    int a;
};
=== template_dollar.bal
public function main() {
    string x = "a";
    string s = string `Hello $x`;
    string t = $"Hello {x}";
    string u = f"Hello {x}";
    _ = s;
}
=== eq_assign_if.bal
public function main() {
    int x = 1;
    boolean b = true;
    if (x = 1) {
    }
    if b = true {
    }
    while x = 2 {
    }
}
=== eq_in_expr.bal
function f(int x) returns boolean {
    return x = 1;
}
=== brace_if_missing.bal
function f(int a) returns int {
    if a == 1
        return 1;
    }
    return 2;
}
=== brace_if_oneline.bal
function f(int a) returns int {
    if (a == 1) return 1;
    return 2;
}
=== brace_else_oneline.bal
function f(int a) returns int {
    if (a == 1) { return 1; }
    else return 2;
}
=== single_quotes.bal
public function main() {
    string s = 'hello world';
    string t = 'a';
    string u = '';
    _ = s + t;
}
=== single_quotes_call.bal
import ballerina/io;
public function main() {
    io:println('hello world');
    io:println('it' + 'x');
}
=== char_compare.bal
function f(string s) returns boolean {
    return s[0] == 'a';
}
=== plus_plus.bal
public function main() {
    int i = 0;
    i++;
    ++i;
    i--;
    int j = i++;
    i += 1;
    _ = j;
}
=== for_c.bal
public function main() {
    int s = 0;
    for (int i = 0; i < 10; i++) {
        s += i;
    }
    _ = s;
}
=== for_c_noparen.bal
public function main() {
    int s = 0;
    for int i = 0; i < 10; i += 1 {
        s += i;
    }
    _ = s;
}
=== for_in.bal
public function main() {
    int[] a = [1];
    int s = 0;
    for x in a {
        s += x;
    }
    for (int y : a) {
        s += y;
    }
    for int z in a {
        s += z;
    }
    foreach z in a {
        s += z;
    }
    foreach (int q in a) {
        s += q;
    }
    foreach int i in 0..10 {
        s += i;
    }
    foreach int i in 0..<10 {
        s += i;
    }
    _ = s;
}
=== for_of.bal
public function main() {
    int[] a = [1];
    for (const x of a) {
        _ = x;
    }
    for (let x of a) {
        _ = x;
    }
}
=== elif.bal
function f(int a) returns int {
    if a == 1 {
        return 1;
    } elif a == 2 {
        return 2;
    } else {
        return 3;
    }
}
=== elseif.bal
function f(int a) returns int {
    if a == 1 {
        return 1;
    } elseif (a == 2) {
        return 2;
    }
    return 3;
}
=== switch.bal
function f(int a) returns int {
    switch (a) {
        case 1:
            return 1;
        case 2:
            return 2;
            break;
        default:
            return 3;
    }
    return 4;
}
=== match_colon.bal
function f(int a) returns int {
    match a {
        1: {
            return 1;
        }
        _ => {
            return 2;
        }
    }
}
=== match_case.bal
function f(int a) returns int {
    match a {
        case 1 => {
            return 1;
        }
        default => {
            return 2;
        }
    }
}
=== match_expr.bal
function f(int a) returns string {
    string s = match a {
        1 => "a",
        _ => "b"
    };
    return s;
}
=== match_noblock.bal
function f(int a) returns string {
    match a {
        1 => return "a";
        _ => return "b";
    }
}
=== try_catch.bal
import ballerina/io;
function g() returns error? {
}
public function main() {
    try {
        check g();
    } catch (error e) {
        io:println(e.message());
    } finally {
        io:println("x");
    }
}
=== throw.bal
function f() {
    throw new Error("a");
}
=== let_x.bal
public function main() {
    let x = 1;
    let y = x + 1;
    _ = y;
}
=== const_js.bal
const x = 1;
let y = 2;
var z = 3;
val q = 4;
=== returns_type.bal
function f(int a): int {
    return 1;
}
function g(int a) int {
    return 1;
}
int h(int a) {
    return 1;
}
void k() {
}
function m(int a) return int {
    return 1;
}
function n() returns void {
}
function o(a) {
}
=== java_main.bal
public static void main(String[] args) {
    int x = 1;
}
=== public_class_members.bal
public class C {
    private string name;
    public C(string name) {
        this.name = name;
    }
    constructor(string name) {
        self.name = name;
    }
    function get() returns string {
        return this.name;
    }
}
=== class_ext.bal
class A {
    int x = 1;
}
class B extends A {
}
class D implements A {
}
=== optional_type.bal
function f(string? s) returns string {
    return s ?? "a";
}
=== ternary.bal
function f(int a) returns int {
    int x = if a > 1 { 1 } else { 2 };
    return x;
}
=== instance.bal
function f(any a) returns boolean {
    return a instanceof string;
}
=== cast.bal
function f(any a, float q) returns int {
    int x = (int) q;
    int y = (int) a;
    int z = int(q);
    return a as int;
}
=== generic.bal
public function main() {
    List<string> l = [];
    Map<string, int> m = {};
    map<string, int> m2 = {};
    string[] a = new string[5];
    int[] b = new int[];
    array<int> c = [];
    string a[] = [];
    Array<string> q = [];
}
=== comment_block.bal
/*
 * Hello
 */
public function main() {
}
=== comment_hash.bal
public function main() {
    # a comment
    int x = 1;
    _ = x;
}
=== comment.bal
public function main() {
    /* a comment */
    # doc
    int x = 1; /* more */
    -- x
}
=== do_while.bal
public function main() {
    int i = 0;
    do {
        i += 1;
    } while (i < 10);
    _ = i;
}
=== throws.bal
function f() throws Error {
    int x = 1;
    _ = x;
}
=== abstract.bal
abstract class A {
    static int x = 1;
    const int Y = 2;
    final z = 1;
    var q = 3;
    static function f() {
    }
    override function g() {
    }
    abstract function h();
}
=== enum_semi.bal
enum Color {
    RED;
    GREEN;
}
=== export.bal
export function f() {
}
async function g() {
}
=== unclosed_template.bal
public function main() {
    string s = string `abc;
    int x = 1;
    _ = x;
}
function f() {
}
=== return_paren.bal
function f() returns (int, string) {
    return (1, "a");
}
=== if_paren_less.bal
function f(int a) {
    if a > 1 then {
    }
    if a > 1:
        return;
    while a > 1 do {
    }
    if (a > 1) and (a < 3) {
    }
    if not (a > 1) {
    }
    if a in [1, 2] {
    }
    if a > 1 & a < 3 {
    }
    if 1 < a < 3 {
    }
    if a <> 1 {
    }
}
=== multi_decl.bal
public function main() {
    int a = 1, b = 2;
    int c, d;
    a = b = 3;
}
=== missing_eq.bal
public function main() {
    int x 1;
    x := 2;
    var y := 3;
}
=== commands
$ barre check kw_match_fn_param.bal
! kw_match_fn_param.bal:1:10: error: 'match' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_remote_error.bal
! kw_remote_error.bal:4:21: error: 'error' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_method_type.bal
! kw_method_type.bal:2:14: error: 'type' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_class.bal
! kw_class.bal:1:7: error: 'error' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_variable.bal
! kw_variable.bal:2:12: error: 'type' is a keyword: use another name, or write it with a quote before it
! kw_variable.bal:4:9: error: 'match' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_param.bal
! kw_param.bal:1:19: error: 'type' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_field.bal
! kw_field.bal:2:12: error: 'type' is a keyword: use another name, or write it with a quote before it
! kw_field.bal:3:9: error: 'resource' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check kw_module_var.bal
! kw_module_var.bal:1:8: error: 'service' is a keyword: use another name, or write it with a quote before it
exit 1
$ barre check res_missing.bal
! res_missing.bal:4:5: error: expected 'resource' before 'function'
exit 1
$ barre check res_missing_path.bal
! res_missing_path.bal:4:5: error: expected 'resource' before 'function'
exit 1
$ barre check res_remote.bal
! res_remote.bal:4:5: error: 'remote' is not allowed here
exit 1
$ barre check res_no_path.bal
! res_no_path.bal:4:26: error: expected a path: the path of the service itself is written '.'
exit 1
$ barre check res_slash_path.bal
! res_slash_path.bal:4:27: error: '/' is not expected here: the path of the service itself is written '.'
exit 1
$ barre check res_slash_name.bal
! res_slash_name.bal:4:27: error: '/' is not expected here: the path of a resource does not begin with '/'
exit 1
$ barre check res_brace_path.bal
! res_brace_path.bal:4:27: error: expected '[': a part of the path is written '[string id]'
exit 1
$ barre check res_no_get.bal
! res_no_get.bal:4:23: error: expected an identifier: the accessor is missing, as in 'get .'
exit 1
$ barre check svc_no_slash.bal
! svc_no_slash.bal:3:9: error: 'echo' is not defined: a path begins with '/'
exit 1
$ barre check svc_no_on.bal
! svc_no_on.bal:3:15: error: expected 'on': say which listener takes the connections, as in 'on wsListener'
exit 1
$ barre check local_const.bal
! local_const.bal:2:5: error: 'const' is not allowed in a function: a value that stays is declared with 'final'
exit 1
$ barre check local_const_block.bal
! local_const_block.bal:3:9: error: 'const' is not allowed in a function: a value that stays is declared with 'final'
exit 1
$ barre check final_untyped.bal
! final_untyped.bal:2:11: error: expected a type, or 'var'
exit 1
$ barre check local_type.bal
! local_type.bal:2:5: error: 'type' is not allowed in a function: write it outside of the function
exit 1
$ barre check local_function.bal
! local_function.bal:2:5: error: a function with a name is not allowed in a function: write it outside of the function
exit 1
$ barre check local_configurable.bal
! local_configurable.bal:2:5: error: 'configurable' is not allowed in a function: write it outside of the function
exit 1
$ barre check local_import.bal
! local_import.bal:2:5: error: 'import' is not allowed in a function: imports are at the top of the file
exit 1
$ barre check local_static.bal
! local_static.bal:2:5: error: there is no 'static' in Ballerina: leave it out
exit 1
$ barre check record_class.bal
! record_class.bal:1:1: error: this is not Ballerina: write 'type R record { … };'
exit 1
$ barre check type_no_record.bal
! type_no_record.bal:1:8: error: expected a type descriptor: fields stand in 'record { … }'
exit 1
$ barre check template_dollar.bal
! template_dollar.bal:4:16: error: character '$' is not allowed here: a text with values is written 'string `… ${value}`'
! template_dollar.bal:5:16: error: 'f' is not expected here: a text with values is written 'string `… ${value}`'
exit 1
$ barre check eq_assign_if.bal
! eq_assign_if.bal:4:11: error: expected ')': values are compared with '=='
! eq_assign_if.bal:6:10: error: expected '{': values are compared with '=='
! eq_assign_if.bal:8:13: error: expected '{': values are compared with '=='
exit 1
$ barre check eq_in_expr.bal
! eq_in_expr.bal:2:14: error: expected ';': values are compared with '=='
exit 1
$ barre check brace_if_missing.bal
! brace_if_missing.bal:2:14: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check brace_if_oneline.bal
! brace_if_oneline.bal:2:17: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check brace_else_oneline.bal
! brace_else_oneline.bal:3:10: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check single_quotes.bal
! single_quotes.bal:2:16: error: a string is written in double quotes
! single_quotes.bal:3:16: error: a string is written in double quotes
! single_quotes.bal:4:16: error: a string is written in double quotes
exit 1
$ barre check single_quotes_call.bal
! single_quotes_call.bal:3:16: error: a string is written in double quotes
! single_quotes_call.bal:4:16: error: a string is written in double quotes
exit 1
$ barre check char_compare.bal
! char_compare.bal:2:20: error: a string is written in double quotes
exit 1
$ barre check plus_plus.bal
! plus_plus.bal:3:8: error: expected an expression: write '+= 1'
! plus_plus.bal:4:5: error: only a call, an action or a checking expression can be a statement: write '+= 1' behind the variable
! plus_plus.bal:5:8: error: expected an expression: write '-= 1'
! plus_plus.bal:6:16: error: expected an expression: write '+= 1'
exit 1
$ barre check for_c.bal
! for_c.bal:3:5: error: there is no 'for' in Ballerina: write 'foreach int i in 0 ..< 10'
exit 1
$ barre check for_c_noparen.bal
! for_c_noparen.bal:3:5: error: there is no 'for' in Ballerina: write 'foreach int i in 0 ..< 10'
exit 1
$ barre check for_in.bal
! for_in.bal:4:5: error: there is no 'for' in Ballerina: write 'foreach var x in a'
! for_in.bal:7:5: error: there is no 'for' in Ballerina: write 'foreach var y in a'
! for_in.bal:10:5: error: there is no 'for' in Ballerina: write 'foreach var z in a'
! for_in.bal:13:13: error: expected a type, or 'var'
! for_in.bal:16:13: error: '(' is not expected here: the header of 'foreach' has no parentheses
! for_in.bal:19:23: error: '..' is not expected here: a range is written '0 ..< n', or '1 ... n' with its end
exit 1
$ barre check for_of.bal
! for_of.bal:3:5: error: there is no 'for' in Ballerina: write 'foreach var x in a'
! for_of.bal:6:5: error: there is no 'for' in Ballerina: write 'foreach var x in a'
exit 1
$ barre check elif.bal
! elif.bal:4:7: error: there is no 'elif' in Ballerina: write 'else if'
exit 1
$ barre check elseif.bal
! elseif.bal:4:7: error: there is no 'elseif' in Ballerina: write 'else if'
exit 1
$ barre check switch.bal
! switch.bal:2:5: error: there is no 'switch' in Ballerina: write 'match value { 1 => { … } _ => { … } }'
exit 1
$ barre check match_colon.bal
! match_colon.bal:3:10: error: expected '=>': a clause is written '1 => { … }'
exit 1
$ barre check match_case.bal
! match_case.bal:3:9: error: there is no 'case' in Ballerina: a clause begins with its pattern
! match_case.bal:6:9: error: 'default' is not defined: use '_'
exit 1
$ barre check match_expr.bal
! match_expr.bal:2:16: error: expected an expression: 'match' is a statement: assign in its clauses
exit 1
$ barre check match_noblock.bal
! match_noblock.bal:3:14: error: expected '{': the statements stand in braces: '{ … }'
! match_noblock.bal:4:14: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check try_catch.bal
! try_catch.bal:5:5: error: there is no 'try' in Ballerina: write 'do { … } on fail error e { … }'
exit 1
$ barre check throw.bal
! throw.bal:2:5: error: there is no 'throw' in Ballerina: write 'return error("…")', or 'panic error("…")'
exit 1
$ barre check let_x.bal
! let_x.bal:2:5: error: 'let' is not expected here: a variable is declared with its type, or with 'var'
! let_x.bal:3:5: error: 'let' is not expected here: a variable is declared with its type, or with 'var'
exit 1
$ barre check const_js.bal
! const_js.bal:2:1: error: this is not a declaration of a module: a variable is declared with its type, or with 'var'
! const_js.bal:4:1: error: 'val' is not defined: use 'final', or 'var'
exit 1
$ barre check returns_type.bal
! returns_type.bal:1:18: error: expected '{': the type of the result is written 'returns T'
! returns_type.bal:4:19: error: expected '{': the type of the result is written 'returns T'
! returns_type.bal:7:1: error: this is not Ballerina: write 'function h(int a) returns int'
! returns_type.bal:10:1: error: this is not Ballerina: write 'function k()'
! returns_type.bal:12:19: error: expected '{': the type of the result is written 'returns T'
! returns_type.bal:17:12: error: this parameter needs a name
exit 1
$ barre check java_main.bal
! java_main.bal:1:1: error: this is not Ballerina: write 'public function main(String[] args)'
exit 1
$ barre check public_class_members.bal
! public_class_members.bal:3:5: error: this is not Ballerina: write 'function init(string name)'
! public_class_members.bal:6:5: error: this is not Ballerina: write 'function init(string name)'
exit 1
$ barre check class_ext.bal
! class_ext.bal:4:9: error: expected '{': what a class shall be is included in its body, as in '*Type;'
! class_ext.bal:6:9: error: expected '{': what a class shall be is included in its body, as in '*Type;'
exit 1
$ barre check optional_type.bal
! optional_type.bal:2:14: error: there is no '??' in Ballerina: use '?:'
exit 1
$ barre check ternary.bal
! ternary.bal:2:13: error: expected an expression: write 'condition ? a : b'
exit 1
$ barre check instance.bal
! instance.bal:2:14: error: there is no 'instanceof' in Ballerina: use 'is'
exit 1
$ barre check cast.bal
! cast.bal:2:19: error: a cast is written '<int>value'
! cast.bal:3:19: error: a cast is written '<int>value'
! cast.bal:4:16: error: a cast is written '<int>value'
! cast.bal:5:14: error: there is no 'as' in Ballerina: write '<int>' before the value
exit 1
$ barre check generic.bal
! generic.bal:2:5: error: this is not Ballerina: write 'string[] …'
! generic.bal:3:5: error: this is not Ballerina: write 'map<int> …'
! generic.bal:4:9: error: 'string' is not expected here: keys are strings, so write 'map<int>'
! generic.bal:5:18: error: 'new' is not expected here: a list is written '[…]', an empty one '[]'
! generic.bal:6:15: error: 'new' is not expected here: a list is written '[…]', an empty one '[]'
! generic.bal:7:5: error: this is not Ballerina: write 'int[] …'
! generic.bal:8:13: error: '[' is not expected here: brackets belong to the type, as in 'string[] names'
! generic.bal:9:5: error: this is not Ballerina: write 'string[] …'
exit 1
$ barre check comment_block.bal
! comment_block.bal:1:1: error: a comment begins with '//' on each of its lines
exit 1
$ barre check comment_hash.bal
! comment_hash.bal:2:5: error: annotations and documentation are not allowed here: a comment begins with '//'
exit 1
$ barre check comment.bal
! comment.bal:2:5: error: a comment begins with '//' on each of its lines
! comment.bal:3:5: error: annotations and documentation are not allowed here: a comment begins with '//'
! comment.bal:4:16: error: a comment begins with '//' on each of its lines
! comment.bal:5:9: error: expected ';'
exit 1
$ barre check do_while.bal
! do_while.bal:5:21: error: expected '{': a loop is written 'while condition { … }'
exit 1
$ barre check throws.bal
! throws.bal:1:14: error: expected '{': errors are returned: 'returns error?'
exit 1
$ barre check abstract.bal
! abstract.bal:1:1: error: there is no 'abstract' in Ballerina: leave it out
! abstract.bal:2:5: error: there is no 'static' in Ballerina: leave it out
! abstract.bal:3:5: error: this is not a member of a class
! abstract.bal:4:13: error: expected an identifier
! abstract.bal:5:5: error: this is not a member of a class
! abstract.bal:6:5: error: there is no 'static' in Ballerina: leave it out
! abstract.bal:8:5: error: there is no 'override' in Ballerina: leave it out
! abstract.bal:10:5: error: there is no 'abstract' in Ballerina: leave it out
exit 1
$ barre check enum_semi.bal
! enum_semi.bal:2:8: error: expected ','
! enum_semi.bal:3:10: error: expected ','
exit 1
$ barre check export.bal
! export.bal:1:1: error: there is no 'export' in Ballerina: leave it out
! export.bal:3:1: error: there is no 'async' in Ballerina: leave it out
exit 1
$ barre check unclosed_template.bal
! unclosed_template.bal:2:23: error: the template has no closing '`'
exit 1
$ barre check return_paren.bal
! return_paren.bal:1:26: error: expected ')': a tuple type is written '[int, string]'
! return_paren.bal:2:14: error: expected ')': several values are a list: '[a, b]'
exit 1
$ barre check if_paren_less.bal
! if_paren_less.bal:2:14: error: expected '{': the statements stand in braces: '{ … }'
! if_paren_less.bal:4:13: error: expected '{': the statements stand in braces: '{ … }'
! if_paren_less.bal:6:17: error: expected '{': the statements stand in braces: '{ … }'
! if_paren_less.bal:8:16: error: there is no 'and' in Ballerina: use '&&'
! if_paren_less.bal:10:8: error: 'not' is not defined: use '!'
! if_paren_less.bal:12:10: error: expected '{': the statements stand in braces: '{ … }'
! if_paren_less.bal:14:14: error: '&' is not defined for 'boolean' and 'boolean'
! if_paren_less.bal:16:14: error: comparisons are not associative: use parentheses
! if_paren_less.bal:18:11: error: expected an expression
exit 1
$ barre check multi_decl.bal
! multi_decl.bal:2:14: error: expected ';': each variable has a declaration of its own
! multi_decl.bal:3:10: error: expected ';': each variable has a declaration of its own
! multi_decl.bal:4:11: error: expected ';'
exit 1
$ barre check missing_eq.bal
! missing_eq.bal:2:11: error: expected ';'
! missing_eq.bal:3:7: error: expected ';': a value is assigned with '='
! missing_eq.bal:4:11: error: expected ';': a value is assigned with '='
exit 1
