function failing() returns error? {
}

function lost(boolean sometimes) returns error? {
    worker A {
        1 -> B; // @warning MessageNotFlushed
        2 -> C;
        3 -> D; // @warning MessageNotFlushed
    }
    worker B returns error? {
        check failing();
        int _ = check <- A;
    }
    worker C {
        int _ = <- A;
    }
    worker D returns error? {
        if sometimes {
            return error("no");
        }
        int _ = check <- A;
    }
    check wait B;
    check wait D;
}

function flushed(boolean sometimes) returns error? {
    worker A returns error? {
        1 -> B;
        check flush B;
        2 -> B;
        3 -> C;
        error? failure = 4 ->> B;
        check flush;
        if failure is error {
            return failure;
        }
        5 -> B; // @warning MessageNotFlushed
        if sometimes {
            check flush B;
        }
        6 -> C; // @warning MessageNotFlushed
        if sometimes {
            return;
        }
        check flush C;
    }
    worker B returns error? {
        check failing();
        int _ = check <- A;
        int _ = check <- A;
        int _ = check <- A;
        int _ = check <- A;
    }
    worker C returns error? {
        check failing();
        int _ = check <- A;
        int _ = check <- A;
    }
    check wait A;
    check wait B;
    check wait C;
}

function conditional(boolean sometimes) returns error? {
    worker A returns error? {
        if sometimes {
            1 -> B;
            check flush B;
        }
        future<error?> later = start failing();
        error? failure = wait later;
        if failure is error {
            return failure;
        }
    }
    worker B returns error? {
        check failing();
        int _ = check <- A;
    }
    check wait A;
    check wait B;
    7 -> E;
    worker E returns error? {
        check failing();
        int _ = check <- function;
    }
    check flush E;
}

public function main() returns error? {
    check lost(true);
    check flushed(true);
    check conditional(false);
}
