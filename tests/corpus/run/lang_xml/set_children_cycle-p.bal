public function main() {
    xml:Element element = xml `<a><b/></a>`;
    xml:Element inner = <xml:Element>element.getChildren().get(0);
    inner.setChildren(element); // @panic
}
