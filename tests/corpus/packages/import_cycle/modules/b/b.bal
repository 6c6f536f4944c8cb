import import_cycle.a; // @error ImportCycle

public function second() {
}
