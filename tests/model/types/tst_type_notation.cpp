#include "tests/model/types/type_notation.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

#include <doctest/doctest.h>

#include <cctype>
#include <functional>
#include <optional>
#include <stdexcept>
#include <vector>

namespace barre::tests {

using namespace types;

/// A type as written. Nodes that can be recursive remember the placeholder that stood for them.
struct TypeExpression {
    enum class State { New, Open, Done };
    std::string kind;                                      ///< a keyword, an operator or "name"
    std::string text;                                      ///< a name, a literal, a number
    std::vector<std::unique_ptr<TypeExpression>> children; ///< members, in order
    std::vector<std::string> names;                        ///< for each child: field name or mark
    std::vector<std::string> flags; ///< for each child: "?", "readonly", "rest", "method" …
    State state = State::New;
    int depth = 0;
    std::optional<Placeholder> placeholder;
    SemType type;
};

using Expression = std::unique_ptr<TypeExpression>;

namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) { advance(); }

    Expression type() {
        Expression left = intersection();
        while (accept("|"))
            left = binary("|", std::move(left), intersection());
        return left;
    }
    bool atEnd() const { return m_token.empty(); }
    bool accept(std::string_view token) {
        if (m_token != token)
            return false;
        advance();
        return true;
    }
    void expect(std::string_view token) {
        if (!accept(token))
            throw std::runtime_error("expected " + std::string(token) + " before '" + m_token + "' in " +
                                     std::string(m_text));
    }
    std::string word() {
        std::string result = m_token;
        advance();
        return result;
    }

