// A method in an XML step is one of xml, and gives xml.
public function main() {
    xml x = xml `<a><b/></a>`;
    xml _ = x/*.elements().children();
    int _ = x/*.length(); // @error IncompatibleTypes
    xml _ = x/*.nothing(); // @error UnknownMethod
    xml _ = x/<b>.slice("1"); // @error IncompatibleTypes
}
