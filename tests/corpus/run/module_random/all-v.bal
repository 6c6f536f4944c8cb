import ballerina/io;
import ballerina/random;

public function main() returns error? {
    float f = random:createDecimal();
    io:println(f >= 0.0 && f < 1.0); // @output true
    int[] seen = [0, 0, 0];
    foreach int _ in 0 ..< 200 {
        int n = check random:createIntInRange(-1, 2);
        seen[n + 1] += 1;
    }
    io:println(seen[0] > 0, seen[1] > 0, seen[2] > 0); // @output truetruetrue
    io:println(random:createIntInRange(5, 5));
    // @output error Error ("End range value must be greater than the start range value")
}
