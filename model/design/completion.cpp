// What may be written at a place. One class, since all questions are about the same place.
#include "model/design/completion.h"

#include "model/design/completion_words.h"
#include "model/project/snapshot.h"
#include "model/semantics/completion.h"
#include "model/semantics/library.h"
#include "model/syntax/documentation.h"
#include "model/syntax/nodes.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"

#include <algorithm>
#include <cctype>

namespace barre::design {

using namespace model;
using syntax::Node;
using syntax::Token;
using syntax::TokenKind;

namespace {

/// Where the word that ends at the offset begins.
uint32_t wordBegin(std::string_view text, uint32_t offset) {
    while (offset > 0 &&
           (std::isalnum(uint8_t(text[offset - 1])) || text[offset - 1] == '_' || text[offset - 1] == '\''))
        --offset;
    return offset;
}

std::string firstParagraph(const Node* declaration) {
    if (!declaration)
        return {};
    const std::string text = syntax::documentationOf(declaration).description;
    return text.substr(0, text.find("\n\n"));
}

class Finder {
public:
    Finder(const Snapshot& snapshot, const SourceFile& file, const SourceModule& module, uint32_t offset)
        : m_package(*snapshot.package()), m_model(*module.semantics), m_tree(*file.tree),
          m_types(m_package.library->typeEnv()), m_offset(offset) {
        const auto& files = m_model.module().files;
        m_file = uint32_t(std::ranges::find(files, file.path) - files.begin());
    }

    Completions find() {
        findPlace();
        if (m_isInText)
            return {};
        addAll();
        std::ranges::stable_partition(m_result.items, [](const Completion& item) { return item.isExpected; });
        return std::move(m_result);
    }

private:
    // The place
    // ----------------------------------------------------------------------------------------------------------

    /// The word that ends at the offset, and the token before it.
    void findPlace() {
        m_result.word = {wordBegin(m_tree.text(), m_offset), m_offset};
        for (const Token* token : m_tree.tokens()) {
            if (token->isMissing())
                continue;
            if (token->range().begin == m_result.word.begin && !m_result.word.isEmpty())
                m_word = token;
            if (token->range().begin >= m_result.word.begin)
                break;
            m_left = m_before;
            m_before = token;
        }
        m_isInText = isInLiteral() || isInComment();
    }

    bool isInLiteral() const {
        if (!m_before)
            return false;
        const TokenKind kind = m_before->kind();
        const bool isText = kind == TokenKind::StringLiteral || kind == TokenKind::TemplateContent ||
                            kind == TokenKind::DocumentationLine || kind == TokenKind::IntLiteral;
        return isText && m_before->range().end >= m_offset;
    }

    bool isInComment() const {
        const uint32_t from = m_before ? m_before->range().end : 0;
        const std::string_view gap = m_tree.text({from, m_result.word.begin});
        return gap.find("//", gap.rfind('\n') == gap.npos ? 0 : gap.rfind('\n')) != gap.npos;
    }

    void addAll() {
        if (const ModuleSymbol* module = moduleBeforeColon())
            return addModuleMembers(*module);
        switch (m_before ? m_before->kind() : TokenKind::Invalid) {
        case TokenKind::Dot:
        case TokenKind::OptionalChaining: return addMembers(false);
        case TokenKind::RightArrow: return addMembers(true);
        case TokenKind::At: return addAnnotations();
        default: break;
        }
        findExpected();
        addFields();
        addArgs();
        addValues();
        addVisible();
        addWords();
    }

    // Members
    // --------------------------------------------------------------------------------------------------------

    /// What stands left of the dot or arrow.
    SemType receiverType() const {
        for (const Node* child : m_before->parent()->childNodes())
            if (child->range().end <= m_before->range().begin && m_model.hasType(child))
                return m_model.typeOf(child);
        for (const Symbol* symbol : visibleSymbols(m_model, m_file, m_offset))
            if (const auto* variable = as<VariableSymbol>(symbol);
                variable && m_left && variable->name == m_left->text())
                return variable->type;
        return types::neverType;
    }

    void addMembers(bool isRemote) {
        for (const Member& member : membersOf(m_package, receiverType())) {
            const bool isCall = member.kind == Member::Kind::Remote || member.kind == Member::Kind::Resource;
            if (isCall != isRemote)
                continue;
            if (const auto* function = as<FunctionSymbol>(member.symbol))
                add(functionItem(*function, member.kind == Member::Kind::Langlib ? 1 : 0));
            else
                add({.name = member.name,
                     .text = member.name,
                     .type = text(member.type),
                     .icon = "variable"});
        }
    }

