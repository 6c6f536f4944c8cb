class Giver {
    function init() returns int { // @error EntryReturn
        return 1;
    }
}

class Failing {
    function init() returns error? {
    }
}

class First { // @error CyclicDefinition
    *Second;
}

class Second { // @error CyclicDefinition
    *First;
}

listener int count = 1; // @error NotAListener
listener Giver giver = new; // @error NotAListener

service /a on new Failing() { // @error NotAListener
}

function starts() {
    future<int> _ = start 1 + 1; // @error StartNeedsCall
    future<()> _ = start starts();
}

public function main(string name, object {} wrong) { // @error MainParam
}
