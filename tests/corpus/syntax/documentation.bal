# Adds two numbers.
#
# ```ballerina
# int three = add(1, 2);
# ```
# + a - the first
# + b - the second,
#       on two lines
# + return - their sum
# # Deprecated
# Use `+`.
@deprecated
public function add(int a, int b) returns int => a + b; // trailing

    // An odd indentation,   with   spaces
	# Tabs
type   Spaced

    record   {|   int   a ;   // inside
        # Field
        string b ; |} ;

# Of an enumeration
enum Size {
    # Small
    SMALL, // behind a comma
    LARGE
}
// The end, without a line break