import ballerina/io;

class Account {
    public final string owner;
    private int balance;
    string[] history = [];

    function init(string owner, int balance = 0) {
        self.owner = owner;
        self.balance = balance;
    }

    function deposit(int amount) returns error? {
        if amount <= 0 {
            return error("amount must be positive");
        }
        self.balance += amount;
        self.history.push("+" + amount.toString());
    }

    function getBalance() returns int => self.balance;

    function twice(function (int) returns int f) returns int {
        self.balance = f(f(self.balance));
        return self.getBalance();
    }
}

class Empty {
}

class Failing {
    int n;

    function init(int n) returns error? {
        if n < 0 {
            return error("negative");
        }
        self.n = n;
    }
}

public function main() returns error? {
    Account a = new ("ann");
    check a.deposit(50);
    error? e = a.deposit(-1);
    io:println(e is error); // @output true
    io:println(a.owner, " ", a.getBalance(), " ", a.history); // @output ann 50 ["+50"]
    Account b = new Account("bob", balance = 5);
    io:println(b.twice(x => x * 3)); // @output 45
    function () returns int bound = b.getBalance;
    io:println(bound()); // @output 45
    Empty one = new;
    Empty two = new Empty();
    io:println(one === two, one === one); // @output falsetrue
    Failing|error f = new Failing(-1);
    io:println(f is error); // @output true
    Failing g = check new (4);
    io:println(g.n); // @output 4
    object {
        function getBalance() returns int;
    } counted = a;
    io:println(counted.getBalance()); // @output 50
}