private:
    static bool isWordChar(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '#';
    }

    void advance() {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
        const size_t begin = m_at;
        if (m_at == m_text.size()) {
            m_token.clear();
            return;
        }
        const auto startsWith = [&](std::string_view s) { return m_text.substr(m_at, s.size()) == s; };
        if (m_text[m_at] == '"') {
            m_at = m_text.find('"', m_at + 1) + 1;
        } else if (isWordChar(m_text[m_at]) || (m_text[m_at] == '-' && m_at + 1 < m_text.size())) {
            ++m_at;
            while (m_at < m_text.size() &&
                   (isWordChar(m_text[m_at]) ||
                    ((m_text[m_at] == '.' || m_text[m_at] == ':') && !startsWith("...") &&
                     m_at + 1 < m_text.size() && isWordChar(m_text[m_at + 1]))))
                ++m_at;
        } else if (startsWith("...")) {
            m_at += 3;
        } else if (startsWith("{|") || startsWith("|}")) {
            m_at += 2;
        } else {
            ++m_at;
        }
        m_token = std::string(m_text.substr(begin, m_at - begin));
    }

    static Expression make(std::string kind, std::string text = "") {
        auto result = std::make_unique<TypeExpression>();
        result->kind = std::move(kind);
        result->text = std::move(text);
        return result;
    }
    static void add(Expression& parent, Expression child, std::string name = "", std::string flag = "") {
        parent->children.push_back(std::move(child));
        parent->names.push_back(std::move(name));
        parent->flags.push_back(std::move(flag));
    }
    static Expression binary(std::string kind, Expression left, Expression right) {
        Expression result = make(std::move(kind));
        add(result, std::move(left));
        add(result, std::move(right));
        return result;
    }

    Expression intersection() {
        Expression left = unary();
        while (accept("&"))
            left = binary("&", std::move(left), unary());
        return left;
    }
    Expression unary() {
        if (accept("!")) {
            Expression result = make("!");
            add(result, unary());
            return result;
        }
        if (m_token.rfind("distinct#", 0) == 0) {
            Expression result = make("distinct", word().substr(9));
            add(result, unary());
            return result;
        }
        return postfix();
    }
    Expression postfix() {
        Expression result = primary();
        for (;;) {
            if (accept("?")) {
                result = binary("|", std::move(result), make("name", "()"));
            } else if (m_token == "[") {
                result = dimensions(std::move(result));
            } else {
                return result;
            }
        }
    }
    /// `T[2][3]` is a list of two lists of three.
    Expression dimensions(Expression member) {
        if (!accept("["))
            return member;
        Expression array = make("array", m_token == "]" ? "" : word());
        expect("]");
        add(array, dimensions(std::move(member)));
        return array;
    }
    Expression primary() {
        if (accept("(")) {
            if (accept(")"))
                return make("name", "()");
            Expression inner = type();
            expect(")");
            return inner;
        }
        if (accept("["))
            return tuple();
        for (const char* qualifier : {"isolated", "transactional", "service", "client"})
            if (accept(qualifier)) {
                Expression result = primary();
                result->text += std::string(" ") + qualifier;
                return result;
            }
        if (accept("function"))
            return function();
        if (accept("object"))
            return object();
        if (accept("record"))
            return record();
        if (accept("table"))
            return table();
        for (const char* generic : {"map", "error", "stream", "future", "typedesc", "xml"})
            if (m_token == generic)
                return parameterized();
        return make("name", word());
    }
    Expression parameterized() {
        Expression result = make(word());
        if (!accept("<")) {
            result->text = result->kind;
            result->kind = "name";
            return result;
        }
        do
            add(result, type());
        while (accept(","));
        expect(">");
        return result;
    }
    Expression tuple() {
        Expression result = make("tuple");
        while (!accept("]")) {
            Expression member = type();
            const bool isRest = accept("...");
            add(result, std::move(member), "", isRest ? "rest" : "");
            accept(",");
        }
        return result;
    }
    Expression record() {
        Expression result = make("record");
        const bool isOpen = accept("{");
        if (!isOpen)
            expect("{|");
        while (!accept(isOpen ? "}" : "|}")) {
            std::string flag = accept("readonly") ? (m_token == "..." ? "" : "readonly") : "";
            Expression field = type();
            if (accept("...")) {
                add(result, std::move(field), "", "rest");
            } else {
                std::string name = word();
                if (accept("?"))
                    flag += "?";
                add(result, std::move(field), name, flag);
            }
            expect(";");
        }
        if (isOpen)
            add(result, make("name", "anydata"), "", "rest");
        return result;
    }
    Expression table() {
        expect("<");
        Expression result = make("table");
        add(result, type(), "", "row");
        expect(">");
        if (accept("key")) {
            if (accept("<")) {
                add(result, type(), "", "key");
                expect(">");
                return result;
            }
            expect("(");
            result->text = "(";
            while (!accept(")")) {
                result->text += word() + ",";
                accept(",");
            }
        }
        return result;
    }
    Expression function() {
        Expression result = make("function");
        if (!accept("("))
            return make("anyfunction");
        while (!accept(")")) {
            Expression param = type();
            const bool isRest = accept("...");
            if (m_token != "," && m_token != ")")
                word(); // the name says nothing
            add(result, std::move(param), "", isRest ? "rest" : "");
            accept(",");
        }
        add(result, accept("returns") ? type() : make("name", "()"), "", "returns");
        return result;
    }
    Expression object() {
        Expression result = make("object");
        expect("{");
        while (!accept("}")) {
            std::string flag;
            while (m_token == "public" || m_token == "final" || m_token == "remote")
                flag += word() + " ";
            if (accept("function")) {
                std::string name = word();
                add(result, function(), name, flag + "method");
            } else {
                Expression field = type();
                add(result, std::move(field), word(), flag);
            }
            expect(";");
        }
        return result;
    }

    std::string_view m_text;
    size_t m_at = 0;
    std::string m_token;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TypeResolver {
public:
    explicit TypeResolver(TypeNotation& notation) : m_notation(notation), m_context(notation.m_context) {}

    SemType resolve(TypeExpression& e) {
        if (e.state == TypeExpression::State::Done)
            return e.type;
        const std::optional<BasicType> basicType = recursiveKind(e.kind);
        if (e.state == TypeExpression::State::Open) {
            if (!basicType && e.depth < m_depth)
                return make(e);
            if (!basicType)
                throw std::runtime_error("a type that has itself as a part, at " + e.kind + " " + e.text);
            if (!e.placeholder)
                e.placeholder = m_context.env().declare(*basicType);
            return e.placeholder->type;
        }
        e.state = TypeExpression::State::Open;
        e.depth = m_depth;
        m_depth += basicType.has_value();
        e.type = make(e);
        m_depth -= basicType.has_value();
        e.state = TypeExpression::State::Done;
        return e.type;
    }

private:
    static std::optional<BasicType> recursiveKind(const std::string& kind) {
        static const std::map<std::string, BasicType> kinds = {
            {"array", BasicType::List},        {"tuple", BasicType::List},
            {"map", BasicType::Mapping},       {"record", BasicType::Mapping},
            {"function", BasicType::Function}, {"object", BasicType::Object},
            {"table", BasicType::Table},       {"stream", BasicType::Stream},
            {"future", BasicType::Future},     {"typedesc", BasicType::Typedesc}};
        const auto found = kinds.find(kind);
        return found == kinds.end() ? std::nullopt : std::optional(found->second);
    }
    SemType child(TypeExpression& e, size_t i) { return resolve(*e.children[i]); }
    static const Placeholder* placeholder(const TypeExpression& e) {
        return e.placeholder ? &*e.placeholder : nullptr;
    }

    SemType make(TypeExpression& e) {
        if (e.kind == "name")
            return named(e.text);
        if (e.kind == "|")
            return unite(m_context, child(e, 0), child(e, 1));
        if (e.kind == "&")
            return intersect(m_context, child(e, 0), child(e, 1));
        if (e.kind == "!")
            return complement(m_context, child(e, 0));
        if (e.kind == "distinct")
            return distinctOf(m_context, child(e, 0), static_cast<uint32_t>(std::stoul(e.text)));
        if (e.kind == "array" || e.kind == "tuple")
            return list(e);
        if (e.kind == "map") {
            const SemType member = child(e, 0);
            return mapOf(m_context, member, placeholder(e));
        }
        if (e.kind == "record")
            return record(e);
        if (e.kind == "table")
            return table(e);
        if (e.kind == "error")
            return errorOf(m_context, child(e, 0));
        if (e.kind == "stream") {
            const SemType value = child(e, 0), completion = e.children.size() > 1 ? child(e, 1) : nilType;
            return streamOf(m_context, value, completion, placeholder(e));
        }
        if (e.kind == "future") {
            const SemType value = child(e, 0);
            return futureOf(m_context, value, placeholder(e));
        }
        if (e.kind == "typedesc") {
            const SemType value = child(e, 0);
            return typedescOf(m_context, value, placeholder(e));
        }
        if (e.kind == "xml")
            return xmlOf(m_context, child(e, 0));
        if (e.kind == "function")
            return function(e);
        if (e.kind == "anyfunction")
            return contains(e.text, "isolated") ? isolatedFunctionType(m_context) : functionType;
        return object(e);
    }

    SemType list(TypeExpression& e) {
        ListAtomicType result;
        result.rest = {neverType, true};
        if (e.kind == "array") {
            const Slot slot{child(e, 0), false};
            if (e.text.empty())
                result.rest = slot;
            else
                result.initial = {slot};
            result.fixedLength = e.text.empty() ? 0 : std::stoull(e.text);
            return listOf(m_context, std::move(result), placeholder(e));
        }
        for (size_t i = 0; i < e.children.size(); ++i) {
            const Slot slot{child(e, i), false};
            if (e.flags[i] == "rest")
                result.rest = slot;
            else
                result.initial.push_back(slot);
        }
        result.fixedLength = result.initial.size();
        return listOf(m_context, std::move(result), placeholder(e));
    }
    SemType record(TypeExpression& e) {
        std::vector<Field> fields;
        SemType rest = neverType;
        for (size_t i = 0; i < e.children.size(); ++i) {
            if (e.flags[i] == "rest")
                rest = child(e, i);
            else
                fields.push_back(
                    {e.names[i], child(e, i), contains(e.flags[i], "?"), contains(e.flags[i], "readonly")});
        }
        return recordOf(m_context, fields, rest, placeholder(e));
    }
    SemType table(TypeExpression& e) {
        TableAtomicType result;
        result.row = child(e, 0);
        if (e.children.size() > 1)
            result.keyType = child(e, 1);
        if (!e.text.empty()) {
            result.keyFields.emplace();
            for (size_t at = 1; at < e.text.size();) {
                const size_t end = e.text.find(',', at);
                result.keyFields->push_back(e.text.substr(at, end - at));
                at = end + 1;
            }
            std::vector<SemType> keys;
            for (const std::string& name : *result.keyFields)
                keys.push_back(mappingMemberTypeAt(m_context, result.row, name));
            result.keyType = keys.size() == 1 ? keys[0] : tupleOf(m_context, keys);
        }
        return tableOf(m_context, result, placeholder(e));
    }
    SemType function(TypeExpression& e) {
        FunctionSignature signature;
        for (size_t i = 0; i < e.children.size(); ++i) {
            const SemType type = child(e, i);
            if (e.flags[i] == "rest")
                signature.rest = type;
            else if (e.flags[i] == "returns")
                signature.returns = type;
            else
                signature.params.push_back(type);
        }
        signature.isIsolated = contains(e.text, "isolated");
        signature.isTransactional = contains(e.text, "transactional");
        return functionOf(m_context, signature, placeholder(e));
    }
    SemType object(TypeExpression& e) {
        ObjectAtomicType result;
        for (size_t i = 0; i < e.children.size(); ++i) {
            ObjectMember member;
            member.name = e.names[i];
            member.type = child(e, i);
            const std::string& flag = e.flags[i];
            member.kind = !contains(flag, "method")  ? MemberKind::Field
                          : contains(flag, "remote") ? MemberKind::RemoteMethod
                                                     : MemberKind::Method;
            member.isFinal = contains(flag, "final");
            member.visibility = contains(flag, "public") ? "public" : "test";
            result.members.push_back(std::move(member));
        }
        result.isIsolated = contains(e.text, "isolated");
        result.isService = contains(e.text, "service");
        result.isClient = contains(e.text, "client");
        return objectOf(m_context, result, placeholder(e));
    }

    SemType named(const std::string& name) {
        const auto defined = m_notation.m_definitions.find(name);
        if (defined != m_notation.m_definitions.end())
            return resolve(*defined->second);
        static const std::map<std::string, SemType> known = {{"()", nilType},
                                                             {"boolean", booleanType},
                                                             {"int", intType},
                                                             {"float", floatType},
                                                             {"decimal", decimalType},
                                                             {"string", stringType},
                                                             {"error", errorType},
                                                             {"any", anyType},
                                                             {"handle", handleType},
                                                             {"never", neverType},
                                                             {"future", futureType},
                                                             {"stream", streamType},
                                                             {"typedesc", typedescType},
                                                             {"xml", xmlType},
                                                             {"string:RegExp", regexpType}};
        const auto found = known.find(name);
        if (found != known.end())
            return found->second;
        return contextual(name);
    }
    SemType contextual(const std::string& name) {
        static const std::map<std::string, std::function<SemType(TypeContext&)>> known = {
            {"readonly", [](TypeContext& c) { return c.readonlyType(); }},
            {"anydata", [](TypeContext& c) { return c.anydataType(); }},
            {"json", [](TypeContext& c) { return c.jsonType(); }},
            {"byte", byteType},
            {"string:Char", charType},
            {"int:Signed8", [](TypeContext& c) { return intWidth(c, 8, true); }},
            {"int:Signed16", [](TypeContext& c) { return intWidth(c, 16, true); }},
            {"int:Signed32", [](TypeContext& c) { return intWidth(c, 32, true); }},
            {"int:Unsigned8", [](TypeContext& c) { return intWidth(c, 8, false); }},
            {"int:Unsigned16", [](TypeContext& c) { return intWidth(c, 16, false); }},
            {"int:Unsigned32", [](TypeContext& c) { return intWidth(c, 32, false); }},
            {"xml:Text", [](TypeContext& c) { return xmlItemType(c, XmlItem::Text); }},
            {"xml:Element", [](TypeContext& c) { return xmlItemType(c, XmlItem::Element); }},
            {"xml:Comment", [](TypeContext& c) { return xmlItemType(c, XmlItem::Comment); }},
            {"xml:ProcessingInstruction",
             [](TypeContext& c) { return xmlItemType(c, XmlItem::ProcessingInstruction); }},
            {"true", [](TypeContext& c) { return booleanConst(c, true); }},
            {"false", [](TypeContext& c) { return booleanConst(c, false); }}};
        const auto found = known.find(name);
        return found != known.end() ? found->second(m_context) : literal(name);
    }
    SemType literal(const std::string& text) {
        if (text.size() > 1 && text.front() == '"')
            return stringConst(m_context, std::string_view(text).substr(1, text.size() - 2));
        const bool isNumber = std::isdigit(static_cast<unsigned char>(text[0])) || text[0] == '-';
        if (!isNumber)
            throw std::runtime_error("unknown type " + text);
        if (text.back() == 'd')
            return singletonType(m_context, DecimalText{text});
        if (contains(text, ".") || text.back() == 'f')
            return singletonType(m_context, std::stod(text));
        return intConst(m_context, std::stoll(text));
    }

    TypeNotation& m_notation;
    TypeContext& m_context;
    int m_depth = 0; ///< constructors around; a cycle must pass through one
};

