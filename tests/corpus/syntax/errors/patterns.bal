function patterns() {
    int = 5;
    [a, 1] = b;
    foreach int 5 in c {
    }
    match d {
        ) => {
        }
    }
    f(# not here
    );
}

class Dangling {
    int a;
    # Describes nothing
}

function g(
    # A parameter
    int a) {
}

# Describes nothing
