int a = 1;
int b; // @error NoInitialValue

function f() returns int => a + b;
