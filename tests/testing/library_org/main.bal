import extra.parts;

public function joined() returns string => parts:joined(["a", "b"]);
