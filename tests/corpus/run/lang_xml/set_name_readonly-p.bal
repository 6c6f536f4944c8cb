public function main() {
    xml:Element element = xml `<a/>`;
    xml:Element fixed = element.cloneReadOnly();
    fixed.setName("b"); // @panic
}
