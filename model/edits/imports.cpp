#include "model/edits/imports.h"

#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/lines.h"
#include "model/project/embedded_files.h"
#include "model/syntax/parser.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::importedModule;
using design::importedPrefix;
using model::SourceFile;

namespace {

const ModulePart* partOf(const SourceFile& file) {
    return cast<ModulePart>(file.tree->root());
}

std::string defaultPrefix(std::string_view module) {
    const size_t at = module.find_last_of("./");
    return std::string(at == std::string_view::npos ? module : module.substr(at + 1));
}

/// Where the first import of a file goes: below a comment at its head.
uint32_t headOf(const SourceFile& file) {
    const Token* first = file.tree->tokens().front();
    const std::string_view text = file.text();
    if (text.substr(0, first->range().begin).find("//") == std::string_view::npos)
        return 0;
    return lineBegin(text, first->range().begin);
}

void insertImport(EditBuilder& builder, const SourceFile& file, const std::string& line) {
    const ModulePart* part = partOf(file);
    const std::string_view text = file.text();
    if (part->imports().empty()) {
        const uint32_t at = headOf(file);
        const bool needsBlankLine = at < text.size() && !isBlankLine(text, at);
        builder.insert(file.path, at, line + (needsBlankLine ? "\n\n" : "\n"));
        return;
    }
    for (const ImportDecl* import : part->imports())
        if (line < design::oneLine(import)) {
            const uint32_t at = lineBegin(text, import->range().begin);
            return builder.insert(file.path, at, line + "\n");
        }
    builder.insert(file.path, lineEnd(text, part->imports().back()->range().end), "\n" + line);
}

/// Whether a prefix stands before a colon in the tokens that keep their place.
bool isUsed(const SourceFile& file, std::string_view prefix, const std::vector<SourceRange>& gone) {
    const auto& tokens = file.tree->tokens();
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        const SourceRange range = tokens[i]->range();
        const bool isGone = std::ranges::any_of(gone, [&](SourceRange part) { return part.contains(range); });
        if (!isGone && !range.isEmpty() && tokens[i + 1]->kind() == TokenKind::Colon &&
            identifierValue(tokens[i]) == prefix)
            return true;
    }
    return false;
}

void removeImport(EditBuilder& builder, const SourceFile& file, const ImportDecl* import) {
    const SourceRange range = import->range();
    const std::string_view text = file.text();
    if (!isFirstOnLine(text, range.begin))
        return;
    uint32_t end = nextLine(text, range.end);
    const ModulePart* part = partOf(file);
    if (part->imports().size() == 1 && end < text.size() && isBlankLine(text, end))
        end = nextLine(text, end); // the blank line that insertImport made
    builder.remove(file.path, {lineBegin(text, range.begin), end});
}

} // namespace

std::string importInto(EditBuilder& builder, const SourceFile& file, std::string_view module) {
    const std::string known = design::prefixOfModule(*file.tree, module);
    if (!known.empty())
        return known;
    if (builder.isFirstImport(file.path, module))
        insertImport(builder, file, "import " + std::string(module) + ";");
    return defaultPrefix(module);
}

void removeImportsUsedOnlyIn(EditBuilder& builder, const SourceFile& file,
                             const std::vector<SourceRange>& gone) {
    const ModulePart* part = partOf(file);
    if (!part)
        return;
    for (const ImportDecl* import : part->imports()) {
        const std::string prefix = importedPrefix(import);
        if (prefix != "_" && isUsed(file, prefix, {}) && !isUsed(file, prefix, gone))
            removeImport(builder, file, import);
    }
}

std::vector<std::string> modulesUsedBy(std::string_view text) {
    std::vector<std::string> modules;
    const ParsedFragment parsed = parseAs(GrammarRule::Statements, text);
    const auto& tokens = parsed.tree->tokens();
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i + 1]->kind() != TokenKind::Colon || tokens[i]->kind() != TokenKind::Identifier)
            continue;
        const std::string prefix = identifierValue(tokens[i]);
        const std::string module = "ballerina/" + (prefix == "runtime" ? "lang.runtime" : prefix);
        const bool exists =
            std::ranges::any_of(model::embeddedFiles(), [&](const model::EmbeddedFile& embedded) {
                return embedded.path.starts_with(module + "/");
            });
        if (exists && std::ranges::find(modules, module) == modules.end())
            modules.push_back(module);
    }
    return modules;
}

void importModulesUsedBy(EditBuilder& builder, const SourceFile& file, std::string_view text) {
    for (const std::string& module : modulesUsedBy(text)) {
        const std::string prefix = defaultPrefix(module);
        if (design::moduleOfPrefix(*file.tree, prefix).empty())
            importInto(builder, file, module);
    }
}

EditResult addImport(const Snapshot& snapshot, const std::string& file, std::string_view module) {
    const SourceFile* source = snapshot.file(file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (const std::string line = "import " + std::string(module) + ";";
        !parseAs(GrammarRule::ModuleMember, line).isValid())
        return refused("This is not the name of a module.");
    EditBuilder builder(snapshot);
    importInto(builder, *source, module);
    return builder.done();
}

EditResult removeUnusedImports(const Snapshot& snapshot, const std::string& file) {
    const SourceFile* source = snapshot.file(file);
    if (!source || !partOf(*source))
        return refused("There is no file " + file + ".");
    EditBuilder builder(snapshot);
    for (const ImportDecl* import : partOf(*source)->imports())
        if (importedPrefix(import) != "_" && !isUsed(*source, importedPrefix(import), {}))
            removeImport(builder, *source, import);
    return builder.done();
}

} // namespace barre::edits
