// Argument lists: which parameter takes its value from where.
#include "model/semantics/checker.h"
#include "model/semantics/name_hint.h"
#include "model/semantics/type_resolver.h"

#include <algorithm>

namespace barre::model {

using types::BasicType;

namespace {

const syntax::Expression* argExpression(const syntax::Arg* arg) {
    if (const auto* positional = syntax::PositionalArg::cast(arg))
        return positional->expression();
    if (const auto* named = syntax::NamedArg::cast(arg))
        return named->expression();
    const auto* rest = syntax::RestArg::cast(arg);
    return rest ? rest->expression() : nullptr;
}

} // namespace

void Checker::checkArgsAnyway(const syntax::ArgList* args) {
    if (args)
        for (const syntax::Arg* arg : args->args())
            check(argExpression(arg));
}

/// Binds one argument list. What is found out goes to `call.args`.
class ArgBinder {
public:
    ArgBinder(Checker& checker, const FunctionSymbol* function, const Signature& signature, CallFacts& call,
              TypeBindings* bindings)
        : m_checker(checker), m_function(function), m_signature(signature), m_call(call),
          m_bindings(bindings) {
        m_call.args.resize(signature.params.size());
        m_given.resize(signature.params.size());
    }

    void bindReceiver(const syntax::Expression* receiver, SemType type) {
        if (m_call.args.empty())
            return;
        // `n.sum(1, 2)`: where the only parameter is the rest, the receiver is its first member.
        const bool isRestMember = m_signature.params[0].kind == ParamKind::Rest;
        m_call.args[0].source = isRestMember ? ArgFacts::Source::Rest : ArgFacts::Source::Receiver;
        if (isRestMember)
            m_call.args[0].rest.push_back(receiver);
        m_call.args[0].expr = receiver;
        m_given[0] = true;
        m_next = 1;
        infer(0, type);
        const Parameter& param = m_signature.params[0];
        SemType expected = expectedOf(param);
        if (param.kind == ParamKind::Rest)
            expected = types::listAllMemberTypes(m_checker.m_types, expected);
        m_checker.require(receiver, type, expected);
    }

    bool bind(const syntax::Node* call, const syntax::ArgList* args) {
        if (args)
            for (const syntax::Arg* arg : args->args())
                place(arg);
        // Arguments whose types come from the others are checked after these.
        for (const bool inferred : {false, true})
            for (const Pending& pending : m_pending)
                if (syntax::is<syntax::InferAnonymousFunctionExpr>(pending.expr) == inferred)
                    checkValue(pending);
        complete(call, args);
        return m_ok;
    }

private:
    struct Pending {
        const syntax::Expression* expr;
        size_t param;
        std::string field; ///< of an included record
        bool isRestMember;
        bool isSpread;
    };

    types::TypeContext& types() { return m_checker.m_types; }

    void place(const syntax::Arg* arg) {
        const auto* positional = syntax::PositionalArg::cast(arg);
        if (positional && m_checker.isAggregated(positional->expression()))
            placeSpread(positional, positional->expression());
        else if (positional)
            placePositional(positional->expression());
        else if (const auto* named = syntax::NamedArg::cast(arg))
            placeNamed(named);
        else if (const auto* rest = syntax::RestArg::cast(arg))
            placeSpread(rest, rest->expression());
    }

    void placePositional(const syntax::Expression* expr) {
        const auto& params = m_signature.params;
        if (m_next < params.size() && params[m_next].kind != ParamKind::Rest) {
            m_call.args[m_next].source = ArgFacts::Source::Expr;
            m_call.args[m_next].expr = expr;
            m_given[m_next] = true;
            m_pending.push_back({expr, m_next++, {}, false, false});
            return;
        }
        if (params.empty() || params.back().kind != ParamKind::Rest) {
            if (!std::exchange(m_tooMany, true))
                m_checker.report(DiagnosticCode::TooManyArgs, expr, {std::to_string(params.size())});
            m_checker.check(expr);
            m_ok = false;
            return;
        }
        m_call.args.back().source = ArgFacts::Source::Rest;
        m_call.args.back().rest.push_back(expr);
        m_given.back() = true;
        m_pending.push_back({expr, params.size() - 1, {}, true, false});
    }

