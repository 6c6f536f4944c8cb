function strayParts() {
    else {
        f();
    }
    on fail error e {
        g();
    }
    @note
    h() + 1;
    => {
    }
    # Documentation
    i();
    return 1 2;
}

function secondOnFail() {
    do {
        f();
    } on fail error e {
        g();
    } on fail {
        h();
    }
    if a {
    } on fail {
    }
    i();
}
