=== no_new.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get .() returns websocket:Service|error {
        return EchoService();
    }
}
service class EchoService {
    *websocket:Service;
}
=== new_record.bal
type R record {|
    int a;
    string b = "x";
|};
public function main() {
    R r = new R(1);
    R r2 = new;
    R r3 = new R();
    R r4 = R(1);
    R r5 = R {a: 1};
    _ = r;
}
=== template_plain.bal
public function main() {
    string x = "a";
    string s = `Hello ${x}`;
    _ = s;
}
=== template_write.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    remote function onTextMessage(websocket:Caller caller, string text) returns error? {
        check caller->writeTextMessage(`Echo ${text}`);
    }
}
=== svc_inline_noNew.bal
import ballerina/websocket;
service /echo on websocket:Listener(9090) {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== map_dot.bal
function f(map<int> m, map<string> n) returns int? {
    return m.a;
}
=== json_dot.bal
function f(json j) returns string {
    string s = j.name;
    return s;
}
=== json_index.bal
function f(json j) returns string {
    string s = j["name"];
    return s;
}
=== array_length_field.bal
function f(string[] a, string s) returns int {
    return a.length + s.length;
}
=== array_methods.bal
function f(string[] a, map<int> m, string s) returns int {
    a.add("x");
    a.append("x");
    int n = a.size();
    n = m.size();
    boolean b = m.has("a");
    b = m.containsKey("a");
    b = s.contains("a");
    b = a.includes("a");
    string u = s.toUpperCase();
    u = s.upper();
    u = s.trim().strip();
    string[] parts = s.split(",");
    m.put("a", 1);
    m.set("a", 1);
    int v = m.get("a");
    m.delete("a");
    return n + v;
}
=== ws_no_inclusion.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    remote function onTextMessage(websocket:Caller caller, string text) returns error? {
    }
}
=== ws_missing_remote.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    function onTextMessage(websocket:Caller caller, string text) returns error? {
    }
}
=== ws_misspelt.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    remote function onTextMesage(websocket:Caller caller, string text) returns error? {
    }
    remote function onMsg(websocket:Caller caller, string text) returns error? {
    }
    remote function OnOpen(websocket:Caller caller) returns error? {
    }
    remote function onopen(websocket:Caller caller) returns error? {
    }
    remote function onConnect(websocket:Caller caller) returns error? {
    }
    remote function onDisconnect(websocket:Caller caller) returns error? {
    }
    remote function onText(websocket:Caller caller, string s) returns error? {
    }
    remote function onBinary(websocket:Caller caller, byte[] s) returns error? {
    }
}
=== ws_caller_prefixless.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    remote function onTextMessage(Caller caller, string text) returns error? {
        check caller->writeTextMessage(text);
    }
}
=== ann_header.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
service /a on l {
    resource function get .(@websocket:Header string token) returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== ann_misspelt.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
@websocket:ServiceConfg {idleTimeout: 60}
service /a on l {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== ann_noprefix.bal
import ballerina/websocket;
listener websocket:Listener l = new (9090);
@ServiceConfig {idleTimeout: 60}
service /a on l {
    resource function get .() returns websocket:Service|error {
        return new C();
    }
}
service class C {
    *websocket:Service;
}
=== ann_override.bal
class C {
    @Override
    function f() {
    }
}
@deprecate
function g() {
}
=== call_arrow_normal.bal
import ballerina/websocket;
service class C {
    *websocket:Service;
    remote function onTextMessage(websocket:Caller caller, string text) returns error? {
        string id = caller->getConnectionId();
        check caller->writeTextMessage(id);
        caller->close();
        check caller->writeTextMesage(id);
        check caller->sendText(id);
        check caller->send(id);
        check caller->writeText(id);
    }
}
=== null_string.bal
public function main() {
    string s = null;
    string t = ();
    s = null;
    _ = s + t;
}
=== str_to_int.bal
public function main() {
    int x = "5";
    float y = "1.5";
    boolean b = "true";
    decimal d = "1";
    _ = x;
}
=== str_to_int_var.bal
function f(string s, float q, int i, decimal d, boolean b, json j) returns error? {
    int x = s;
    string t = i;
    float y = i;
    int z = q;
    decimal dd = q;
    string u = b;
    string v = j;
    int w = j;
    float fl = d;
    int di = d;
}
=== wrong_import.bal
import ballerina/iox;
import ballerina/websockets;
import ballerina/webscoket;
import balerina/log;
import ballerina.io;
import io;
import ballerinax/kafka;
public function main() {
    iox:println("a");
}
=== wrong_import3.bal
import ballerina/websockets;

listener websocket:Listener l = new (9090);
=== wrong_import2.bal
import ballerina/Log;
public function main() {
    Log:printInfo("a");
}
=== import_dotcall.bal
import ballerina/io;
public function main() {
    io.println("a");
    log.printInfo("b");
}
=== println.bal
public function main() {
    println("a");
    print("b");
    console.log("a");
    System.out.println("a");
    printf("a");
    fmt.Println("a");
}
=== commands
$ barre check no_new.bal
! no_new.bal:5:16: error: a value of 'typedesc<EchoService>' cannot be called: write 'new EchoService(…)'
exit 1
$ barre check new_record.bal
! new_record.bal:6:15: error: 'R' is not a class: a record is written '{field: value}'
! new_record.bal:7:12: error: 'new' without a class does not know which class of 'R' is meant
! new_record.bal:8:16: error: 'R' is not a class: a record is written '{field: value}'
! new_record.bal:9:12: error: a value of 'typedesc<R>' cannot be called: a record is written '{field: value}'
! new_record.bal:10:14: error: expected ';'
exit 1
$ barre check template_plain.bal
! template_plain.bal:3:16: error: expected 'string', found 'object:RawTemplate': write 'string' before the template
exit 1
$ barre check template_write.bal
! template_write.bal:5:40: error: expected 'string', found 'object:RawTemplate': write 'string' before the template
exit 1
$ barre check svc_inline_noNew.bal
! svc_inline_noNew.bal:2:18: error: a value of 'typedesc<websocket:Listener>' cannot be called: write 'new websocket:Listener(…)'
exit 1
$ barre check map_dot.bal
! map_dot.bal:2:14: error: there is no field 'a' in 'map<int>': the member of a map is written '["a"]'
exit 1
$ barre check json_dot.bal
! json_dot.bal:2:16: error: expected 'string', found 'json|error': use 'check'
exit 1
$ barre check json_index.bal
! json_index.bal:2:16: error: 'json' has no members that '[]' can access: write 'check value.name'
exit 1
$ barre check array_length_field.bal
! array_length_field.bal:2:14: error: field 'length' cannot be accessed in 'string[]': write 'length()'
! array_length_field.bal:2:25: error: field 'length' cannot be accessed in 'string': write 'length()'
exit 1
$ barre check array_methods.bal
! array_methods.bal:2:7: error: there is no method 'add' for 'string[]': use 'push'
! array_methods.bal:3:7: error: there is no method 'append' for 'string[]': use 'push'
! array_methods.bal:4:15: error: there is no method 'size' for 'string[]': use 'length()'
! array_methods.bal:5:11: error: there is no method 'size' for 'map<int>': use 'length()'
! array_methods.bal:6:19: error: there is no method 'has' for 'map<int>': use 'hasKey'
! array_methods.bal:7:11: error: there is no method 'containsKey' for 'map<int>': use 'hasKey'
! array_methods.bal:8:11: error: there is no method 'contains' for 'string': use 'includes' of a string, or 'indexOf' of a list
! array_methods.bal:9:11: error: there is no method 'includes' for 'string[]': use 'indexOf(value) != ()'
! array_methods.bal:10:18: error: there is no method 'toUpperCase' for 'string': use 'toUpperAscii'
! array_methods.bal:11:11: error: there is no method 'upper' for 'string': use 'toUpperAscii'
! array_methods.bal:12:18: error: there is no method 'strip' for 'string': use 'trim'
! array_methods.bal:13:24: error: there is no method 'split' for 'string': use 're `,`.split(text)'
! array_methods.bal:14:7: error: there is no method 'put' for 'map<int>': write 'map[key] = value'
! array_methods.bal:15:7: error: there is no method 'set' for 'map<int>': write 'map[key] = value'
! array_methods.bal:17:7: error: there is no method 'delete' for 'map<int>': use 'remove'
exit 1
$ barre check ws_no_inclusion.bal
! ws_no_inclusion.bal:5:16: error: expected 'error|websocket:Service', found 'C': write '*websocket:Service;' into a 'service class'
exit 1
$ barre check ws_missing_remote.bal
! ws_missing_remote.bal:4:27: warning: 'onTextMessage' is called only if it is remote: write 'remote function'
$ barre check ws_misspelt.bal
! ws_misspelt.bal:4:33: warning: 'onTextMesage' is called only for messages that are dispatched to it: did you mean 'onTextMessage'?
! ws_misspelt.bal:8:27: warning: 'OnOpen' is called only for messages that are dispatched to it: did you mean 'onOpen'?
! ws_misspelt.bal:10:27: warning: 'onopen' is called only for messages that are dispatched to it: did you mean 'onOpen'?
! ws_misspelt.bal:12:30: error: 'onConnect' takes data, and a websocket:Caller if wanted
! ws_misspelt.bal:14:33: error: 'onDisconnect' takes data, and a websocket:Caller if wanted
exit 1
$ barre check ws_caller_prefixless.bal
! ws_caller_prefixless.bal:4:35: error: 'Caller' is not defined
exit 1
$ barre check ann_header.bal
! ann_header.bal:4:30: error: there is no annotation 'websocket:Header': did you mean '@http:Header'?
exit 1
$ barre check ann_misspelt.bal
! ann_misspelt.bal:3:2: error: there is no annotation 'websocket:ServiceConfg': did you mean 'ServiceConfig'?
exit 1
$ barre check ann_noprefix.bal
! ann_noprefix.bal:3:2: error: there is no annotation 'ServiceConfig': did you mean '@websocket:ServiceConfig'?
exit 1
$ barre check ann_override.bal
! ann_override.bal:2:6: error: there is no annotation 'Override'
! ann_override.bal:6:2: error: there is no annotation 'deprecate': did you mean 'deprecated'?
exit 1
$ barre check call_arrow_normal.bal
! call_arrow_normal.bal:5:29: error: there is no remote method 'getConnectionId' in 'websocket:Caller': call it with '.'
! call_arrow_normal.bal:7:9: error: an error must not be ignored: use 'check', or a variable of type 'websocket:Error?'
! call_arrow_normal.bal:8:23: error: there is no remote method 'writeTextMesage' in 'websocket:Caller': did you mean 'writeTextMessage'?
! call_arrow_normal.bal:9:23: error: there is no remote method 'sendText' in 'websocket:Caller': use 'writeMessage', 'writeTextMessage' or 'writeBinaryMessage'
! call_arrow_normal.bal:10:23: error: there is no remote method 'send' in 'websocket:Caller': use 'writeMessage', 'writeTextMessage' or 'writeBinaryMessage'
! call_arrow_normal.bal:11:23: error: there is no remote method 'writeText' in 'websocket:Caller': use 'writeMessage', 'writeTextMessage' or 'writeBinaryMessage'
exit 1
$ barre check null_string.bal
! null_string.bal:2:16: error: expected 'string', found '()': only 'string?' has the value nil
! null_string.bal:3:16: error: expected 'string', found '()': only 'string?' has the value nil
! null_string.bal:4:9: error: expected 'string', found '()': only 'string?' has the value nil
exit 1
$ barre check str_to_int.bal
! str_to_int.bal:2:13: error: expected 'int', found '"5"': use 'check int:fromString(…)'
! str_to_int.bal:3:15: error: expected 'float', found '"1.5"': use 'check float:fromString(…)'
! str_to_int.bal:4:17: error: expected 'boolean', found '"true"': use 'check boolean:fromString(…)'
! str_to_int.bal:5:17: error: expected 'decimal', found '"1"': use 'check decimal:fromString(…)'
exit 1
$ barre check str_to_int_var.bal
! str_to_int_var.bal:2:13: error: expected 'int', found 'string': use 'check int:fromString(…)'
! str_to_int_var.bal:3:16: error: expected 'string', found 'int': use 'toString()'
! str_to_int_var.bal:4:15: error: expected 'float', found 'int': use '<float>'
! str_to_int_var.bal:5:13: error: expected 'int', found 'float': use '<int>'
! str_to_int_var.bal:6:18: error: expected 'decimal', found 'float': use '<decimal>'
! str_to_int_var.bal:7:16: error: expected 'string', found 'boolean': use 'toString()'
! str_to_int_var.bal:8:16: error: expected 'string', found 'json': use 'check value.cloneWithType()'
! str_to_int_var.bal:9:13: error: expected 'int', found 'json': use 'check value.cloneWithType()'
! str_to_int_var.bal:10:16: error: expected 'float', found 'decimal': use '<float>'
! str_to_int_var.bal:11:14: error: expected 'int', found 'decimal': use '<int>'
exit 1
$ barre check wrong_import.bal
! wrong_import.bal:1:1: error: there is no module 'ballerina/iox': did you mean 'ballerina/io'?
! wrong_import.bal:2:1: error: there is no module 'ballerina/websockets': did you mean 'ballerina/websocket'?
! wrong_import.bal:3:1: error: there is no module 'ballerina/webscoket': did you mean 'ballerina/websocket'?
! wrong_import.bal:4:1: error: there is no module 'balerina/log': did you mean 'ballerina/log'?
! wrong_import.bal:5:1: error: there is no module 'ballerina.io': did you mean 'ballerina/io'?
! wrong_import.bal:6:1: error: there is no module 'io': did you mean 'ballerina/io'?
! wrong_import.bal:6:1: error: 'io' is declared already
! wrong_import.bal:7:1: error: there is no module 'ballerinax/kafka'
exit 1
$ barre check wrong_import3.bal
! wrong_import3.bal:1:1: error: there is no module 'ballerina/websockets': did you mean 'ballerina/websocket'?
exit 1
$ barre check wrong_import2.bal
! wrong_import2.bal:1:1: error: there is no module 'ballerina/Log': did you mean 'ballerina/log'?
exit 1
$ barre check import_dotcall.bal
! import_dotcall.bal:3:5: error: 'io' is not defined: what the module has is written 'io:name'
! import_dotcall.bal:4:5: error: 'log' is not defined
exit 1
$ barre check println.bal
! println.bal:2:5: error: 'println' is not defined: use 'io:println' and import 'ballerina/io'
! println.bal:3:5: error: 'print' is not defined: use 'io:print' and import 'ballerina/io'
! println.bal:4:5: error: 'console' is not defined: use 'io:println' and import 'ballerina/io'
! println.bal:5:5: error: 'System' is not defined: use 'io:println' and import 'ballerina/io'
! println.bal:6:5: error: 'printf' is not defined: use 'io:println' and import 'ballerina/io'
! println.bal:7:5: error: 'fmt' is not defined: use 'io:println' and import 'ballerina/io'
exit 1