    void placeNamed(const syntax::NamedArg* named) {
        const std::string name = syntax::identifierValue(named->name());
        for (size_t i = 0; i < m_signature.params.size(); ++i) {
            const Parameter& param = m_signature.params[i];
            if (param.name != name || param.kind == ParamKind::Rest)
                continue;
            if (m_given[i]) {
                m_checker.report(DiagnosticCode::ArgGivenTwice, named, {name});
                m_checker.check(named->expression());
                return;
            }
            m_given[i] = true;
            m_call.args[i].source = ArgFacts::Source::Expr;
            m_call.args[i].expr = named->expression();
            m_pending.push_back({named->expression(), i, {}, false, false});
            return;
        }
        placeField(named, name);
    }

    void placeField(const syntax::NamedArg* named, const std::string& name) {
        size_t open = m_signature.params.size();
        for (size_t i = 0; i < m_signature.params.size(); ++i) {
            if (!takesField(i, name))
                continue;
            if (m_checker.declaresField(m_signature.params[i].type, name))
                return addField(named, name, i);
            if (open < m_signature.params.size())
                m_checker.report(DiagnosticCode::NamedArgAmbiguous, named->name(), {name});
            open = i;
        }
        if (open < m_signature.params.size())
            return addField(named, name, open);
        m_checker.report(DiagnosticCode::UnknownNamedArg, named->name(), {name});
        hintAtParam(name);
        m_checker.check(named->expression());
        m_ok = false;
        m_hasUnknown = true;
    }

    /// Whether a parameter is an included record that may have the field, and is not given as a whole.
    bool takesField(size_t index, const std::string& name) {
        const Parameter& param = m_signature.params[index];
        const bool isWhole = m_given[index] && m_call.args[index].source != ArgFacts::Source::Fields;
        if (param.kind != ParamKind::IncludedRecord || isWhole)
            return false;
        const SemType value = types::mappingMemberTypeAt(types(), param.type, name);
        return !types::diff(types(), value, types::undefType).isNever();
    }

    void hintAtParam(const std::string& name) {
        NameHint hint(name);
        for (const Parameter& param : m_signature.params)
            hint.offer(param.name);
        m_checker.m_analysis.hint(hint.text());
    }

    void addField(const syntax::NamedArg* named, const std::string& name, size_t param) {
        ArgFacts& arg = m_call.args[param];
        arg.source = ArgFacts::Source::Fields;
        m_given[param] = true;
        for (const auto& [known, expr] : arg.fields)
            if (known == name)
                m_checker.report(DiagnosticCode::ArgGivenTwice, named, {name});
        arg.fields.emplace_back(name, named->expression());
        m_pending.push_back({named->expression(), param, name, false, false});
    }

    void placeSpread(const syntax::Arg* spread, const syntax::Expression* expr) {
        const auto& params = m_signature.params;
        const bool onlyRest = m_next + 1 == params.size() && params.back().kind == ParamKind::Rest;
        if (onlyRest ||
            (m_next >= params.size() && !params.empty() && params.back().kind == ParamKind::Rest)) {
            m_call.args.back().source = ArgFacts::Source::Rest;
            m_call.args.back().rest.push_back(spread);
            m_given.back() = true;
            m_pending.push_back({expr, params.size() - 1, {}, true, true});
            return;
        }
        spreadOverParams(spread, expr);
    }

    /// `f(...list)` where members of the list are for parameters before the rest parameter.
    void spreadOverParams(const syntax::Arg* spread, const syntax::Expression* expr) {
        const SemType anyList = types::arrayOf(types(), types::valueType);
        const bool isQuery = syntax::is<syntax::QuerySelectExpr>(expr);
        const SemType list = m_checker.checkSpread(expr, isQuery ? &anyList : nullptr);
        if (isPoison(list)) {
            m_ok = false;
            return;
        }
        if (list.within(BasicType::Mapping))
            return spreadMapping(spread, expr, list);
        if (!list.within(BasicType::List)) {
            m_checker.report(DiagnosticCode::SpreadNotList, spread, {m_checker.text(list)});
            m_ok = false;
            return;
        }
        types::LengthBounds bounds = types::listLengthBounds(types(), list);
        if (m_call.nilIfEmpty)
            bounds.min = std::max<uint64_t>(bounds.min, 1);
        uint32_t index = 0;
        const auto& params = m_signature.params;
        for (; m_next < params.size() && params[m_next].kind != ParamKind::Rest; ++m_next, ++index) {
            if (index >= bounds.min && params[m_next].kind != ParamKind::Required)
                break;
            if (index >= bounds.min)
                return; // complete() says which parameter lacks a value
            ArgFacts& arg = m_call.args[m_next];
            arg.source = ArgFacts::Source::SpreadMember;
            arg.expr = expr;
            arg.index = index;
            m_given[m_next] = true;
            const SemType member = types::listMemberTypeAt(types(), list, index);
            infer(m_next, member);
            m_ok = m_checker.require(spread, member, expectedOf(params[m_next])) && m_ok;
        }
        const bool hasMore = !bounds.max || *bounds.max > index;
        if (!hasMore)
            return;
        if (params.empty() || params.back().kind != ParamKind::Rest) {
            m_checker.report(DiagnosticCode::TooManyArgs, spread, {std::to_string(params.size())});
            m_ok = false;
            return;
        }
        ArgFacts& rest = m_call.args.back();
        rest.source = ArgFacts::Source::Rest;
        rest.rest.push_back(spread);
        rest.index = index;
        m_given.back() = true;
        SemType members = types::neverType;
        for (uint64_t i = index; i < bounds.min + 1 && i < index + 1000; ++i)
            members = types::unite(types(), members, types::listMemberTypeAt(types(), list, i));
        if (!bounds.max)
            members = types::unite(types(), members, types::listMemberTypeAt(types(), list, bounds.min + 1));
        m_ok = m_checker.require(spread, members,
                                 types::listAllMemberTypes(types(), expectedOf(params.back()))) &&
               m_ok;
    }

