// A match that takes every value by its types: the reference does not see it, and wants a clause `_` or an end
// behind it. Neither is a mistake here; a function without them is told of.

enum Level {
    LOW,
    HIGH
}

function bare(Level level) returns string {
    match level {
        LOW => {
            return "low";
        }
        HIGH => {
            return "high";
        }
    }
} // @warning EndSeemsReached

function withPanic(Level level) returns string {
    match level {
        LOW|HIGH => {
            return "any";
        }
    }
    panic error("no such level");
}

function withClause(Level level) returns string {
    match level {
        LOW => {
            return "low";
        }
        HIGH => {
            return "high";
        }
        _ => {
            return level;
        }
    }
}

function withStatement(1|2 n) returns int {
    match n {
        1 => {
            return 1;
        }
        2 => {
            return 2;
        }
    }
    int sum = n + 1;
    return sum;
}

function obvious(boolean b) returns int {
    match b {
        true => {
            return 1;
        }
        false => {
            return 0;
        }
    }
    int sum = 2; // @error UnreachableCode
    return sum;
}

function obviousWithReturn(boolean b) returns int {
    match b {
        true => {
            return 1;
        }
        false => {
            return 0;
        }
    }
    return 2;
}

function twice(Level level) returns int {
    match level {
        LOW|_ => {
            return 1;
        }
        HIGH => { // @error ClauseUnreachable
            return 2;
        }
    }
}

function wildcards(any x) returns int {
    match x {
        1 => {
            return 1;
        }
        _|_ => { // @error DuplicatePattern
            return 2;
        }
    }
}

public function main() {
    Level[] levels = [LOW, HIGH];
    foreach Level level in levels {
        _ = bare(level) + withPanic(level) + withClause(level);
        _ = twice(level) + withStatement(1) + obvious(true) + obviousWithReturn(false) + wildcards(());
    }
}
