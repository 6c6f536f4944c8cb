import ballerina/io;

int calls = 0;

isolated class Account {
    private map<decimal> balances = {};

    isolated function deposit(string name, decimal amount) returns decimal {
        lock {
            decimal balance = (self.balances[name] ?: 0d) + amount;
            self.balances[name] = balance;
            return balance;
        }
    }
}

final Account account = new;

isolated function pay(string[] names) returns decimal[] {
    return from string name in names
        select account.deposit(name, 2.5d);
}

function note() {
    lock {
        calls += 1;
    }
}

public function main() {
    note();
    io:println(pay(["a", "b", "a"])); // @output [2.5,2.5,5.0]
    lock {
        io:println(calls); // @output 1
    }
}
