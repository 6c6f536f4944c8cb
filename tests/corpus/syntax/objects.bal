class Plain {
    int a;
    private final string b = "b";
    public map<int> c = {};

    function init(int a) {
        self.a = a;
    }

    public isolated function get() returns int => self.a;

    function map() {
    }

    function join() {
    }

    function start() {
    }
}

public isolated client class Client {
    *Named;

    remote isolated function send(string text) returns error? {
    }

    resource function get users/[string id]/posts(int page = 1) returns string {
        return id;
    }

    isolated resource function post [int... numbers]() {
    }

    resource function get path/[@note string name]/[int... rest]() {
    }

    resource function get .() {
    }
}

readonly distinct class Fixed {
    # The name
    @note
    public string name = "x";
};

service class Handler {
    remote function onOpen() {
    }
}

type Named object {
    public string name;
    int age;
    *Other;

    public isolated function describe() returns string;

    remote function call();

    resource function get info/[string key]() returns int;
};

type Other distinct service object {
};

type Clients client isolated object {
};

function construct() {
    object {
        int x;
    } first = object {
        int x = 1;

        function get() returns int {
            return self.x;
        }
    };
    var second = service object Other {
        remote function onText() {
        }
    };
    var third = @note isolated client object {
    };
    Plain p = new (1);
    Plain q = new Plain(2);
    var r = new module:Plain(3);
    stream<int, error?> s = new stream<int, error?>(third);
    Plain t = new;
}