TypeNotation::TypeNotation(TypeContext& context) : m_context(context) {}
TypeNotation::~TypeNotation() = default;

void TypeNotation::define(std::string_view definitions) {
    Reader reader(definitions);
    std::vector<std::string> names;
    while (!reader.atEnd()) {
        reader.expect("type");
        names.push_back(reader.word());
        reader.expect("=");
        m_definitions[names.back()] = reader.type();
        reader.expect(";");
    }
    for (const std::string& name : names)
        m_context.env().setName(TypeResolver(*this).resolve(*m_definitions.find(name)->second), name);
}

SemType TypeNotation::read(std::string_view text) {
    Reader reader(text);
    const Expression expression = reader.type();
    if (!reader.atEnd())
        throw std::runtime_error("more than a type: " + std::string(text));
    return TypeResolver(*this).resolve(*expression);
}

} // namespace barre::tests

TEST_CASE("types: the notation of the tests") {
    barre::types::TypeEnv env;
    barre::types::TypeContext context(env);
    barre::tests::TypeNotation notation(context);
    CHECK(notation.read("int|string") == unite(context, barre::types::intType, barre::types::stringType));
    CHECK(notation.read("int[]?").has(barre::types::BasicType::Nil));
    CHECK_THROWS(notation.read("Unknown"));
    CHECK_THROWS(notation.read("int int"));
    CHECK_THROWS(notation.define("type T = T|int;"));
}
