function f(xml x, int? n, map<string> m) {
    xml _ = xml `<a b="${x}"/>`; // @error IncompatibleTypes
    xml _ = xml `<a>${x}${n}</a>`; // @error IncompatibleTypes
    xml _ = xml `<a b="${1}">${m}</a>`; // @error IncompatibleTypes
}
