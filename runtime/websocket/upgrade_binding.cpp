#include "runtime/websocket/upgrade_binding.h"

#include "model/types/projections.h"
#include "runtime/values/decimal.h"
#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"
#include "runtime/websocket/service_config.h"

#include <charconv>
#include <cstdlib>

namespace barre::runtime::websocket {

using types::BasicType;

namespace {

std::optional<int64_t> parseInt(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<double> parseFloat(const std::string& text) {
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    const bool isPlain = text.find_first_not_of("0123456789+-.eE") == std::string::npos;
    return !text.empty() && isPlain && *end == '\0' ? std::optional(number) : std::nullopt;
}

/// The text as a value of the type; Absent if it is none. A string is taken before a number.
Value scalar(Worker& worker, const std::string& text, const types::SemType& type) {
    Vm& vm = worker.vm();
    const auto accept = [&](Value value) {
        return isOfType(worker.types(), value, type) ? value : Value::absent();
    };
    if (type.has(BasicType::String))
        return accept(vm.string(text));
    if (const auto number = parseInt(text); number && type.has(BasicType::Int))
        return accept(Value::of(*number));
    if (const auto number = parseFloat(text); number && type.has(BasicType::Float))
        return accept(Value::of(*number));
    if (const auto number = decimal::parse(text); number && type.has(BasicType::Decimal))
        return accept(decimalValue(vm.heap(), *number));
    if (type.has(BasicType::Boolean) && (text == "true" || text == "false"))
        return accept(Value::of(text == "true"));
    return Value::absent();
}

/// One text, or all of them when the type is a list.
Value valueOf(Worker& worker, const std::vector<std::string>& texts, const types::SemType& type) {
    if (!type.has(BasicType::List))
        return scalar(worker, texts.front(), type);
    const types::SemType list = types::partOf(worker.types(), type, BasicType::List);
    const types::SemType member = types::listMemberType(worker.types(), list);
    List* result = makeList(worker.vm().heap(), worker.vm().typeTable().of(list), uint32_t(texts.size()));
    for (const std::string& text : texts) {
        const Value value = scalar(worker, text, member);
        if (value.isAbsent())
            return value;
        append(worker.vm().heap(), result, value);
    }
    return Value::of(result);
}

/// The annotation of a parameter: null if it does not have it; `name` is what its field `name` says.
bool isAnnotated(const Vm& vm, const FunctionCode& code, size_t param, std::string_view annotation,
                 std::string& name) {
    for (const ParamAnnotation& entry : code.paramAnnotations) {
        if (entry.param != param || entry.name != annotation)
            continue;
        const Value value = entry.value == noId ? Value::nil() : vm.global(entry.value);
        if (value.isMapping())
            if (const std::string given = textOf(get(value.mapping(), "name")); !given.empty())
                name = given;
        return true;
    }
    return false;
}

std::vector<std::string> headerValues(const http::UpgradeRequest& request, std::string_view name) {
    std::vector<std::string> values;
    for (const http::Header& header : request.head.headers)
        if (http::equalIgnoringCase(header.name, name))
            values.push_back(header.value);
    return values;
}

std::vector<std::string> queryValues(const http::UpgradeRequest& request, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [key, value] : request.uri.query)
        if (key == name)
            values.push_back(value);
    return values;
}

/// Binds the parameters of one request, one after the other.
class Binder {
public:
    Binder(Worker& worker, const FunctionCode& code, const http::UpgradeRequest& request)
        : m_worker(worker), m_code(code), m_request(request) {}

    bool pathParams(const MethodCode& resource, std::span<const std::string> segments) {
        for (size_t i = 0; i < resource.path.size(); ++i) {
            const PathSegmentCode& segment = resource.path[i];
            if (segment.kind == PathSegmentCode::Kind::Name)
                continue;
            const bool isRest = segment.kind == PathSegmentCode::Kind::Rest;
            const auto texts = isRest ? segments.subspan(i) : segments.subspan(i, 1);
            const Value value =
                isRest ? restValue(texts, segment.type) : scalar(m_worker, texts.front(), segment.type);
            if (value.isAbsent())
                return refuse(404, "No resource found for path " + m_request.uri.path);
            if (segment.isBound())
                args.push_back(value);
        }
        return true;
    }

    bool signatureParams() {
        const auto signature = types::functionSignature(m_worker.types(), m_code.type);
        const size_t count = m_code.paramNames.size();
        if (!signature || signature->params.size() < count)
            return refuse(500, "The parameters of the resource are not known");
        const size_t first = signature->params.size() - count;
        for (size_t i = 0; i < count; ++i)
            if (!param(i, signature->params[first + i]))
                return false;
        return true;
    }

    std::vector<Value> args;
    http::Refusal refusal;

private:
    bool refuse(int status, std::string message) {
        refusal = {status, std::move(message)};
        return false;
    }

