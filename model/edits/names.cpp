#include "model/edits/names.h"

#include "model/edits/field_edits.h"

#include <algorithm>
#include <set>

namespace barre::edits {

using namespace syntax;

namespace {

std::string firstFree(const std::set<std::string>& taken, const std::string& base) {
    std::string name = base;
    for (int i = 2; taken.contains(name); ++i)
        name = base + std::to_string(i);
    return name;
}

} // namespace

std::string freeNameIn(const SyntaxTree& tree, const std::string& base) {
    std::set<std::string> taken;
    for (const Token* token : tree.tokens())
        if (token->kind() == TokenKind::Identifier)
            taken.insert(identifierValue(token));
    return firstFree(taken, base);
}

std::string freeNameInModule(const std::vector<design::Declaration>& all, const model::SourceModule* module,
                             const std::string& base) {
    std::set<std::string> taken;
    for (const design::Declaration& declaration : all)
        if (declaration.ownerId.empty() && (!module || declaration.module == module))
            taken.insert(declaration.name);
    return firstFree(taken, base);
}

std::string problemOfName(std::string_view name) {
    if (name.empty())
        return "A name is needed.";
    return checkRule(GrammarRule::Identifier, name, "a name");
}

} // namespace barre::edits
