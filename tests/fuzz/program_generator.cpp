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

)";

/// The kinds by their letters in forms.
constexpr char letters[] = "IFDSBNLMRTUEX";

/// What expressions of each kind look like; the first of each are leaves. `$I` stands for an int, `$S` for a
/// string, and so on, `@` and `&` for names of their own.
const std::vector<std::vector<const char*>> forms = {
    /* Int */ {"1", "-7", "0", "$I + $I", "$I * 3", "$S.length()", "$L.length()", "$B ? $I : $I", "$R.a",
               "$U is int ? 1 : 2", "<int>$F", "$I & 255", "$L.reduce((@, &) => @ + &, $L.length())", "$T[0]",
               "$M[$S] ?: $I", "let int @ = $I in @ - 1", "int:max($I, $I)"},
    /* Float */ {"1.5", "-0.0", "$F + $F", "<float>$I", "$F / $F", "$R.c", "float:sqrt($F)"},
    /* Decimal */ {"2.50d", "<decimal>$I", "$D - $D", "$D * 2d"},
    /* String */
    {"\"a\"", "\"\"", "$S + $S", "$I.toString()", "string `${$I} ${$S}`", "$R.b ?: $S", "$T[1]",
     "$S.toUpperAscii()", "$U is error ? $S : \"u\"", "$E.message()", "$X.toString()", "$B ? $S : $S"},
    /* Boolean */
    {"true", "false", "$I < $I", "$S.trim() == $S", "!$B", "$B && $B", "$U is string", "$M.hasKey($S)",
     "$L == $L", "$R is record {int a;}", "$T === $T"},
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
     "$E is Failure ? $I : $S",
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
     "$M.entries()"},
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
    line("var " + name + " = " + value + ";");
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

void ProgramGenerator::statement() {
    if (m_indent < 4 && below(3) == 0)
        return narrowing();
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
