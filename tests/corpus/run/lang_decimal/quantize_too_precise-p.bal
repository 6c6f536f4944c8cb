public function main() {
    decimal large = 123456789012345678901234567890;
    _ = large.quantize(0.00001); // @panic
}
