// Functions on futures.

# Asks a strand to end. It does at its next wait or loop round.
#
# + f - the strand's future
public isolated function cancel(future<any|error> f) returns () = external;
