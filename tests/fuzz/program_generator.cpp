#include "tests/fuzz/program_generator.h"

#include <cstring>

namespace barre::fuzz {

namespace {

constexpr int deepest = 4;

constexpr const char* prelude = R"(
type R record {
    int a;
    string b?;
    float c = 1.5;
};

type Shape readonly & record {|"circle"|"square" kind; decimal size;|};

type Failure distinct error<record {int code;}>;

function pick(boolean yes, int|string a, R|float b) returns int|string|R|float => yes ? a : b;

function id(int|string|float|R|int[]|error? value) returns int|string|float|R|int[]|error? => value;

function half(int n) returns int|Failure => n % 2 == 0 ? n / 2 : error Failure("odd", code = n);

isolated function wide(any|error value) returns any|error => value;

function holds(boolean value) returns boolean => value;

function use(any|error value) {
}

type Item record {|
    int id = 1;
    string[] tags = [];
    string note?;
|};

class Counter {
    private int n;
    final Item item = {};

    function init(int first = 0) {
        self.n = first;
    }

    function add(int by = 1) returns int {
        self.n += by & 255;
        return self.n;
    }
}

type Keyed table<record {|readonly int id; string text;|}> key(id);

function grown(Item[] items, int at) returns Item[] {
    items[at & 15] = {id: at};
    return items;
}

function nested(map<Item[]> items, string key, int at) returns map<Item[]> {
    items[key][at & 3].tags[at & 7] = key;
    return items;
}

function counted(Counter[] counters, int at) returns int {
    counters[at & 7] = new (at & 7);
    return counters[0].add();
}

function appended(int[] list, int n) returns int[] {
    foreach int member in list {
        list.push(member & n);
    }
    return list;
}

function shrunk(int[]|map<int> members, string key) returns int {
    int sum = 0;
    foreach int member in members {
        sum += member & 15;
        if members is int[] {
            members.setLength(1);
        } else {
            _ = members.remove(key);
        }
    }
    return sum;
}

function added(Keyed rows, int id, string text) returns Keyed {
    rows.add({id: id & 3, text});
    rows.put({id: id & 1, text: text + "!"});
    return rows;
}

function waited(int n) returns int|error {
    worker w returns int|error {
        int m = check half(n);
        m + 1 -> function;
        return m;
    }
    int|error got = <- w;
    int|error last = wait w;
    return got is int && last is int ? got ^ last : error("worker");
}

)";

/// The kinds by their letters in forms.
constexpr char letters[] = "IFDSBNLMRTUEX";

/// What expressions of each kind look like; the first of each are leaves. `$I` stands for an int, `$S` for a
/// string, and so on, `@` and `&` for names of their own.
const std::vector<std::vector<const char*>> forms = {
    /* Int */ {"1", "-7", "0", "$I + $I", "$I * 3", "$S.length()", "$L.length()", "$B ? $I : $I", "$R.a",
               "wide($U) is int ? 1 : 2", "<int>$F", "$I & 255", "$L.reduce((@, &) => @ + &, $L.length())",
               "$T[0]", "$M[$S] ?: $I", "let int @ = $I in @ - 1", "int:max($I, $I)"},
    /* Float */ {"1.5", "-0.0", "$F + $F", "<float>$I", "$F / $F", "$R.c", "float:sqrt($F)"},
    /* Decimal */ {"2.50d", "<decimal>$I", "$D - $D", "$D * 2d"},
    /* String */
    {"\"a\"", "\"\"", "$S + $S", "$I.toString()", "string `${$I} ${$S}`", "$R.b ?: $S", "$T[1]",
     "$S.toUpperAscii()", "wide($U) is error ? $S : \"u\"", "$E.message()", "$X.toString()", "$B ? $S : $S"},
    /* Boolean */
    {"true", "false", "$I < $I", "$S.trim() == $S", "!$B", "$B && $B", "wide($U) is string", "$M.hasKey($S)",
     "$L == $L", "wide($R) is record {int a;}", "$T === $T"},
    /* Nil */ {"()", "$B ? () : ()"},
    /* Ints */
    {"[1, 2, 3]", "<int[]>[$I, $I]", "<int[]>[]", "$L.map(@ => @ + 1)", "$L.filter(@ => @ > $I)",
     "from int @ in $L where @ != $I select @ * 2", "<int[]>[...$L, $I]", "$L.slice(0)", "$L.clone()",
     "$L.sort()", "$L.cloneReadOnly()", "from int @ in 0 ..< 3 select @ + $I"},
    /* Map */
    {"<map<int>>{}", "<map<int>>{a: $I}", "<map<int>>{[$S]: $I, \"k\": $I}", "$M.map(@ => @ * 2)",
     "$M.filter(@ => @ < $I)", "map from int @ in $L select [@.toString(), @]"},
    /* Record */
    {"<R>{a: 1}", "<R>{a: $I, b: $S}", "<R>{a: $I, \"d\": $I}", "$B ? $R : $R", "$R.clone()",
     "checkpanic {a: $I}.cloneWithType(R)", "<R>{...$R}"},
    /* Tuple */
    {"<[int, string]>[1, \"t\"]", "<[int, string]>[$I, $S]", "<[int, string, int...]>[$I, $S, $I]",
     "<[int, string] & readonly>[$I, $S]"},
    /* Union */
    {"<int|string>1",
     "<int|string>$I",
     "<int|string>$S",
     "<int|string?>$N",
     "pick($B, $I, $F)",
     "pick($B, $S, $R)",
     "$B ? $I : $S",
     "half($I)",
     "trap $I / $I",
     "$M[$S]",
     "$L.indexOf($I)",
     "<json>{j: [$I, $S]}",
     "$R?.b",
     "<anydata>$R",
     "{a: $I, b: $S}",
     "[$I, $S, $B]",
     "<Shape>{kind: $B ? \"circle\" : \"square\", size: $D}",
     "table key(a) [{a: 1, b: $S}]",
     "int:fromString($S)",
     "$X/*",
     "wide($E) is Failure ? $I : $S",
     "typeof $S",
     "$R[\"zz\"]",
     "function(int @) returns string => $S",
     "stream from int @ in $L select @",
     "$M.keys()",
     "$L.toJson()",
     "$R.toJson()",
     "<[int|string, R?]>[$I, $R]",
     "$L.map(@ => [@, $S])",
     "from var {a, b} in [$R] select {a, b}",
     "error Failure($S, code = $I).detail()",
     "$M.entries()",
     "trap grown([], $I)",
     "trap grown([{id: $I}], $I)",
     "trap nested({}, $S, $I)",
     "trap counted([], $I)",
     "trap appended($L, $I)",
     "trap appended($L.clone(), $I)",
     "trap shrunk($L.clone(), $S)",
     "trap shrunk($M.clone(), $S)",
     "trap added(table [], $I, $S)",
     "waited($I)",
     "new Counter($I).item",
     "checkpanic [{id: $I}].cloneWithType((typeof <Item[2]>[]))",
     "<Item[2]>[]",
     "<[Item, int]>[{}]",
     "from int @ in $L order by @ descending limit 3 select [@, $S]",
     "from int @ in $L join int &z in $L on @ equals &z select @ | &z",
     "from int @ in $L group by int &z = @ % 3 select [&z, [@]]",
     "from int @ in $L let string &z = $S where $B select {@, &z}",
     "from int @ in $L collect count(@)",
     "from [string, int] [@, &z] in $M.entries() select @ + &z.toString()",
     "table key(id) from int @ in $L select {id: @, n: $I}",
     "from string:Char @ in $S select @",
     "stream from int @ in $L where $B select @",
     "trap re `[a-c]+${$S}`.find($S)",
     "`raw ${$I} and ${$S}`.insertions",
     "object { int n = $I; function get() returns int => self.n; }",
     "$B ? $M : $L",
     "{...$M}",
     "[...$L, $S]"},
    /* Error */ {"error(\"e\")", "error($S, code = $I)", "error Failure($S, code = $I)", "error($S, $E)"},
    /* Xml */ {"xml `<a/>`", "xml `<a b=\"${$S}\">${$I}</a>`", "$X + $X", "$X/*", "xml `t`", "$X.<a>"},
};

/// What a variable of several types is declared as, and the tests that narrow it.
constexpr const char* wideType = "int|string|float|R|int[]|error?";
constexpr const char* tests[] = {"is int",
                                 "is string|()",
                                 "is R",
                                 "is error",
                                 "is float|R",
                                 "!is int",
                                 "== 1",
                                 "is json",
                                 "is anydata & readonly",
                                 "is record {int a;}",
                                 "is int[]|error",
                                 "is ()"};

/// What a loop goes over.
constexpr const char* sequences[] = {"$L",
                                     "$M",
                                     "$S",
                                     "$X",
                                     "[$R, $R]",
                                     "0 ... ($I & 7)",
                                     "<int[]|map<int>>$L",
                                     "<string|int[]|map<string>>$S",
                                     "<int[]|stream<int>>$L",
                                     "stream from int @ in $L select @ + 1",
                                     "table key(id) [{id: 1, n: $I}, {id: 2, n: $I}]",
                                     "[$I, $S, $E, $N]",
                                     "<[int, string...]>[$I, $S]",
                                     "$T"};

/// Patterns of a match statement, narrow ones before wide ones; `@` and `&` are variables that they declare.
constexpr const char* patterns[] = {"{a: 1, ...var @}", "[1, var @]",     "error(_, code = var @)",
                                    "{a: var @}",       "[var @, var &]", "error(var @)",
                                    "1|2|\"a\"",        "1.5|()",         "true",
                                    "var @ if @ is int"};
constexpr size_t clauses = 3; ///< of a match statement: patterns that follow each other

} // namespace

