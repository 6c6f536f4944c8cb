// Why a value cannot be converted: every place that does not fit is told.
import ballerina/io;

type Address record {|
    string city;
    int zip;
    string country = "IT";
|};

type Person record {
    string name;
    int age;
    Address address;
    int[] scores?;
};

type Limits record {|
    int low;
    int...;
|};

type Circle record {|
    float radius;
|};

type Square record {|
    float side;
|};

type Choice "a"|"b";

function tell(anydata|error value) {
    io:println(value is error ? value.detail()["message"] : value);
}

public function main() {
    json person = {name: 1, age: "seven", address: {city: "Rome", zipp: 1}, scores: [1, "two", null, 4.5]};
    tell(person.cloneWithType(Person));
    // @output 'map<json>' value cannot be converted to 'Person': 
    // @output 		field 'name' in record 'Person' should be of type 'string', found '1'
    // @output 		field 'age' in record 'Person' should be of type 'int', found '"seven"'
    // @output 		missing required field 'address.zip' of type 'int' in record 'Address'
    // @output 		field 'address.zipp' cannot be added to the closed record 'Address'
    // @output 		array element 'scores[1]' should be of type 'int', found '"two"'
    // @output 		array element 'scores[2]' should be of type 'int', found '()'
    tell("{\"name\":\"Ann\",\"age\":7,\"address\":null}".fromJsonStringWithType(Person));
    // @output 'map<json>' value cannot be converted to 'Person': 
    // @output 		field 'address' in record 'Person' should be of type 'Address', found '()'
    map<anydata> limits = {low: 1, high: "a text that is rather long"};
    tell(limits.cloneWithType(Limits));
    // @output 'map<anydata>' value cannot be converted to 'Limits': 
    // @output 		value of field 'high' adding to the record 'Limits' should be of type 'int', found '"a text that is rath...'
    json numbers = {a: {x: 1, y: true}};
    tell(numbers.fromJsonWithType(NestedInts));
    // @output 'map<json>' value cannot be converted to 'NestedInts': 
    // @output 		map field 'a.y' should be of type 'int', found 'true'
    json pair = [1, "x"];
    tell(pair.cloneWithType(Pair));
    // @output 'json[]' value cannot be converted to 'Pair': 
    // @output 		tuple element '[0]' should be of type 'string', found '1'
    // @output 		tuple element '[1]' should be of type 'int', found '"x"'
    tell([1].cloneWithType(Choices));
    // @output '[int]' value cannot be converted to 'Choices': 
    // @output 		array cannot be expanded to size '3' because, the target type 'Choices' does not have a filler value
    json shape = {radius: "r"};
    tell(shape.cloneWithType(Shape));
    // @output 'map<json>' value cannot be converted to 'Shape': 
    // @output 		{
    // @output 		  field 'radius' in record 'Circle' should be of type 'float', found '"r"'
    // @output 		or
    // @output 		  missing required field 'side' of type 'float' in record 'Square'
    // @output 		  field 'radius' cannot be added to the closed record 'Square'
    // @output 		}
    // A union is told in braces, even if only one of its types could be meant.
    json nested = {name: "Ann", address: {city: 1}};
    tell(nested.cloneWithType(Friend));
    // @output 'map<json>' value cannot be converted to 'Friend': 
    // @output 		{
    // @output 		  missing required field 'address.zip' of type 'int' in record 'Address'
    // @output 		  field 'address.city' in record 'Address' should be of type 'string', found '1'
    // @output 		}
    map<anydata>[] rows = [{low: "x"}, {low: 1}];
    tell(rows.cloneWithType(LimitTable));
    // @output 'map<anydata>[]' value cannot be converted to 'LimitTable': 
    // @output 		field '[0].low' in record 'Limits' should be of type 'int', found '"x"'
    tell("x".cloneWithType(int)); // @output 'string' value cannot be converted to 'int'
    anydata nothing = ();
    tell(nothing.cloneWithType(Person)); // @output cannot convert '()' to type 'Person'
    json many = from int i in 1 ... 30
        select i.toString();
    anydata|error far = many.cloneWithType(Ints);
    if far is error {
        string text = <string>checkpanic far.detail()["message"].ensureType(string);
        string[] lines = re `\n`.split(text);
        io:println(lines.length(), lines[20], lines[21]);
        // @output 22		array element '[19]' should be of type 'int', found '"20"'		...
    }
}

type NestedInts map<map<int>>;

type Pair [string, int];

type Choices Choice[3];

type Shape Circle|Square;

type Ints int[];

type Friend record {|
    string name;
    Address? address;
|};

type LimitTable table<Limits>;
