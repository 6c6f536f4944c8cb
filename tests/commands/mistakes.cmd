=== missing_semicolon.bal
public function main() {
    int x = 1
    int y = x;
    _ = y;
}
=== missing_brace.bal
public function main() {
    if true {
        int x = 1;
        _ = x;

}

function f() {
}
=== brace_too_many.bal
public function main() {
    int x = 1;
    _ = x;
}}
=== open_string.bal
public function main() {
    string s = "abc;
    _ = s;
}
=== single_quotes.bal
public function main() {
    string s = 'abc';
    _ = s;
}
=== misspelt_variable.bal
public function main() {
    int count = 1;
    int y = cuont + 1;
    _ = y;
    _ = count;
}
=== misspelt_function.bal
function compute(int a) returns int => a;
public function main() {
    int y = compte(1);
    _ = y;
}
=== misspelt_type.bal
type Person record {| string name; |};
public function main() {
    Persn p = {name: "a"};
    _ = p;
}
=== misspelt_field.bal
type Person record {| string name; |};
public function main() {
    Person p = {nme: "a"};
    _ = p;
}
=== misspelt_access.bal
type Person record {| string name; |};
function f(Person p) returns string => p.nam;
=== misspelt_member.bal
import ballerina/io;
public function main() {
    io:printn("a");
}
=== self_forgotten.bal
class C {
    int x = 1;
    function f() returns int => x;
}
=== nothing_to_return.bal
function f() {
    return 1;
}
=== misspelt_return.bal
function f() returns int {
    retrun 1;
}
=== misspelt_public.bal
pubic function main() {
}
=== missing_import.bal
public function main() {
    io:println("a");
    io:println("b");
}
=== missing_argument.bal
function f(int a, string b) {
}
public function main() {
    f(1);
}
=== misspelt_argument.bal
function f(int a) {
}
public function main() {
    f(b = 1);
}
=== missing_check.bal
function f() returns int|error => 1;
public function main() {
    int x = f();
    _ = x;
}
=== check_in_main.bal
function f() returns int|error => 1;
public function main() {
    int x = check f();
    _ = x;
}
=== ignored_error.bal
function f() returns error? {
}
public function main() {
    f();
}
=== ignored_value.bal
function f() returns int => 1;
public function main() {
    f();
}
=== remote_with_dot.bal
client class C {
    remote function go() returns int => 1;
}
public function main() {
    C c = new;
    int x = c.go();
    _ = x;
}
=== method_with_arrow.bal
class C {
    function go() returns int => 1;
}
public function main() {
    C c = new;
    int x = c->go();
    _ = x;
}
=== assignment_in_condition.bal
public function main() {
    int x = 1;
    if x = 1 {
    }
}
=== else_with_condition.bal
public function main() {
    int x = 1;
    if x > 0 {
    } else x < 0 {
    }
}
=== for_loop.bal
public function main() {
    for (int i = 0; i < 10; i++) {
    }
}
=== increment.bal
public function main() {
    int i = 0;
    i++;
}
=== let_statement.bal
public function main() {
    let x = 1;
}
=== foreign_type.bal
public function main() {
    String s = "a";
    _ = s;
}
=== method_of_nil.bal
public function main() {
    string? s = ();
    int n = s.length();
    _ = n;
}
=== text_and_number.bal
public function main() {
    string s = "a" + 1;
    _ = s;
}
=== nil_of_map.bal
public function main() {
    map<int> m = {};
    int x = m["a"];
    _ = x;
}
=== function_without_brace.bal
public function main()
    int x = 1;
    _ = x;
}
=== arrow_result.bal
function f() -> int {
    return 1;
}
=== type_behind_name.bal
function f(a: int) {
}
=== and_word.bal
public function main() {
    boolean a = true;
    if a and a {
    }
}
=== missing_comma.bal
public function main() {
    int[] a = [1 2];
    _ = a;
}
=== missing_field.bal
type P record {| string name; int age; |};
public function main() {
    P p = {name: "a"};
    _ = p;
}
=== misspelt_insertion.bal
function greet(string name) returns string => string `Hi ${nmae}`;
=== if_without_braces.bal
function f(int x) {
    if x == 1
        f(0);
}
=== patterns_with_comma.bal
function f(int x) {
    match x {
        1, 2 => {
        }
    }
}
=== clause_without_braces.bal
function f(int x) {
    match x {
        1 => f(0);
    }
}
=== second_on_fail.bal
function f() {
    do {
        check g();
    } on fail {
    } on fail {
    }
}
function g() returns error? {
}
=== bare_template.bal
anydata text = `hello`;
=== aggregate.bal
type Item record {| int price; int n; |};
function f(Item[] items) returns int {
    return from var i in items
        collect sum(i.price * i.n);
}
=== wrong_field_type.bal
type Message record {| strin text; |};
function f(Message m) returns int {
    return m.text.length() + m.text.trim().length();
}
=== commands
$ barre check missing_semicolon.bal
! missing_semicolon.bal:2:14: error: expected ';'
exit 1
$ barre check missing_brace.bal
! missing_brace.bal:6:2: error: expected '}'
exit 1
$ barre check brace_too_many.bal
! brace_too_many.bal:4:2: error: this is not a declaration of a module
exit 1
$ barre check open_string.bal
! open_string.bal:2:16: error: the string literal has no closing '"' on its line
exit 1
$ barre check single_quotes.bal
! single_quotes.bal:2:16: error: a string is written in double quotes
exit 1
$ barre check misspelt_variable.bal
! misspelt_variable.bal:3:13: error: 'cuont' is not defined: did you mean 'count'?
exit 1
$ barre check misspelt_function.bal
! misspelt_function.bal:3:13: error: 'compte' is not defined: did you mean 'compute'?
exit 1
$ barre check misspelt_type.bal
! misspelt_type.bal:3:5: error: 'Persn' is not defined: did you mean 'Person'?
exit 1
$ barre check misspelt_field.bal
! misspelt_field.bal:3:17: error: the type has no field 'nme': did you mean 'name'?
exit 1
$ barre check misspelt_access.bal
! misspelt_access.bal:2:42: error: there is no field 'nam' in 'Person': did you mean 'name'?
exit 1
$ barre check misspelt_member.bal
! misspelt_member.bal:3:8: error: module 'ballerina/io' has no 'printn': did you mean 'println'?
exit 1
$ barre check self_forgotten.bal
! self_forgotten.bal:3:33: error: 'x' is not defined: did you mean 'self.x'?
exit 1
$ barre check nothing_to_return.bal
! nothing_to_return.bal:2:12: error: expected '()', found '1': give the function 'returns int'
exit 1
$ barre check misspelt_return.bal
! misspelt_return.bal:2:5: error: 'retrun' is not defined: did you mean 'return'?
exit 1
$ barre check misspelt_public.bal
! misspelt_public.bal:1:1: error: 'pubic' is not defined: did you mean 'public'?
exit 1
$ barre check missing_import.bal
! missing_import.bal:2:5: error: no module is imported with the prefix 'io': add 'import ballerina/io;'
exit 1
$ barre check missing_argument.bal
! missing_argument.bal:4:6: error: the argument 'b' is missing
exit 1
$ barre check misspelt_argument.bal
! misspelt_argument.bal:4:7: error: there is no parameter 'b'
exit 1
$ barre check missing_check.bal
! missing_check.bal:3:13: error: expected 'int', found 'int|error': use 'check'
exit 1
$ barre check check_in_main.bal
! check_in_main.bal:3:13: error: an error of type 'error' may leave here, but the function returns '()': let it return 'error?'
exit 1
$ barre check ignored_error.bal
! ignored_error.bal:4:5: error: an error must not be ignored: use 'check', or a variable of type 'error?'
exit 1
$ barre check ignored_value.bal
! ignored_value.bal:3:5: error: the value of type 'int' is ignored: assign it, to '_' if it is not needed
exit 1
$ barre check remote_with_dot.bal
! remote_with_dot.bal:6:13: error: 'go' is a remote method: call it with '->'
exit 1
$ barre check method_with_arrow.bal
! method_with_arrow.bal:6:16: error: there is no remote method 'go' in 'C': call it with '.'
exit 1
$ barre check assignment_in_condition.bal
! assignment_in_condition.bal:3:10: error: expected '{': values are compared with '=='
exit 1
$ barre check else_with_condition.bal
! else_with_condition.bal:4:12: error: expected '{': a condition stands behind 'else if'
exit 1
$ barre check for_loop.bal
! for_loop.bal:2:5: error: there is no 'for' in Ballerina: write 'foreach int i in 0 ..< 10'
exit 1
$ barre check increment.bal
! increment.bal:3:8: error: expected an expression: write '+= 1'
exit 1
$ barre check let_statement.bal
! let_statement.bal:2:5: error: 'let' is not expected here: a variable is declared with its type, or with 'var'
exit 1
$ barre check foreign_type.bal
! foreign_type.bal:2:5: error: 'String' is not defined: use 'string'
exit 1
$ barre check method_of_nil.bal
! method_of_nil.bal:3:15: error: there is no method 'length' for 'string?': it may be nil, so test it first
exit 1
$ barre check text_and_number.bal
! text_and_number.bal:2:20: error: '+' is not defined for 'string' and 'int': use a string template, or 'toString()'
exit 1
$ barre check nil_of_map.bal
! nil_of_map.bal:3:13: error: expected 'int', found 'int?': use '?:' to replace nil
exit 1
$ barre check function_without_brace.bal
! function_without_brace.bal:1:23: error: expected '{'
exit 1
$ barre check arrow_result.bal
! arrow_result.bal:1:14: error: expected '{': the type of the result is written 'returns T'
exit 1
$ barre check type_behind_name.bal
! type_behind_name.bal:1:13: error: expected ',': the type comes first, as in 'int count'
exit 1
$ barre check and_word.bal
! and_word.bal:3:10: error: there is no 'and' in Ballerina: use '&&'
exit 1
$ barre check missing_comma.bal
! missing_comma.bal:2:18: error: expected ','
exit 1
$ barre check missing_field.bal
! missing_field.bal:3:11: error: the field 'age' of 'P' is missing
exit 1
$ barre check misspelt_insertion.bal
! misspelt_insertion.bal:1:60: error: 'nmae' is not defined: did you mean 'name'?
exit 1
$ barre check if_without_braces.bal
! if_without_braces.bal:2:14: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check patterns_with_comma.bal
! patterns_with_comma.bal:3:10: error: expected '=>': several patterns are separated by '|'
exit 1
$ barre check clause_without_braces.bal
! clause_without_braces.bal:3:14: error: expected '{': the statements stand in braces: '{ … }'
exit 1
$ barre check second_on_fail.bal
! second_on_fail.bal:5:7: error: a block has one 'on fail': handle all its errors there, by their types if they differ
exit 1
$ barre check bare_template.bal
! bare_template.bal:1:16: error: expected 'anydata', found 'object:RawTemplate': write 'string' before the template
exit 1
$ barre check aggregate.bal
! aggregate.bal:4:21: error: 'sum' takes the values of one variable here: compute 'i.price * i.n' in a 'let' clause before
exit 1
$ barre check wrong_field_type.bal
! wrong_field_type.bal:1:24: error: 'strin' is not defined: did you mean 'string'?
exit 1
