// A field whose type is a mistake is told of once: what is done with it is no mistake of its own.
type Message record {
    strin text = ""; // @error UnknownName
    string[] to = [];
};

class Counter {
    integer count = 0; // @error UnknownName
}

function f(Message m, Message? other, Counter counter) returns string {
    string said = m.text.trim();
    int length = m.text.length() + counter.count;
    string? mine = other?.text;
    if m.text == "" || length > 1 {
        return said + m.text;
    }
    return mine ?: m.text;
}
