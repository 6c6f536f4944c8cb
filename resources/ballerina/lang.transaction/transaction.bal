// Transactions.

# An error of the transaction itself.
public type Error distinct error;

# A moment.
public type Timestamp readonly & object {
    # Milliseconds since 1970.
    #
    # + return - the number
    public isolated function toMillisecondsInt() returns int;

    # The moment as text.
    #
    # + return - the text
    public isolated function toString() returns string;
};

# What is known of a transaction.
public type Info readonly & record {|
    # Its identifier.
    byte[] xid;
    # How often it was tried before.
    int retryNumber;
    # The try before.
    Info? prevAttempt;
    # When it began.
    Timestamp startTime;
|};

# Called when the transaction is committed.
public type CommitHandler isolated function (Info info);

# Called when the transaction is rolled back.
public type RollbackHandler isolated function (Info info, error? cause, boolean willRetry);

readonly class Moment {
    private int milliseconds;

    isolated function init(int milliseconds) {
        self.milliseconds = milliseconds;
    }

    public isolated function toMillisecondsInt() returns int {
        return self.milliseconds;
    }

    public isolated function toString() returns string {
        return self.milliseconds.toString();
    }
}

# The current transaction.
#
# + return - what is known of it
public transactional isolated function info() returns Info = external;

// What a transaction statement does first; a retry knows the attempt before.
isolated function begin(Info? prevAttempt) {
    [byte[], int] [xid, milliseconds] = birth();
    int retryNumber = prevAttempt is () ? 0 : prevAttempt.retryNumber + 1;
    push({xid: xid.cloneReadOnly(), retryNumber, prevAttempt, startTime: new Moment(milliseconds)});
}

isolated function birth() returns [byte[], int] = external;

isolated function push(Info info) = external;

# A transaction by its identifier.
#
# + xid - the identifier
# + return - what is known of it, or nil
public isolated function getInfo(byte[] xid) returns Info? = external;

# Makes a commit impossible.
#
# + e - why
public transactional isolated function setRollbackOnly(error? e) = external;

# Tells whether a commit is impossible.
#
# + return - true if it is
public transactional isolated function getRollbackOnly() returns boolean = external;

# Keeps a value with the transaction.
#
# + data - the value
public transactional isolated function setData(readonly data) = external;

# The value that setData kept.
#
# + return - the value, or nil
public transactional isolated function getData() returns readonly = external;

# Adds a function to call after the commit.
#
# + handler - the function
public transactional isolated function onCommit(CommitHandler 'handler) = external;

# Adds a function to call after a rollback.
#
# + handler - the function
public transactional isolated function onRollback(RollbackHandler 'handler) = external;