    const ModuleSymbol* moduleBeforeColon() const {
        const std::string_view text = m_tree.text();
        const uint32_t colon = m_result.word.begin - 1; // wraps around at the beginning of the text
        if (m_result.word.begin == 0 || text[colon] != ':')
            return nullptr;
        const uint32_t begin = wordBegin(text, colon);
        const std::string prefix(text.substr(begin, colon - begin));
        const auto& imports = m_model.module().imports[m_file];
        if (const auto found = imports.find(prefix); found != imports.end())
            return found->second.module;
        const auto library = m_package.library->module("lang." + prefix);
        return library ? &library->module() : nullptr;
    }

    void addModuleMembers(const ModuleSymbol& module) {
        for (const Symbol* symbol : module.members)
            if (symbol->isPublic() && symbol->kind != SymbolKind::Annotation)
                addSymbol(*symbol);
    }

    void addAnnotations() {
        for (const auto& [name, annotation] : m_model.module().annotations)
            add({.name = std::string(name),
                 .text = std::string(name),
                 .help = firstParagraph(annotation->decl),
                 .icon = "annotation"});
        for (const auto& [prefix, facts] : m_model.module().imports[m_file])
            for (const auto& [name, annotation] : facts.module ? facts.module->annotations : NoAnnotations())
                if (annotation->isPublic())
                    add({.name = prefix + ":" + std::string(name),
                         .text = prefix + ":" + std::string(name),
                         .help = firstParagraph(annotation->decl),
                         .icon = "annotation"});
    }
    using NoAnnotations = std::unordered_map<std::string_view, const AnnotationSymbol*>;

    // Expectations
    // ---------------------------------------------------------------------------------------------------

    void findExpected() {
        const Node* place = m_word ? m_word->parent() : missingExpression();
        m_hasExpected =
            (place && expectedTypeAt(m_model, place, m_expected) && !m_expected.isNever()) || expectsArg();
    }

    /// The type of the parameter that the argument at the place is for.
    bool expectsArg() {
        const auto* args = syntax::cast<syntax::ArgList>(m_before ? m_before->parent() : nullptr);
        const FunctionSymbol* function = args ? calledBy(args->parent()) : nullptr;
        const auto before = [&](const syntax::Arg* arg) {
            return arg->range().end <= m_before->range().begin;
        };
        const size_t index = args ? size_t(std::ranges::count_if(args->args(), before)) : 0;
        if (!function || index >= function->signature.params.size())
            return false;
        m_expected = function->signature.params[index].type;
        return !m_expected.isNever();
    }

    const Node* missingExpression() const {
        const uint32_t at = m_before ? m_before->range().end : 0;
        for (const Node* node : m_tree.nodes())
            if (syntax::is<syntax::MissingExpr>(node) && node->range().begin == at)
                return node;
        return nullptr;
    }

    bool isExpected(const SemType& type) {
        return m_hasExpected && !type.isNever() && types::isSubtype(m_types, type, m_expected);
    }

    /// The fields that a mapping constructor around the place lacks.
    void addFields() {
        const auto* mapping =
            syntax::cast<syntax::MappingConstructorExpr>(m_before ? m_before->parent() : nullptr);
        if (!mapping || (m_before->kind() != TokenKind::OpenBrace && m_before->kind() != TokenKind::Comma))
            return;
        SemType type = m_model.inherentTypeOf(mapping);
        if (type.isNever() && !expectedTypeAt(m_model, mapping, type))
            return;
        for (const Member& member :
             membersOf(m_package, types::partOf(m_types, type, types::BasicType::Mapping)))
            if (member.kind == Member::Kind::Field && !isGiven(mapping, member.name))
                add({.name = member.name,
                     .text = member.name + ": ",
                     .type = text(member.type),
                     .help = firstParagraph(member.symbol ? member.symbol->decl : nullptr),
                     .icon = "record",
                     .isExpected = true});
    }

    bool isGiven(const syntax::MappingConstructorExpr* mapping, const std::string& name) const {
        return std::ranges::any_of(mapping->fields(), [&](const syntax::MappingField* field) {
            const auto* specific = syntax::cast<syntax::SpecificField>(field);
            return specific && specific->fieldName() != m_word && specific->fieldName()->text() == name;
        });
    }

