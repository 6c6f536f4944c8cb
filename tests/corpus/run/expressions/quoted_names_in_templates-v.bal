// A quoted identifier in an interpolation, before text that has a single quote of its own.

import ballerina/io;

type Delimiters record {|
    string 'field;
    string component;
|};

public function main() {
    Delimiters delimiters = {'field: "+", component: ":"};
    string 'type = "UNA";
    io:println(string `field '${delimiters.'field}', component '${delimiters.component}'`); // @output field '+', component ':'
    io:println(string `'${'type}' and '${'type}'`); // @output 'UNA' and 'UNA'
}
