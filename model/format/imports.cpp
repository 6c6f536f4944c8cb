#include "model/format/imports.h"

#include <algorithm>
#include <vector>

namespace barre::model {

namespace {

std::string_view orgOf(const syntax::ImportDecl* import) {
    return import->orgName() ? import->orgName()->name()->text() : std::string_view();
}

std::string nameOf(const syntax::ImportDecl* import) {
    std::string name(orgOf(import));
    for (const syntax::IdentifierName* part : import->moduleName())
        name += "." + std::string(part->name()->text());
    return name;
}

bool comesBefore(const syntax::ImportDecl* a, const syntax::ImportDecl* b) {
    return std::pair(importGroup(a), nameOf(a)) < std::pair(importGroup(b), nameOf(b));
}

} // namespace

int importGroup(const syntax::ImportDecl* import) {
    const std::string_view org = orgOf(import);
    if (org.empty())
        return 0;
    return org == "ballerina" || org == "ballerinax" ? 1 : 2;
}

std::optional<std::string> withSortedImports(const syntax::SyntaxTree& tree) {
    const auto* part = syntax::cast<syntax::ModulePart>(tree.root());
    if (!part || part->imports().empty())
        return std::nullopt;
    std::vector<const syntax::ImportDecl*> imports(part->imports().begin(), part->imports().end());
    const uint32_t begin = imports.front()->range().begin, end = imports.back()->fullRange().end;
    const bool hasComment = tree.text({begin, end}).find("//") != std::string_view::npos;
    if (hasComment || std::ranges::is_sorted(imports, comesBefore))
        return std::nullopt;
    std::ranges::stable_sort(imports, comesBefore);
    std::string text(tree.text({0, begin}));
    for (const syntax::ImportDecl* import : imports)
        text += std::string(import->text()) + "\n";
    return text + std::string(tree.text({end, uint32_t(tree.text().size())}));
}

} // namespace barre::model
