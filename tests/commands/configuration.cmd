=== Ballerina.toml
[package]
org = "acme"
name = "conf"
version = "0.1.0"
=== main.bal
import ballerina/io;
import acme/conf.db;

enum Level {
    LOW,
    HIGH
}

type Server record {|
    string host;
    int port = 80;
    Level level = LOW;
    map<string> tags = {};
    int[] ports?;
|};

type User record {|
    readonly string name;
    decimal age;
|};

configurable int count = 1;
configurable float ratio = ?;
configurable decimal price = 1.5;
configurable string text = "none";
configurable boolean isOn = false;
configurable byte small = 1;
configurable int[] numbers = [];
configurable string[][] grid = [];
configurable map<int> counts = {};
configurable Level level = LOW;
configurable Server main_server = {host: "default"};
configurable Server[] servers = [];
configurable table<User> key(name) users = table [];
configurable int|string either = 3;
configurable json tree = ();
configurable [string, int] pair = ["a", 1];
configurable "a"|"b" letter = "a";
configurable int:Signed8 signed = 1;
configurable xml page = xml `<a/>`;
configurable int? optional = ();

public function main() {
    io:println(count, " ", ratio, " ", price, " ", text, " ", isOn, " ", small, " ", numbers, grid, counts, level);
    io:println(main_server, servers);
    io:println(users, either, tree, pair, letter, signed, page, optional);
    io:println(db:url, " ", db:options, " ", servers is readonly, users is readonly);
}
=== modules/db/db.bal
public type Options record {|
    int max = 3;
    string name;
|};

