int own = own + 1; // @error CyclicDefinition

int left = right + 1; // @error CyclicDefinition
int right = left + 1;

int called = callee(); // @error CyclicDefinition

function callee() returns int => called;

Holder holder = new; // @error CyclicDefinition

class Holder {
    int n = 0;

    function init() {
        self.n = holder.n;
    }
}

// Only called later.
function () returns int later = function() returns int => last;
int last = 1;

int first = second;
int second = even(4) ? 1 : 0;

function even(int n) returns boolean => n == 0 || odd(n - 1);

function odd(int n) returns boolean => n != 0 && even(n - 1);
