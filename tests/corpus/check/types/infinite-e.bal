class Link { // @error InfiniteType
    int value;
    Link next;

    function init(int value, Link next) {
        self.value = value;
        self.next = next;
    }
}

class Chain {
    int value;
    Chain? next = ();

    function init(int value) {
        self.value = value;
    }
}

type Ring record {| // @error InfiniteType
    Ring next;
    int value;
|};

function walk(Ring ring, Link link) returns int {
    Ring next = ring.next;
    return next.next.value + link.next.value;
}

class Left { // @error InfiniteType
    Right right;

    function init(Right right) {
        self.right = right;
    }
}

class Right { // @error InfiniteType
    Left left;

    function init(Left left) {
        self.left = left;
    }
}

type Up object { // @error InfiniteType
    Down down;
};

type Down object { // @error InfiniteType
    Up up;
};