    void spreadMapping(const syntax::Arg* spread, const syntax::Expression* expr, SemType mapping) {
        for (; m_next < m_signature.params.size(); ++m_next) {
            const Parameter& param = m_signature.params[m_next];
            if (param.kind == ParamKind::Rest || m_given[m_next] ||
                !types::isRequiredField(types(), mapping, param.name))
                continue;
            ArgFacts& arg = m_call.args[m_next];
            arg.source = ArgFacts::Source::SpreadField;
            arg.expr = expr;
            arg.field = param.name;
            m_given[m_next] = true;
            m_ok = m_checker.require(spread, types::mappingMemberTypeAt(types(), mapping, param.name),
                                     expectedOf(param)) &&
                   m_ok;
        }
    }

    const syntax::TypeDesc* descriptorOf(const Parameter& param) {
        return m_bindings && param.decl ? paramDescriptor(static_cast<const syntax::Param*>(param.decl))
                                        : nullptr;
    }

    /// The declared type, with what is known of its type parameters.
    SemType expectedOf(const Parameter& param) {
        const syntax::TypeDesc* desc = descriptorOf(param);
        if (!desc)
            return param.type;
        const SemType type = m_checker.instantiate(*m_function, desc, *m_bindings);
        if (param.kind != ParamKind::Rest || isPoison(type))
            return type;
        return types::arrayOf(types(), type);
    }

    void infer(size_t index, SemType type) {
        const Parameter& param = m_signature.params[index];
        const syntax::TypeDesc* desc = descriptorOf(param);
        if (!desc || isPoison(type))
            return;
        m_checker.inferBindings(*m_function, desc, type, *m_bindings);
        if (!param.name.empty() && type.within(BasicType::Typedesc) && !type.isNever())
            m_bindings->emplace(param.name, types::typedescDescribedType(types(), type));
    }

    /// Whether only the argument says what the functions return that the parameter takes.
    bool returnsOpenType(const Parameter& param) {
        const auto* desc = syntax::FunctionTypeDesc::cast(descriptorOf(param));
        const auto* signature = desc ? desc->functionSignature() : nullptr;
        const auto* returns = signature ? signature->returnTypeDescriptor() : nullptr;
        const std::string name = returns ? typeParamName(*m_function, returns->typeDescriptor()) : std::string();
        return !name.empty() && !m_bindings->contains(name);
    }

    void checkValue(const Pending& pending) {
        const Parameter& param = m_signature.params[pending.param];
        SemType expected = expectedOf(param);
        if (!pending.field.empty() && !isPoison(expected))
            expected = types::diff(types(), types::mappingMemberTypeAt(types(), expected, pending.field),
                                   types::undefType);
        else if (pending.isRestMember && !pending.isSpread && !isPoison(expected))
            expected = types::listAllMemberTypes(types(), expected);
        if (returnsOpenType(param))
            m_checker.m_openResult = pending.expr;
        const SemType found =
            pending.isSpread ? m_checker.checkSpread(pending.expr, isPoison(expected) ? nullptr : &expected)
                             : m_checker.check(pending.expr, isPoison(expected) ? nullptr : &expected);
        if (!pending.isRestMember && pending.field.empty())
            infer(pending.param, m_checker.broadType(pending.expr, found));
        else if (pending.isRestMember && !isPoison(found))
            m_checker.inferRest(m_function, descriptorOf(param), found, pending.isSpread, m_bindings);
        expected =
            m_bindings && pending.field.empty() && !pending.isRestMember ? expectedOf(param) : expected;
        if (isPoison(found) || isPoison(expected)) {
            m_ok = m_ok && !isPoison(found);
            return;
        }
        if (pending.isSpread && found.within(BasicType::List))
            m_ok = m_checker.require(pending.expr, types::listAllMemberTypes(types(), found),
                                     types::listAllMemberTypes(types(), expected)) &&
                   m_ok;
        else
            m_ok = m_checker.require(pending.expr, found, expected) && m_ok;
    }

