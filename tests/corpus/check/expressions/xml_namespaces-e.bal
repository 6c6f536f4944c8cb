xmlns "urn:a";
xmlns "urn:b"; // @error Redeclared
xmlns "" as none; // @error PrefixOfNoNamespace
xmlns "urn:c" as c;

function f(string uri) returns xml {
    xmlns "" as empty; // @error PrefixOfNoNamespace
    xmlns "urn:d" as d;
    xml bad = xml `<a xmlns="${uri}"/>`; // @error InvalidXml
    return xml `<c:a d:b="${uri}">${bad}</c:a>`;
}
