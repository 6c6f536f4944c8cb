import import_cycle.b;

public function first() {
    b:second();
}
