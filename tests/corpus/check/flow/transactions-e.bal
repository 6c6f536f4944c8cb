transactional function work() {
    rollback; // @error NotInTransaction
}

transactional function more() returns error? {
    transaction {
        check commit;
    }
    return;
}

function calls(boolean fails) returns error? {
    work(); // @error NotInTransaction
    transaction {
        work();
        if fails {
            rollback;
        } else {
            check commit;
        }
        work(); // @error NotInTransaction
    }
    transaction { // @error NoCommit
        rollback;
    }
    transaction {
        if fails {
            check commit;
        }
    } // @error TransactionOpen
}

function leaves(int[] list) returns error? {
    foreach int i in list {
        transaction {
            if i > 1 {
                break; // @error TransactionOpen
            }
            if i > 0 {
                return; // @error TransactionOpen
            }
            foreach int j in list {
                if j > i {
                    break;
                }
            }
            check commit;
        }
    }
}

function nested() returns error? {
    do {
        transaction {
            fail error("given up");
            check commit; // @error UnreachableCode
        }
    } on fail {
        work(); // @error NotInTransaction
    }
    transaction {
        transaction {
            check commit;
        }
        check commit;
    }
}

function values(transactional function () f) {
    f(); // @error NotInTransaction
    transactional function () g = () => work();
    function () h = () => work(); // @error IncompatibleTypes
    _ = [g, h];
    transactional worker W { // @error WorkerNotTransactional
    }
}

function tested() returns error? {
    if transactional {
        work();
    }
    transaction {
        check commit;
        if transactional {
            work();
        } else {
            work(); // @error NotInTransaction
        }
    }
    work(); // @error NotInTransaction
}
