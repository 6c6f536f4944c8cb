type Counts service object {
    function count() returns int;
};

type Distinct distinct service object {
};

class Listener {
    public function attach(Counts svc, string? attachPoint = ()) returns error? {
    }

    public function detach(Counts svc) returns error? {
    }

    public function 'start() returns error? {
    }

    public function gracefulStop() returns error? {
    }

    public function immediateStop() returns error? {
    }
}

class DistinctListener {
    public function attach(Distinct|Counts svc, string? attachPoint = ()) returns error? {
    }

    public function detach(Distinct svc) returns error? {
    }

    public function 'start() returns error? {
    }

    public function gracefulStop() returns error? {
    }

    public function immediateStop() returns error? {
    }
}

class Half {
    public function attach(Counts svc, string? attachPoint = ()) returns error? {
    }
}

listener Listener counting = new;
listener DistinctListener any1 = new;
listener Half half = new (); // @error NotAListener

service on counting {
    function count() returns int => 1;
}

service on counting, any1 { // @error ServiceNotForListener
}

service on any1 {
}

service Counts on any1 { // @error IncompatibleTypes
}

service Counts on any1 {
    function count() returns int => 1;
}
