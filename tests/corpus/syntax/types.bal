type Simple int|float|decimal|boolean|string|byte|json|any|anydata|never|readonly|handle;

type Nothing ();

type Null null;

type Literals 1|-2|0x1F|1.5|-2.5f|"text"|true|false;

type Reference Simple|module:Name|int:Signed32|string:Char|xml:Element|error:Error;

type Grouped (int|string)[];

type Arrays int[]|int[3]|int[N][]|int[*]|string[][2]|int[m:N]|int[0xA];

type Optional int?|string[]?|(int?)[];

type Tuple [int, string, @note float, boolean...];

type EmptyTuple [];

type Rest [int...];

type Maps map<int>|map<map<string>>;

type Open record {
    # The key
    readonly int id;
    string name = "x";
    int age?;
    readonly & int[] numbers;
    readonly anything;
    *Closed;
    record {|int x; int y;|} point;
};

type Closed record {|
    int a;
    string...;
|};

type EmptyRecords record {}|record {||};

type Tables table<Open>|table<Open> key(id, name)|table<Open> key<int>|table<map<any>> key();

type Markup xml|xml<xml:Comment>;

type Errors error|error<record {string code;}>|distinct error;

type Futures future|future<int>;

type Descriptions typedesc|typedesc<anydata>;

type Streams stream|stream<int>|stream<int, error?>;

type Functions function|isolated function|function ()|function (int a, string b = "x", int... c) returns int?|
        transactional isolated function (int) returns function (int) returns int;

type Meets readonly & record {int x;} & map<int>;

type Distinct distinct object {
}|distinct Named & readonly;

type Predeclared function:Type|object:RawTemplate|transaction:Info|table:Row|map:Entry;
