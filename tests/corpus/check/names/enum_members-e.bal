enum Request {
    DRAFT = "draft",
    ACTIVE
}

enum Plan {
    DRAFT = "plan", // @error Redeclared
    ACTIVE
}

enum Colour {
    RED,
    GREEN,
    RED // @error Redeclared
}

const OTHER = "other";

enum More {
    OTHER // @error Redeclared
}
