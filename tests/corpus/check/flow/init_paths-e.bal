int some; // @error NoInitialValue
int all;

function init() returns error? {
    all = 1;
    if all > 1 {
        return;
    }
    check failing();
    some = 1;
}

function failing() returns error? {
}
