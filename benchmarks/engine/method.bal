import ballerina/io;

class Counter {
    int count = 0;

    function add(int n) {
        self.count += n;
    }
}

public function main() {
    Counter counter = new;
    foreach int i in 0 ..< 20000000 {
        counter.add(1);
    }
    io:println(counter.count);
}
