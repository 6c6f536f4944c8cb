function wrong(int... all, int last) returns int => all.length() + last; // @error

function calls() returns int => wrong(1, 2, 3);
