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
