public function main() {
    object {}[] objects = [];
    objects.setLength(1); // @panic
}
