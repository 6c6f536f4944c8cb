import ballerina/io;

const LIMIT = 3;
const NAME = "second";
const int[2] PAIR = [1, 2];
const int[4] AROUND = [0, ...PAIR, LIMIT];
const SPREAD = [...PAIR, "end"];
const map<int> LIMITS = {LIMIT, first: 1};
const map<int> MORE = {...LIMITS, [NAME]: 2};
const map<map<int>> ALL = {LIMITS, more: MORE};
const byte[] BYTES = base16 `0a ff`;
const byte[4] DECODED = (base64 `AQIDBA==`);
const int[*] COUNTED = [1, ...PAIR, 4];
const byte[*] COUNTED_BYTES = base16 `010203`;
const FRACTION = 10.5 / 5;
const int|float SCALED = 2 * 2.5;
const REST = 5.5 % 0;
const string LARGER = LIMIT > 2 ? "large" : "small";
const [int, int, float] CONVERTED = [...PAIR, 1];
const decimal PRICE = 2.5d * 4;

(int|string)[*] mixed = ["a", ...PAIR];

public function main() {
    io:println(AROUND, SPREAD); // @output [0,1,2,3][1,2,"end"]
    io:println(LIMITS, MORE); // @output {"LIMIT":3,"first":1}{"LIMIT":3,"first":1,"second":2}
    2 known = MORE["second"];
    3 inner = ALL.LIMITS.LIMIT;
    io:println(known, inner, ALL.more["first"]); // @output 231
    io:println(BYTES, BYTES[1], DECODED); // @output [10,255]255[1,2,3,4]
    io:println(COUNTED.length(), COUNTED_BYTES.length(), mixed.length()); // @output 433
    io:println(FRACTION, " ", SCALED, " ", REST, " ", PRICE); // @output 2.1 5.0 NaN 10.0
    io:println(LARGER, CONVERTED); // @output large[1,2,1.0]
    int[*] local = ([...COUNTED, 5]);
    [int, int, int, int, int] five = local;
    byte[*] bytes = ((base64 `AQI=`));
    io:println(five, bytes); // @output [1,1,2,4,5][1,2]
}