    /// The names of the arguments of the call around the place.
    void addArgs() {
        const auto* args = syntax::cast<syntax::ArgList>(m_before ? m_before->parent() : nullptr);
        const FunctionSymbol* function = args ? calledBy(args->parent()) : nullptr;
        if (!function)
            return;
        for (const Parameter& param : function->signature.params)
            if (!param.name.empty() && param.kind != ParamKind::Rest)
                add({.name = param.name + " = ",
                     .text = param.name + " = ",
                     .type = text(param.type),
                     .icon = "parameter"});
    }

    const FunctionSymbol* calledBy(const Node* call) const {
        if (const CallFacts* facts = m_model.callOf(call))
            return facts->kind == CallKind::New && facts->object ? facts->object->init : facts->function;
        const auto* named = syntax::cast<syntax::FunctionCallExpr>(call);
        return named ? as<FunctionSymbol>(m_model.symbolOf(named->functionReference())) : nullptr;
    }

    /// The values of a type that has few, and the constructor of a record.
    void addValues() {
        if (!m_hasExpected)
            return;
        if (const auto values = types::finiteValues(types::withoutNil(m_expected), 20))
            for (const types::SingleValue& value : *values)
                if (const std::string word = text(types::singletonType(m_types, value));
                    word != "true" && word != "false")
                    add({.name = word, .text = word, .icon = "constant", .isExpected = true});
        addConstructor(types::partOf(m_types, m_expected, types::BasicType::Mapping));
    }

    void addConstructor(const SemType& type) {
        if (type.isNever() || type == types::mappingType)
            return;
        std::string fields;
        for (const Member& member : membersOf(m_package, type))
            if (member.kind == Member::Kind::Field && types::isRequiredField(m_types, type, member.name) &&
                !hasDefault(member))
                fields += (fields.empty() ? "" : ", ") + member.name + ": ";
        if (!fields.empty())
            add({.name = "{" + fields + "}",
                 .text = "{" + fields + "}",
                 .type = text(type),
                 .icon = "record",
                 .caretBack = uint32_t(fields.size() - fields.find(": ") - 1),
                 .isExpected = true});
    }

    static bool hasDefault(const Member& member) {
        const auto* field = as<FieldSymbol>(member.symbol);
        return field && field->initializer;
    }

    // Names
    // ----------------------------------------------------------------------------------------------------------

    bool isTypePlace() const {
        const Node* node = m_word ? m_word->parent() : nullptr;
        return syntax::is<syntax::TypeReference>(node) ||
               (m_before && m_before->kind() == TokenKind::ReturnsKeyword);
    }

    bool isStatementStart() const {
        const TokenKind kind = m_before ? m_before->kind() : TokenKind::Semicolon;
        const bool isEnd =
            kind == TokenKind::Semicolon || kind == TokenKind::OpenBrace || kind == TokenKind::CloseBrace;
        return isEnd && !syntax::is<syntax::MappingConstructorExpr>(m_before ? m_before->parent() : nullptr);
    }

    bool isInFunction() const {
        const Node* around = m_before ? m_before->parent() : m_tree.root();
        if (syntax::is<syntax::BlockFunctionBody>(around) && m_before->kind() == TokenKind::CloseBrace)
            return false;
        return syntax::is<syntax::BlockFunctionBody>(around) ||
               syntax::enclosing<syntax::BlockFunctionBody>(around);
    }

    void addVisible() {
        const bool onlyTypes = isTypePlace() && !isStatementStart();
        for (const Symbol* symbol : visibleSymbols(m_model, m_file, m_offset)) {
            const bool isType = symbol->kind == SymbolKind::TypeDefn || symbol->kind == SymbolKind::Class ||
                                symbol->kind == SymbolKind::Enum;
            if (symbol->kind != SymbolKind::Module && (isType || !onlyTypes))
                addSymbol(*symbol);
        }
        for (const auto& [prefix, facts] : m_model.module().imports[m_file])
            if (facts.module && prefix != "_")
                add({.name = prefix, .text = prefix + ":", .type = facts.module->name, .icon = "package"});
    }

