function isTwentyThree(string[] fields) returns boolean {
    return fields[0][0] == "23"; // @warning CharNeverEqual
}

type OneError distinct error;

type TwoError distinct error;

type BothError distinct (OneError|TwoError); // @warning DistinctOfUnion

public function main() returns BothError? {
    _ = isTwentyThree(["2"]);
}
