import ballerina/io;
import ballerina/lang.'transaction as transactions;

isolated function committed(transactions:Info info) {
    io:println("committed, retry ", info.retryNumber);
}

isolated function rolledBack(transactions:Info info, error? cause, boolean willRetry) {
    io:println("rolled back: ", cause is error ? cause.message() : "no cause", ", retry ", info.retryNumber,
            ", again ", willRetry);
}

transactional function work(boolean fails) returns error? {
    transactions:onCommit(committed);
    transactions:onRollback(rolledBack);
    if fails {
        return error("work failed");
    }
}

int attempts = 0;

transactional function flaky(int good) returns error? {
    attempts += 1;
    transactions:onRollback(rolledBack);
    transactions:onCommit(committed);
    if attempts < good {
        return error error:Retriable(string `attempt ${attempts}`);
    }
}

function commitIt() returns error? {
    transaction {
        check work(false);
        io:println(transactional); // @output true
        check commit;
        // @output committed, retry 0
    }
    io:println(transactional); // @output false
}

function failing() returns error? {
    transaction {
        check work(true);
        check commit;
    }
}

function explicitRollback() returns error? {
    transaction {
        check work(false);
        if attempts >= 0 {
            rollback error("not wanted");
        } else {
            check commit;
        }
    }
}

function onFail() {
    transaction {
        check work(true);
        check commit;
    } on fail error e {
        io:println("on fail: ", e.message());
    }
}

function rollbackOnly() returns error? {
    transaction {
        check work(false);
        transactions:setRollbackOnly(error("only rollback"));
        error? e = commit;
        io:println(e is error ? e.message() : "fine");
    }
}


public function main() returns error? {
    check commitIt();
    error? e = failing();
    // @output rolled back: work failed, retry 0, again false
    io:println(e); // @output error("work failed")
    check explicitRollback(); // @output rolled back: not wanted, retry 0, again false
    onFail();
    // @output rolled back: work failed, retry 0, again false
    // @output on fail: work failed
    check rollbackOnly();
    // @output rolled back: only rollback, retry 0, again false
    // @output only rollback
    retry transaction {
        check flaky(3);
        check commit;
    }
    // @output rolled back: attempt 1, retry 0, again true
    // @output rolled back: attempt 2, retry 1, again true
    // @output committed, retry 2
    attempts = 0;
    retry (1) transaction {
        check flaky(5);
        check commit;
    } on fail error failure {
        io:println("gave up: ", failure.message());
    }
    // @output rolled back: attempt 1, retry 0, again true
    // @output rolled back: attempt 2, retry 1, again false
    // @output gave up: attempt 2
}
