=== hello.bal
import ballerina/io;

type Options record {|
    string name = "world";
    int times?;
    boolean loud = false;
|};

public function main(string greeting, Options options, int... numbers) returns error? {
    io:println(greeting, " ", options.name, " ", options?.times, options.loud, numbers);
    if numbers.length() > 2 {
        return error("too many numbers");
    }
    if numbers.length() > 1 {
        panic error("two numbers");
    }
}
=== files.bal
import ballerina/io;

public function main(string[] files, string out, *Options options) {
    io:println(files, " ", out, " ", options.verbose, options?.level, options.tags);
}

type Options record {|
    boolean verbose = false;
    int level?;
    string[] tags = [];
|};
=== library.bal
public function help() {
}
=== variables.bal
import ballerina/io;

final int number = initialised();

function initialised() returns int {
    io:println("initialised");
    return 1;
}

public function answer() returns int => number;
=== empty/README
No program.
=== wrong.bal
int x = "text";
=== commands
$ barre --version
> barre *
$ barre check hello.bal
$ barre check wrong.bal
! wrong.bal:1:9: error: *
exit 1
$ barre run wrong.bal
! wrong.bal:1:9: error: *
exit 1
$ barre run hello.bal -- Hi --name Ann --times=3 7
> Hi Ann 3false[7]
$ barre run hello.bal Hi
> Hi world false[]
$ barre run hello.bal
! error: missing operand argument for parameter 'greeting' of type 'string'
exit 2
$ barre run hello.bal -- Hi x
! error: invalid argument 'x' for parameter *, expected int value
exit 2
$ barre run hello.bal -- Hi --age 3
! error: undefined option: 'age'
exit 2
$ barre run files.bal -- a.txt b.txt c --verbose --tags x --level 2 --tags y
> ["a.txt","b.txt"] c true2["x","y"]
$ barre run files.bal -- c
> [] c false[]
$ barre run files.bal -- --verbose=false a c --tags x
> ["a"] c false["x"]
$ barre run files.bal -- --level x c
! error: invalid argument 'x' for parameter 'level', expected int value
exit 2
$ barre run hello.bal -- Hi 1 2
> Hi world false[1,2]
! error: two numbers
! *main(hello.bal:15)
exit 1
$ barre run hello.bal -- Hi 1 2 3
> Hi world false[1,2,3]
! error: too many numbers
exit 1
$ barre run library.bal
! note: nothing to run: library.bal has no function main, no init and no service
$ barre run variables.bal
> initialised
$ barre run missing.bal
! error: There is no file or folder missing.bal
exit 2
$ barre run empty
! error: nothing to run: there is no .bal file in empty
exit 1
$ barre check missing.bal
! barre check: There is no file or folder missing.bal
exit 2
$ barre run --nonsense hello.bal
! barre run: there is no option '--nonsense'
exit 2
$ cat hello.bal | cmp - hello.bal && barre parse --roundtrip hello.bal | cmp - hello.bal
$ barre format --check hello.bal
