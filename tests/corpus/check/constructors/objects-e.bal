type Box readonly & object {
    int[] values;
};

type Isolated isolated object {
    int n;
};

function f() {
    Isolated i = object {
        final int n = 1;
    };
    readonly r = object {
        final int[] & readonly ns = [1];
    };
    var mutable = object {
        final int[] ns = [1];
    };
    readonly bad = mutable; // @error IncompatibleTypes
    Box box = object {
        int[] values = numbers(); // @error IncompatibleTypes
    };
    var o1 = object {
        remote function f() { // @error NotANetworkObject
        }
    };
    var o2 = object {
        resource function get x() { // @error NotANetworkObject
        }
    };
    var o3 = client object {
        remote function f() {
        }
        resource function get x() {
        }
    };
    _ = [i, r, bad, box, o1, o2, o3];
}

function numbers() returns int[] => [1];

class Plain {
    remote function f() { // @error NotANetworkObject
    }
}

type IncludedType object {
    int size;
};

var includes = object {
    *IncludedType; // @error InvalidObjectMember
    int size = 1;
};
