function half(int n) returns int|error => n % 2 == 0 ? n / 2 : error("odd", number = n);

function explode() {
    panic error("boom");
}
