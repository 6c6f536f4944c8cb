# What can be printed: a value, or a raw template whose values are put into its text.
public type Printable any|error|PrintableRawTemplate;

# A raw template that can be printed.
public type PrintableRawTemplate object {
    # the fixed parts of the template
    public (string[] & readonly) strings;
    # the values between them
    public Printable[] insertions;
};

# The standard output.
public const int stdout = 1;
# The standard error output.
public const int stderr = 2;

# Where `fprint` writes to.
public type FileOutputStream stdout|stderr;

# Prints values, one behind the other.
#
# + values - the values
public isolated function print(Printable... values) = external;

# Prints values, one behind the other, and a line break.
#
# + values - the values
public isolated function println(Printable... values) = external;

# Prints values to an output.
#
# + fileOutputStream - the output
# + values - the values
public isolated function fprint(FileOutputStream fileOutputStream, Printable... values) = external;

# Prints values and a line break to an output.
#
# + fileOutputStream - the output
# + values - the values
public isolated function fprintln(FileOutputStream fileOutputStream, Printable... values) = external;

# Reads a line from the standard input.
#
# + a - is printed before
# + return - the line without its line break; empty at the end of the input
public isolated function readln(any? a = ()) returns string {
    if a !is () {
        print(a);
    }
    while !hasLine() {
        awaitLine();
    }
    return takeLine();
}

isolated function hasLine() returns boolean = external;

isolated function awaitLine() = external;

isolated function takeLine() returns string = external;
