public type Open record {|
    int n;
|};

type Closed record {|
    int n;
|};

public function shown() {
    hidden();
}

function hidden() {
    Closed _ = {n: 1};
}
