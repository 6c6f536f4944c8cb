enum Request {
    DRAFT = "draft",
    ACTIVE
}

enum Plan {
    DRAFT = "plan", // @error Redeclared
    ACTIVE
}

const OTHER = "OTHER";

enum More {
    OTHER // @error Redeclared
}
