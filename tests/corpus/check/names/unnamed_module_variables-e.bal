int _ = "text"; // @error
var _ = one();

function one() returns int => 1;

public function main() {
}
