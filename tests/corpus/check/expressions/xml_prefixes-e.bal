xmlns "http://example.org/outer" as o;

function f(string v) {
    xmlns "http://example.org/inner" as i;
    xml _ = xml `<o:a i:b="x:y"><c xmlns:d="http://example.org/d"><d:e xml:lang="en"/></c></o:a>`;
    xml _ = xml `<x:a/>`; // @error UnknownXmlPrefix
    xml _ = xml `<a x:b="1"/>`; // @error UnknownXmlPrefix
    xml _ = xml `<a b="${v}" x:c="2">${v}</a>`; // @error UnknownXmlPrefix
    xml _ = xml `<!-- <x:a> --><?x y:z?>${v}x:y`;
}

function g() {
    xml _ = xml `<i:a/>`; // @error UnknownXmlPrefix
}
