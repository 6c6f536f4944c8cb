function f(int x) {
    match x {
        1 => g(); // @error ExpectedToken
        2 => {
        }
    }
    do {
        check h();
    } on fail {
        g();
    } on fail { // @error SecondOnFail
        g();
    }
    g();
    if x == 1 {
    } on fail { // @error InvalidStatement
    }
}

function g() {
}

function h() returns error? {
}