    void addSymbol(const Symbol& symbol) {
        if (const auto* function = as<FunctionSymbol>(&symbol))
            return add(functionItem(*function, 0));
        Completion item{.name = symbol.name, .text = symbol.name, .help = firstParagraph(symbol.decl)};
        if (const auto* variable = as<VariableSymbol>(&symbol)) {
            item.type = text(variable->type);
            item.icon = iconOf(*variable);
            item.isExpected = isExpected(variable->type);
        } else if (const auto* constant = as<ConstantSymbol>(&symbol)) {
            item.type = text(constant->type);
            item.icon = constant->enumeration ? "enum" : "constant";
            item.isExpected = isExpected(constant->type);
        } else {
            item.icon = symbol.kind == SymbolKind::Class  ? "class"
                        : symbol.kind == SymbolKind::Enum ? "enum"
                                                          : "type";
        }
        add(std::move(item));
    }

    static std::string iconOf(const VariableSymbol& variable) {
        if (variable.role == VariableRole::Listener)
            return "listener";
        if (variable.role == VariableRole::Worker)
            return "worker";
        if (variable.isConfigurable)
            return "configurable";
        return variable.role == VariableRole::Parameter ? "parameter" : "variable";
    }

    /// `skipped`: the first parameters, which the value left of the dot gives.
    Completion functionItem(const FunctionSymbol& function, size_t skipped) {
        const Signature& signature = function.signature;
        std::string params;
        for (size_t i = skipped; i < signature.params.size(); ++i)
            params += (params.empty() ? "" : ", ") + text(signature.params[i].type) + " " +
                      signature.params[i].name;
        const bool returnsNil = signature.returnType == types::nilType;
        const std::string name = function.role == FunctionRole::Resource ? function.accessor : function.name;
        return {.name = name,
                .text = name + "()",
                .type = "(" + params + ")" + (returnsNil ? "" : " returns " + text(signature.returnType)),
                .help = firstParagraph(function.decl),
                .icon = function.role == FunctionRole::Remote ? "remote-call" : "function",
                .caretBack = params.empty() ? 0u : 1u,
                .isExpected = isExpected(signature.returnType)};
    }

    void addWords() {
        const WordPlace place = isTypePlace() && !isStatementStart() ? WordPlace::Type
                                : !isInFunction()                    ? WordPlace::Module
                                : isStatementStart()                 ? WordPlace::Statement
                                                                     : WordPlace::Expression;
        for (const std::string_view word : wordsFor(place))
            add({.name = std::string(word),
                 .text = std::string(word),
                 .icon = "code",
                 .isExpected = (word == "true" || word == "false") && isExpected(types::booleanType)});
    }

    void add(Completion item) {
        const auto same = [&](const Completion& other) {
            return other.name == item.name && other.icon == item.icon;
        };
        if (std::ranges::none_of(m_result.items, same))
            m_result.items.push_back(std::move(item));
    }

    std::string text(const SemType& type) { return types::toString(m_types, type); }

    const PackageModel& m_package;
    const SemanticModel& m_model;
    const syntax::SyntaxTree& m_tree;
    types::TypeContext m_types;
    uint32_t m_offset;
    uint32_t m_file = 0;
    const Token* m_word = nullptr;   ///< at the cursor
    const Token* m_before = nullptr; ///< before the word
    const Token* m_left = nullptr;   ///< before that
    bool m_isInText = false;
    SemType m_expected;
    bool m_hasExpected = false;
    Completions m_result;
};

/// 0: no match; more is better.
int score(std::string_view name, std::string_view word) {
    const auto same = [](char a, char b) { return std::tolower(uint8_t(a)) == std::tolower(uint8_t(b)); };
    if (name.starts_with(word))
        return 4;
    if (name.size() >= word.size() && std::equal(word.begin(), word.end(), name.begin(), same))
        return 3;
    if (std::ranges::search(name, word, same).begin() != name.end())
        return 2;
    size_t at = 0;
    for (const char c : name)
        at += at < word.size() && same(c, word[at]);
    return at == word.size() ? 1 : 0;
}

} // namespace

Completions completionsAt(const Snapshot& snapshot, std::string_view path, uint32_t offset) {
    const SourceFile* file = snapshot.file(path);
    const SourceModule* module = snapshot.moduleOf(path);
    if (!file || !module || !module->semantics || offset > file->text().size())
        return {};
    return Finder(snapshot, *file, *module, offset).find();
}

std::vector<Completion> matching(const std::vector<Completion>& items, std::string_view word) {
    std::vector<std::pair<int, const Completion*>> found;
    for (const Completion& item : items)
        if (const int points = score(item.name, word))
            found.emplace_back(points, &item);
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Completion> result;
    for (const auto& [points, item] : found)
        result.push_back(*item);
    return result;
}

} // namespace barre::design
