function steps(xml doc) {
    xml _ = doc/<b>.get(0);
    xml _ = doc/<b>.get("0"); // @error IncompatibleTypes
    xml _ = doc/<b>.forEach(b => ()); // @error IncompatibleTypes
    xml _ = doc/*.unknown(); // @error UnknownMethod
}