size_t ProgramGenerator::below(size_t limit) {
    return atEnd() ? 0 : m_data[m_at++] % limit;
}

std::string ProgramGenerator::expression(Kind kind) {
    const std::vector<std::string>& variables = m_variables[kind];
    if (!variables.empty() && below(3) == 0)
        return variables[below(variables.size())];
    const auto& all = forms[size_t(kind)];
    return "(" + filled(m_depth >= deepest || atEnd() ? all[0] : all[below(all.size())]) + ")";
}

std::string ProgramGenerator::filled(const char* form) {
    ++m_depth;
    const std::string name = "x" + std::to_string(m_names++);
    std::string text;
    for (const char* c = form; *c; ++c) {
        const char* letter = *c == '$' && c[1] ? std::strchr(letters, c[1]) : nullptr;
        if (letter) {
            text += expression(Kind(letter - letters));
            ++c;
        } else if (*c == '@' || (*c == '&' && c[1] != '&' && c[1] != ' ')) {
            text += *c == '@' ? name : name + "y";
        } else {
            text += *c;
        }
    }
    --m_depth;
    return text;
}

void ProgramGenerator::line(const std::string& text) {
    m_text += std::string(size_t(m_indent) * 4, ' ') + text + "\n";
}

void ProgramGenerator::declare(Kind kind, const std::string& value) {
    const std::string name = "v" + std::to_string(m_count++);
    line("var " + name + " = " + value + "; use(" + name + ");");
    m_variables[kind].push_back(name);
}

