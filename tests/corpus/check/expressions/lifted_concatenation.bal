public function joined(string? a, string b, xml? c, int? n) returns anydata[] {
    string? first = a + b; // @warning LiftedConcatenation
    string? second = "" +
        b + // @warning LiftedConcatenation
        a;
    xml? third = c + b; // @warning LiftedConcatenation
    int? sum = n + 1;
    string portable = (a ?: "") + b;
    return [first, second, third, sum, portable];
}
