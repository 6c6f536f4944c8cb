import ballerina/io;
import ballerina/lang.'transaction as transactions;

// info, getInfo, setRollbackOnly, getRollbackOnly, setData, getData, onCommit, onRollback
public function main() returns error? {
    transaction {
        transactions:Info info = transactions:info();
        io:println(info.retryNumber, info.prevAttempt is (), info.xid.length() > 0); // @output 0truetrue
        io:println(info.startTime.toMillisecondsInt() > 1600000000000); // @output true
        transactions:Info? same = transactions:getInfo(info.xid);
        io:println(same is transactions:Info && same.xid == info.xid); // @output true
        io:println(transactions:getData() is (), transactions:getRollbackOnly()); // @output truefalse
        transactions:setData("kept");
        io:println(transactions:getData()); // @output kept
        transactions:onCommit(isolated function(transactions:Info i) {
            io:println("committed");
        });
        transactions:onRollback(isolated function(transactions:Info i, error? cause, boolean willRetry) {
            io:println("never");
        });
        check commit; // @output committed
    }
    error? result = doomed();
    io:println(result is error); // @output true
    // @output rolled back no reason false
    // @output true
}

function doomed() returns error? {
    transaction {
        transactions:onRollback(isolated function(transactions:Info i, error? cause, boolean willRetry) {
            io:println("rolled back ", cause is error ? cause.message() : "without", " ", willRetry);
        });
        transactions:setRollbackOnly(error("no reason"));
        io:println(transactions:getRollbackOnly());
        check commit;
    }
}
