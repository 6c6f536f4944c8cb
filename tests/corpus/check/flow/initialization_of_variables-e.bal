int later;
final string once;

function init() {
    _ = later; // @error NotInitialized
    later = 1;
    once = "a";
    once = "b"; // @error AssignToFinal
}

class Fields {
    int a;
    final int b = 1;
    final int c;
    string[] list;

    function init(boolean flag) {
        int n = self.a; // @error NotInitialized
        self.b = n; // @error AssignToFinal
        self.use(); // @error SelfNotInitialized
        self.list.push("x"); // @error NotInitialized
        self.a = n;
        self.c = 1;
        self.c = 2; // @error AssignToFinal
        self.list = [];
        self.use();
        self.list.push("x");
    }

    function use() {
    }
}

class NoInit {
    int a; // @error NoInitialValue
    int b = 1;
}

class SomeWays {
    int a; // @error NoInitialValue
    int b;

    function init(int n) returns error? {
        self.b = n;
        if n < 0 {
            return error("negative");
        }
        if n > 1 {
            self.a = n;
        }
    }
}

class AllWays {
    int a;

    function init(int n) returns error? {
        if n > 1 {
            self.a = n;
        } else if n < 0 {
            return error("negative");
        } else {
            self.a = 0;
        }
    }
}

type Named object {
    string name;
};

class Included {
    *Named; // @error NoInitialValue
}

class IncludedToo {
    *Named;

    function init() {
        self.name = "x";
    }
}

function locals(boolean flag) returns int {
    never n; // @error NeverVariable
    int a;
    if flag {
        a = 1;
    }
    return a; // @error NotInitialized
}
