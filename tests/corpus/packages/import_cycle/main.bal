import import_cycle.a;

public function main() {
    a:first();
}