    Value restValue(std::span<const std::string> texts, const types::SemType& member) {
        const std::vector<std::string> copies(texts.begin(), texts.end());
        const types::SemType list = types::arrayOf(m_worker.types(), member);
        return valueOf(m_worker, copies, list);
    }

    bool param(size_t index, const types::SemType& type) {
        std::string name = m_code.paramNames[index];
        if (type.within(bitOf(BasicType::Object))) {
            args.push_back(requestObject(m_worker.vm(), m_request));
            return true;
        }
        if (isAnnotated(m_worker.vm(), m_code, index, "ballerina/http:Header", name))
            return textParam(index, headerValues(m_request, name), type, 404,
                             "No header value found for: " + name);
        isAnnotated(m_worker.vm(), m_code, index, "ballerina/http:Query", name);
        return textParam(index, queryValues(m_request, name), type, 400,
                         "No query param value found for: " + name);
    }

    bool textParam(size_t index, const std::vector<std::string>& texts, const types::SemType& type,
                   int missing, std::string message) {
        if (texts.empty()) {
            if (index < m_code.paramDefaults.size() && m_code.paramDefaults[index])
                args.push_back(Value::absent());
            else if (type.has(BasicType::Nil))
                args.push_back(Value::nil());
            else
                return refuse(missing, std::move(message));
            return true;
        }
        const Value value = valueOf(m_worker, texts, type);
        if (value.isAbsent())
            return refuse(missing, "'" + texts.front() + "' is not a value of type '" +
                                       typeText(m_worker.types(), type) + "'");
        args.push_back(value);
        return true;
    }

    Worker& m_worker;
    const FunctionCode& m_code;
    const http::UpgradeRequest& m_request;
};

void setField(Vm& vm, Object* object, std::string_view name, std::string_view text) {
    if (Value* field = fieldOf(object, name))
        *field = vm.string(text);
}

Mapping* listMap(Vm& vm, Object* object, std::string_view fieldName) {
    for (const FieldInfo& field : object->info->fields)
        if (field.name->view() == fieldName)
            return makeMap(vm.heap(), vm.typeTable().of(field.type));
    return makeMap(vm.heap(), vm.typeTable().anydataMap());
}

void addToList(Vm& vm, Mapping* map, std::string_view key, std::string_view text) {
    Value* list = find(map, key);
    if (!list) {
        put(vm.heap(), map, makeString(vm.heap(), key),
            Value::of(makeList(vm.heap(), vm.typeTable().stringList())));
        list = find(map, key);
    }
    append(vm.heap(), list->list(), vm.string(text));
}

std::string lowerAscii(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return text;
}

} // namespace

bool matchesPath(std::span<const PathSegmentCode> path, std::span<const std::string> segments) {
    if (path.empty())
        return true;
    const bool hasRest = path.back().kind == PathSegmentCode::Kind::Rest;
    if (hasRest ? segments.size() + 1 < path.size() : segments.size() != path.size())
        return false;
    for (size_t i = 0; i < path.size() - (hasRest ? 1 : 0); ++i)
        if (path[i].kind == PathSegmentCode::Kind::Name && path[i].name != segments[i])
            return false;
    return true;
}

std::variant<std::vector<Value>, http::Refusal> bindUpgrade(Worker& worker, const MethodCode& resource,
                                                            const http::UpgradeRequest& request,
                                                            std::span<const std::string> segments) {
    Binder binder(worker, *worker.vm().function(resource.function).code, request);
    if (!binder.pathParams(resource, segments) || !binder.signatureParams())
        return std::move(binder.refusal);
    return std::move(binder.args);
}

Value requestObject(Vm& vm, const http::UpgradeRequest& request) {
    const ClassInfo* info = vm.findClass("ballerina/http", "Request");
    if (!info)
        return Value::nil();
    Object* object = vm.object(*info);
    setField(vm, object, "rawPath", request.head.target);
    setField(vm, object, "method", request.head.method);
    setField(vm, object, "httpVersion", request.head.version == 11 ? "1.1" : "1.0");
    const std::string* agent = request.head.header("User-Agent");
    setField(vm, object, "userAgent", agent ? *agent : "");
    setField(vm, object, "extraPathInfo", "");
    Mapping* headers = listMap(vm, object, "headers");
    Mapping* query = listMap(vm, object, "query");
    std::vector<std::string> names;
    for (const http::Header& header : request.head.headers) {
        addToList(vm, headers, lowerAscii(header.name), header.value);
        names.push_back(header.name);
    }
    for (const auto& [name, value] : request.uri.query)
        addToList(vm, query, name, value);
    *fieldOf(object, "headers") = Value::of(headers);
    *fieldOf(object, "query") = Value::of(query);
    *fieldOf(object, "names") = vm.stringList(names);
    return Value::of(object);
}

} // namespace barre::runtime::websocket
