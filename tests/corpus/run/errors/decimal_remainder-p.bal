public function main() {
    decimal big = 9.999999999999999999999999999999998E6144d;
    decimal small = 0.01;
    decimal _ = big % small; // @panic the quotient has more digits than a decimal
}
