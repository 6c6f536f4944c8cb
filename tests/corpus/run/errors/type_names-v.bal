// The text of an error names its type, distinct or not, wherever the type comes from.
import ballerina/io;

type Detail record {
    int code;
};

type Failure error<Detail>;

type Again Failure;

type Plain error;

type Nested error<record {| Nested? inner; |}>;

public function main() {
    Failure named = error Failure("a", code = 1);
    Failure expected = error("b", code = 2);
    Failure? optional = error("c", code = 3);
    error wide = error Again("d", error("cause"), code = 4);
    Plain plain = error Plain("e", code = 5);
    error<Detail> unnamed = error("f", code = 6);
    Nested nested = error("g", inner = error("h", inner = ()));
    io:println(named); // @output error Failure ("a",code=1)
    io:println(expected, optional); // @output error Failure ("b",code=2)error Failure ("c",code=3)
    io:println(wide); // @output error Failure ("d",error("cause"),code=4)
    io:println(plain); // @output error("e",code=5)
    io:println(unnamed is Failure, unnamed.message()); // @output truef
    io:println(nested); // @output error Nested ("g",inner=error Nested ("h",inner=null))
    io:println([named].toBalString()); // @output [error Failure ("a",code=1)]
}
