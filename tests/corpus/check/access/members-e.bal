type P record {|
    int id;
    string name?;
    string? note?;
|};

class C {
    final int fixed = 1;
    private int hidden = 2;
    int shown = 3;
}

const PAIR = 2;

function f(P p, P? maybe, C c, int[3] three, [int, string] pair, map<int> m, int n, table<P> key<never> t, xml x, readonly & int[] ro) {
    _ = p.age; // @error UnknownField
    _ = n.id; // @error FieldNotAllowed
    _ = maybe.id; // @error FieldOfOptional
    _ = p.note; // @error OptionalFieldWithNil
    _ = n[0]; // @error MemberNotAllowed
    _ = m["a", "b"]; // @error SeveralKeys
    _ = p["age"]; // @error UnknownKey
    _ = three[3]; // @error IndexOutOfRange
    _ = pair[PAIR]; // @error IndexOutOfRange
    _ = t[1]; // @error KeylessTable
    _ = c.hidden; // @error PrivateMember
    _ = x.@id; // @error UnknownAnnotation
    f = g; // @error NotAssignable
    c.fixed = 2; // @error AssignToFinal
    ro[0] = 1; // @error AssignToReadonly
    n.x = 1; // @error FieldNotAllowed
    x[0] = x; // @error MemberNotAssignable
    _ = x.int:MAX_VALUE; // @error NotAnXmlName
    _ = c.shown;
}

final int g = 1;