    void complete(const syntax::Node* call, const syntax::ArgList* args) {
        for (size_t i = 0; i < m_signature.params.size(); ++i) {
            const Parameter& param = m_signature.params[i];
            ArgFacts& arg = m_call.args[i];
            if (param.kind == ParamKind::Rest)
                arg.source = ArgFacts::Source::Rest;
            else if (param.kind == ParamKind::IncludedRecord &&
                     (!m_given[i] || arg.source == ArgFacts::Source::Fields))
                completeRecord(call, param, arg);
            else if (!m_given[i] && param.defaultValue && !m_function)
                completeByDescriptor(call, param, arg);
            else if (!m_given[i] && param.kind == ParamKind::Required && !m_tooMany && !m_hasUnknown) {
                const syntax::Node* place = args ? static_cast<const syntax::Node*>(args) : call;
                m_checker.report(DiagnosticCode::MissingArg, place,
                                 {param.name.empty() ? std::to_string(i + 1) : param.name});
                m_ok = false;
            }
        }
    }

    /// A function value is called with the default of the type descriptor, whatever that of the function is.
    void completeByDescriptor(const syntax::Node* call, const Parameter& param, ArgFacts& arg) {
        arg.source = ArgFacts::Source::Closure;
        arg.closure = m_checker.defaultClosure(param.defaultValue);
        if (arg.closure && m_checker.reachesCaptures(*arg.closure))
            return;
        m_checker.report(DiagnosticCode::DefaultOutOfReach, call, {param.name});
        m_ok = false;
    }

    void completeRecord(const syntax::Node* call, const Parameter& param, ArgFacts& arg) {
        arg.source = ArgFacts::Source::Fields;
        const RecordSymbol* record = m_checker.m_analysis.recordOfType(param.type);
        const auto mapping =
            isPoison(param.type) ? std::nullopt : types::mappingAtomicType(types(), param.type);
        if (!mapping)
            return;
        for (size_t i = 0; i < mapping->names.size(); ++i) {
            const std::string& name = mapping->names[i];
            const auto given = [&](const auto& field) { return field.first == name; };
            const FieldSymbol* field = record ? record->field(name) : nullptr;
            if (mapping->slots[i].isOptional() || (field && field->initializer) ||
                std::any_of(arg.fields.begin(), arg.fields.end(), given))
                continue;
            m_checker.report(DiagnosticCode::MissingArg, call, {name});
            m_ok = false;
        }
    }

    Checker& m_checker;
    const FunctionSymbol* m_function;
    const Signature& m_signature;
    CallFacts& m_call;
    TypeBindings* m_bindings;
    std::vector<bool> m_given;
    std::vector<Pending> m_pending;
    size_t m_next = 0;
    bool m_ok = true;
    bool m_tooMany = false;
    bool m_hasUnknown = false; ///< a name that no parameter has: it may be meant for one that is missing
};

void Checker::inferRest(const FunctionSymbol* function, const syntax::TypeDesc* desc, SemType found,
                        bool isSpread, TypeBindings* bindings) {
    if (!bindings || !desc || !function)
        return;
    inferBindings(*function, desc, isSpread ? types::listAllMemberTypes(m_types, found) : found, *bindings);
}

bool Checker::bindArgs(const syntax::Node* expr, const FunctionSymbol* function, const Signature& signature,
                       const syntax::ArgList* args, CallFacts& call, TypeBindings* bindings,
                       const syntax::Expression* receiverExpr, SemType receiver) {
    ArgBinder binder(*this, function, signature, call, bindings);
    const auto isRest = [](const Parameter& param) { return param.kind == ParamKind::Rest; };
    if (!signature.params.empty() &&
        std::any_of(signature.params.begin(), signature.params.end() - 1, isRest)) {
        checkArgsAnyway(args); // what is wrong is told where it is declared
        return false;
    }
    if (call.kind == CallKind::Langlib)
        binder.bindReceiver(receiverExpr, receiver);
    return binder.bind(expr, args);
}

} // namespace barre::model