/// A variable of several types, and blocks in which it has fewer.
void ProgramGenerator::narrowing() {
    static constexpr Kind kinds[] = {Kind::Int,  Kind::String, Kind::Float, Kind::Record,
                                     Kind::Ints, Kind::Error,  Kind::Nil};
    const std::string variable = "w" + std::to_string(m_count++);
    const std::string value = expression(kinds[below(std::size(kinds))]);
    line(std::string(wideType) + " " + variable + " = id(" + value + ");");
    const auto outer = m_variables;
    for (const bool isYes : {true, false}) {
        line(isYes ? "if " + variable + " " + tests[below(std::size(tests))] + " {" : "} else {");
        ++m_indent;
        declare(Kind::Union, variable);
        statement();
        --m_indent;
        m_variables = outer;
    }
    line("}");
}

/// `head {`, a declaration of what the head has declared, statements, and `}`.
void ProgramGenerator::block(const std::string& head, const std::string& variable, const std::string& end) {
    const auto outer = m_variables;
    line(head + " {");
    ++m_indent;
    if (!variable.empty())
        declare(Kind::Union, variable);
    statement();
    if (!end.empty())
        line(end);
    --m_indent;
    m_variables = outer;
}

void ProgramGenerator::loop() {
    const std::string name = "l" + std::to_string(m_count++);
    const bool isWhile = below(3) == 0;
    if (isWhile)
        line("int " + name + " = 0;");
    const std::string head =
        isWhile ? "while " + name + " < 3 && holds(" + expression(Kind::Boolean) + ")"
                : "foreach var " + name + " in " + filled(sequences[below(std::size(sequences))]);
    const char* const jump = below(2) ? "continue" : "break";
    const std::string step =
        isWhile ? name + " += 1;" : "if holds(" + expression(Kind::Boolean) + ") { " + jump + "; }";
    block(head, name, step);
    line("}");
}

void ProgramGenerator::match() {
    const std::string variable = "w" + std::to_string(m_count++);
    line("any|error " + variable + " = wide(" + expression(Kind::Union) + ");");
    line("match " + variable + " {");
    ++m_indent;
    const size_t first = below(std::size(patterns) - clauses + 1);
    for (size_t i = first; i < first + clauses; ++i) {
        const std::string name = "x" + std::to_string(m_names);
        const std::string pattern = filled(patterns[i]);
        block(pattern + " =>", pattern.find(name) == std::string::npos ? "" : name);
        line("}");
    }
    --m_indent;
    line("}");
}

void ProgramGenerator::failing() {
    const std::string name = "e" + std::to_string(m_count++);
    const char* const heads[] = {"do", "transaction", "lock", "retry transaction"};
    const size_t head = below(std::size(heads));
    const std::string end =
        head == 1 || head == 3 ? "check commit;" : "_ = check half(" + expression(Kind::Int) + ");";
    block(heads[head], "", head == 2 ? "" : end);
    if (head != 2)
        block("} on fail error " + name, name);
    line("}");
}

void ProgramGenerator::statement() {
    if (m_indent < 4) {
        switch (below(8)) {
        case 0:
        case 1: return narrowing();
        case 2: return loop();
        case 3: return match();
        case 4: return failing();
        default: break;
        }
    }
    const Kind kind = anyKind();
    declare(kind, expression(kind));
}

std::string ProgramGenerator::program() {
    m_text = std::string(prelude) + "public function main() {\n";
    while (!atEnd() && m_count < 60)
        statement();
    return m_text + "}\n";
}

} // namespace barre::fuzz
