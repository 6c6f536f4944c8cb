"""Writes a package of 20,000 lines as people write them: records, functions, classes, constants, in several files."""
import os

PART = """
# What part {n} knows of one order.
#
# + id - identifies it
# + items - what was ordered
public type Order{n} record {{|
    int id;
    string customer = "nobody";
    Item{n}[] items;
    decimal total?;
|}};

public type Item{n} record {{|
    readonly string sku;
    int count;
    float weight = 0.5;
|}};

type Failure{n} distinct error<record {{| int code; |}}>;

const int LIMIT_{n} = {n} * 10 + 5;

public enum State{n} {{
    OPEN_{n},
    PAID_{n},
    SENT_{n} = "sent"
}}

isolated function weigh{n}(Order{n} 'order) returns float {{
    float sum = 0;
    foreach Item{n} item in 'order.items {{
        sum += item.weight * <float>item.count;
    }}
    return sum;
}}

function describe{n}(Order{n}|Failure{n}|State{n} thing) returns string {{
    if thing is Failure{n} {{
        return string `failed with ${{thing.detail().code}}: ${{thing.message()}}`;
    }} else if thing is State{n} {{
        match thing {{
            OPEN_{n} => {{
                return "open";
            }}
            _ => {{
                return "closed";
            }}
        }}
    }}
    string[] names = from Item{n} item in thing.items
        where item.count > 0
        order by item.sku
        select item.sku + " x " + item.count.toString();
    return string:'join(", ", ...names);
}}

function find{n}(Order{n}[] orders, int id) returns Order{n}|Failure{n} {{
    int index = 0;
    while index < orders.length() {{
        Order{n} 'order = orders[index];
        if 'order.id == id {{
            return 'order;
        }}
        index += 1;
    }}
    return error Failure{n}("no such order", code = LIMIT_{n});
}}

class Register{n} {{
    private final map<Order{n}> orders = {{}};
    private int changes = 0;

    function add(Order{n} 'order) returns error? {{
        string key = 'order.id.toString();
        if self.orders.hasKey(key) {{
            return error("there is one already", id = 'order.id);
        }}
        self.orders[key] = 'order;
        self.changes += 1;
        io:println("added ", key, " of ", weigh{n}('order));
    }}

    function total() returns decimal {{
        decimal sum = 0;
        foreach Order{n} 'order in self.orders {{
            sum += 'order?.total ?: 0.0d;
        }}
        return sum;
    }}
}}

function use{n}(string text) returns int|error {{
    Register{n} register = new;
    int id = check int:fromString(text);
    check register.add({{id, items: [{{sku: "a", count: 1}}, {{sku: "b", count: 2, weight: 1.5}}]}});
    Order{n} found = check find{n}([], id);
    log:printInfo(describe{n}(found), id = id, total = register.total());
    json content = {{"id": id, "texts": [text, found.customer]}};
    string copied = check content.id.ensureType();
    return copied.length() + (found.total is decimal ? 1 : 0);
}}
"""


def write(folder, lines=20_000, lines_per_file=1_000):
    """Writes the package and returns how many lines its files have."""
    with open(os.path.join(folder, "Ballerina.toml"), "w") as manifest:
        manifest.write('[package]\norg = "bench"\nname = "big"\nversion = "0.1.0"\n')
    parts = -(-lines // PART.count("\n"))
    parts_per_file = lines_per_file // PART.count("\n")
    written = 0
    for first in range(0, parts, parts_per_file):
        numbers = range(first, min(first + parts_per_file, parts))
        text = "import ballerina/io;\nimport ballerina/log;\n" + "".join(PART.format(n=n) for n in numbers)
        if first == 0:
            text += "\npublic function main() returns error? {\n    io:println(use0(\"1\"));\n}\n"
        written += text.count("\n")
        with open(os.path.join(folder, f"part{first}.bal"), "w") as file:
            file.write(text)
    return written
