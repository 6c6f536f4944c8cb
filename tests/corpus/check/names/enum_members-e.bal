enum Request {
    DRAFT = "draft",
    ACTIVE
}

enum Plan {
    DRAFT = "plan", // @error Redeclared
    ACTIVE
}

const OTHER = "other";

enum More {
    OTHER // @error Redeclared
}
