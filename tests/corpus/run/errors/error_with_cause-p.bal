function inner() returns error? {
    return error("inner", code = 7);
}

public function main() {
    error? cause = inner();
    if cause is error {
        panic error("outer", cause, flag = true);
    }
}
// @stderr error: outer {"flag":true}
// @stderr 	at main(error_with_cause-p.bal:8)
// @stderr cause: inner {"code":7}
// @stderr 	at inner(error_with_cause-p.bal:2)
// @stderr 	   main(error_with_cause-p.bal:6)