public configurable string url = ?;
public configurable Options options = {name: "default"};
=== all.toml
count = 5
ratio = 2
price = 3.75
text = "text"
isOn = true
small = 200
numbers = [1, 2]
grid = [["a"], ["b", "c"]]
level = "HIGH"
either = "str"
tree = {a = 1, b = [true]}
pair = ["z", 9]
letter = "b"
signed = 100
page = "<b/>"
optional = 4
[counts]
a = 1
[main_server]
host = "h"
tags = {x = "y"}
[[servers]]
host = "s1"
port = 1
[[servers]]
host = "s2"
ports = [1, 2]
[[users]]
name = "ann"
age = 3.5
[[users]]
name = "bob"
age = 4
[acme.conf.db]
url = "db://"
[acme.conf.db.options]
name = "o"
=== wrong.toml
count = "5"
price = "x"
small = 300
level = "MID"
letter = "c"
signed = 200
page = "<b"
unknown = 3
numbers = [1, "a"]
servers = 3
tree = 1
[counts]
a = "s"
[main_server]
hst = "h"
[[users]]
name = "ann"
age = 3
[[users]]
name = "ann"
age = 4
[other.module]
a = 1
=== missing.toml
[[servers]]
port = 1
[acme.conf.db]
url = "u"
[acme.conf.db.options]
name = 1
=== broken.toml
count =
=== first.toml
count = 11
=== second.toml
count = 22
ratio = 2
text = "two"
[acme.conf.db]
url = "u"
=== commands
$ cp all.toml Config.toml; barre run
> 5 2.0 3.75 text true 200 [1,2][["a"],["b","c"]]{"a":1}HIGH
> {"host":"h","port":80,"level":"LOW","tags":{"x":"y"}}[{"host":"s1","port":1,"level":"LOW","tags":{}},{"host":"s2","port":80,"level":"LOW","tags":{},"ports":[1,2]}]
> [{"name":"ann","age":3.5},{"name":"bob","age":4}]str{"a":1,"b":[true]}["z",9]b100<b/>4
> db:// {"max":3,"name":"o"} truetrue
$ cp wrong.toml Config.toml; barre run
! error: value not provided for required configurable variable 'url' (db.bal:6): give it with -C conf.db.url=VALUE or in Config.toml
! error: [Config.toml:1:9] configurable variable 'count' is expected to be of type 'int', but found 'string'
! error: value not provided for required configurable variable 'ratio' (main.bal:23): give it with -C ratio=VALUE or in Config.toml
! error: [Config.toml:2:9] configurable variable 'price' is expected to be of type 'decimal', but found 'string'
! error: [Config.toml:3:9] configurable variable 'small' is expected to be of type '*', but found 'int'
! error: [Config.toml:9:11] configurable variable 'numbers' is expected to be of type 'int[]': array element '[1]' should be of type 'int', found '*'
! error: [Config.toml:12:1] configurable variable 'counts' is expected to be of type 'map<int>': map field 'a' should be of type 'int', found '*'
! error: [Config.toml:4:9] configurable variable 'level' is expected to be of type 'Level', but found 'string'
! error: [Config.toml:14:1] configurable variable 'main_server' is expected to be of type 'Server': missing required field 'host' of type 'string' in record 'Server', field 'hst' cannot be added to the closed record 'Server'
! error: [Config.toml:10:11] configurable variable 'servers' is expected to be of type 'Server[]', but found 'int'
! error: [Config.toml:16:1] configurable variable 'users' is expected to be of type 'table<User> key(name)', but found 'array'
! error: [Config.toml:5:10] configurable variable 'letter' is expected to be of type '"a"|"b"', but found 'string'
! error: [Config.toml:6:10] configurable variable 'signed' is expected to be of type 'int:Signed8', but found 'int'
! error: [Config.toml:7:8] configurable variable 'page' is expected to be of type 'xml', but found 'string'
! error: [Config.toml:22:1] unused configuration value 'other'
! error: [Config.toml:8:11] unused configuration value 'unknown'
exit 1
$ cp missing.toml Config.toml; barre run -Cratio=1
! error: [Config.toml:5:1] configurable variable 'options' is expected to be of type 'db:Options': field 'name' in record 'db:Options' should be of type 'string', found '*'
! error: [Config.toml:1:1] configurable variable 'servers' is expected to be of type 'Server[]': missing required field '[0].host' of type 'string' in record 'Server'
exit 1
$ cp broken.toml Config.toml; barre run
! Config.toml:1:8: error: this is not valid TOML: *
exit 1
$ rm Config.toml; barre run -C conf.db.url=u -C ratio=2.5 -C level=HIGH -C either=7 -C small=200 -C isOn=true -C text=5 | head -n 1
> 1 2.5 1.5 5 true 200 [][]{}HIGH
$ barre run -C conf.db.url=u -C ratio=x -C small=256 -C nothing=1
! error: [ratio=x] configurable variable 'ratio' is expected to be of type 'float', but found 'x'
! error: [small=256] configurable variable 'small' is expected to be of type '*', but found '256'
! error: [nothing=1] there is no configurable variable 'nothing'
exit 1
$ BAL_CONFIG_FILES=first.toml:second.toml BAL_CONFIG_DATA='ratio = 9.5' barre run | head -n 1
> 11 2.0 1.5 two false 1 [][]{}LOW
$ printf 'count = 3' > Config.toml; BAL_CONFIG_DATA=$(cat second.toml) barre run | head -n 1
> 22 2.0 1.5 two false 1 [][]{}LOW
$ BAL_CONFIG_FILES=second.toml BAL_CONFIG_VAR_COUNT=33 BAL_CONFIG_VAR_CONF_DB_URL=env BAL_CONFIG_VAR_ISON=1 barre run -C count=44 -C text=given | sed -n '1p;$p'
> 33 2.0 1.5 given true 1 [][]{}LOW
> env {"max":3,"name":"default"} truetrue
$ BAL_CONFIG_FILES=none.toml:broken.toml BAL_CONFIG_VAR_COUNT=x barre run
! error: BAL_CONFIG_FILES: *none.toml*
! error: broken.toml:1:8: error: this is not valid TOML: *
! error: value not provided for required configurable variable 'url' *
! error: [BAL_CONFIG_VAR_COUNT=x] configurable variable 'count' is expected to be of type 'int', but found 'x'
! error: value not provided for required configurable variable 'ratio' *
exit 1
$ rm Config.toml; barre run -C port
! barre run: -C takes key=value, such as -C port=9090
exit 2
