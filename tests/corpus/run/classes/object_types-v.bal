import ballerina/io;

type Shape object {
    string name;
    function area() returns float;
};

class Circle {
    *Shape;
    float radius;

    function init(float radius) {
        self.name = "circle";
        self.radius = radius;
    }

    function area() returns float => 3.0 * self.radius * self.radius;
}

class Square {
    *Shape;
    float side = 2.0;

    function init() {
        self.name = "square";
    }

    function area() returns float => self.side * self.side;
}

type Named distinct object {
    string name;
};

distinct class Tagged {
    *Named;

    function init(string name) {
        self.name = name;
    }
}

public function main() {
    Shape[] shapes = [new Circle(1.5), new Square()];
    foreach Shape s in shapes {
        io:println(s.name, " ", s.area());
    }
    // @output circle 6.75
    // @output square 4.0
    Tagged t = new ("t");
    any x = t;
    any y = shapes[0];
    io:println(x is Named, y is Named, y is Shape, y is Circle, y is Square); // @output truefalsetruetruefalse
    int start1 = 10;
    var counter = object {
        private int count = start1;

        function next() returns int {
            self.count += 1;
            return self.count;
        }
    };
    io:println(counter.next(), " ", counter.next()); // @output 11 12
}
