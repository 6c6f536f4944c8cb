#include "model/edits/members.h"

#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/places.h"

#include <algorithm>
#include <optional>

namespace barre::edits {

using namespace syntax;
using design::Declaration;
using model::SourceFile;

namespace {

struct Braces {
    const Token* open;
    const Token* close;
    NodeList<ObjectMember> members;
};

Braces bracesOf(const Node* owner) {
    if (const auto* classDefn = cast<ModuleClassDefn>(owner))
        return {classDefn->openBrace(), classDefn->closeBrace(), classDefn->members()};
    const auto* block = cast<ServiceDecl>(owner)->objectConstructorBlock();
    return {block->openBrace(), block->closeBrace(), block->members()};
}

Section sectionOf(const Node* node) {
    if (is<ModuleVarDecl>(node))
        return hasQualifier(node, TokenKind::ConfigurableKeyword) ? Section::Configurable : Section::Variable;
    if (is<ModuleConstDecl>(node))
        return Section::Configurable;
    if (is<ListenerDecl>(node))
        return Section::Listener;
    if (is<ServiceDecl>(node))
        return Section::Service;
    if (is<ModuleClassDefn>(node))
        return Section::Class;
    return is<FunctionDefn>(node) ? Section::Function : Section::Type;
}

bool isOneLine(const Node* node) {
    return node->text().find('\n') == std::string_view::npos;
}

/// One-line declarations of the same sort follow one another without a blank line.
bool needsBlankLine(const Node* neighbour, Section section) {
    const bool isLine = section == Section::Configurable || section == Section::Variable;
    return !isLine || sectionOf(neighbour) != section || !isOneLine(neighbour);
}

/// The begin of the lines of comments above an offset at the begin of a line.
uint32_t aboveComments(std::string_view text, uint32_t begin) {
    while (begin > 0) {
        const uint32_t previous = lineBegin(text, begin - 1);
        const size_t first = text.find_first_not_of(" \t", previous);
        if (!text.substr(std::min(first, text.size())).starts_with("//"))
            break;
        begin = previous;
    }
    return begin;
}

DeclarationPlace atBegin(const SourceFile& file) {
    const std::string_view text = file.text();
    const bool isBlank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    DeclarationPlace place;
    place.file = file.path;
    if (isBlank) {
        place.replaced = {0, uint32_t(text.size())};
        place.after = "\n";
        return place;
    }
    const Token* first = file.tree->tokens().front();
    const Node* node = cast<ModulePart>(file.tree->root());
    const NodeList<ModuleMember> members = cast<ModulePart>(node)->members();
    if (!members.empty() && !members.front()->range().isEmpty())
        return before(file, members.front(), true);
    place.offset = lineBegin(text, first->range().begin);
    place.replaced = {place.offset, place.offset};
    place.after = "\n\n";
    return place;
}

} // namespace

DeclarationPlace behind(const SourceFile& file, const Node* node, bool blankLine) {
    const std::string_view text = file.text();
    DeclarationPlace place;
    place.file = file.path;
    place.indentation = indentationAt(text, node->range().begin);
    place.offset =
        isLastOnLine(text, node->range().end) ? lineEnd(text, node->range().end) : node->range().end;
    place.replaced = {place.offset, place.offset};
    place.before = (blankLine ? "\n\n" : "\n") + place.indentation;
    if (place.offset == text.size())
        place.after = "\n";
    return place;
}

DeclarationPlace before(const SourceFile& file, const Node* node, bool blankLine) {
    const std::string_view text = file.text();
    DeclarationPlace place;
    place.file = file.path;
    place.indentation = indentationAt(text, node->range().begin);
    place.offset = aboveComments(text, lineBegin(text, node->range().begin));
    place.replaced = {place.offset, place.offset};
    place.before = place.indentation;
    place.after = blankLine ? "\n\n" : "\n";
    return place;
}

DeclarationPlace atEndOf(const Declaration& owner, bool blankLine) {
    const Braces braces = bracesOf(owner.node);
    if (!braces.members.empty())
        return behind(*owner.file, braces.members.back(), blankLine);
    const std::string_view text = owner.file->text();
    const std::string indentation = indentationAt(text, owner.node->range().begin) + indentationUnitOf(text);
    const Insertion insertion = insertionBeforeBrace(text, braces.open, braces.close, indentation);
    return {owner.file->path, insertion.range.begin, insertion.range,
            insertion.before, insertion.after,       indentation};
}

DeclarationPlace forVariableIn(const Declaration& owner) {
    const ObjectMember* last = nullptr;
    const Braces braces = bracesOf(owner.node);
    for (const ObjectMember* member : braces.members)
        if (is<ObjectField>(member) || is<ObjectTypeInclusion>(member))
            last = member;
    if (last)
        return behind(*owner.file, last, is<ObjectTypeInclusion>(last));
    return braces.members.empty() ? atEndOf(owner, false) : before(*owner.file, braces.members.front(), true);
}

DeclarationPlace forSection(const SourceFile& file, Section section) {
    const auto* part = cast<ModulePart>(file.tree->root());
    const Node* best = nullptr;
    Section bestSection{};
    for (const ModuleMember* member : part->members()) {
        const Section own = sectionOf(member);
        if (own <= section && !member->range().isEmpty() && (!best || own >= bestSection)) {
            best = member;
            bestSection = own;
        }
    }
    if (best)
        return behind(file, best, needsBlankLine(best, section));
    if (!part->imports().empty())
        return behind(file, part->imports().back(), true);
    return atBegin(file);
}

void insertDeclaration(EditBuilder& builder, const Snapshot& snapshot, const DeclarationPlace& place,
                       std::string_view code) {
    const std::string unit = indentationUnitOf(snapshot.text(place.file));
    builder.replace(place.file, place.replaced,
                    place.before + asLinesOf(code, place.indentation, unit) + place.after);
}

EditResult insertedDeclaration(const Snapshot& snapshot, const DeclarationPlace& place,
                               std::string_view code) {
    EditBuilder builder(snapshot);
    insertDeclaration(builder, snapshot, place, code);
    if (const SourceFile* file = snapshot.file(place.file))
        importModulesUsedBy(builder, *file, code);
    return builder.doneAtInsertion(place.file, place.replaced.begin);
}

std::string asDocumentation(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const size_t found = text.find('\n');
        const std::string_view line = text.substr(0, found);
        lines += line.empty() ? "#\n" : "# " + std::string(line) + "\n";
        text.remove_prefix(found == std::string_view::npos ? text.size() : found + 1);
    }
    return lines;
}

const SourceFile* fileFor(const Snapshot& snapshot, const std::string& file) {
    if (const SourceFile* source = snapshot.file(file))
        return source;
    if (!file.empty() || snapshot.modules().empty() || snapshot.modules().front().files.empty())
        return nullptr;
    return snapshot.modules().front().files.front();
}

SourceRange removalOfDeclaration(std::string_view text, SourceRange range) {
    SourceRange removal = removalOf(text, range);
    const bool ownsLines = ownsItsLines(text, range);
    const bool blankBefore = removal.begin == 0 || isBlankLine(text, lineBegin(text, removal.begin - 1));
    if (!ownsLines)
        return removal;
    if (blankBefore && removal.end < text.size() && isBlankLine(text, removal.end))
        removal.end = nextLine(text, removal.end);
    else if (blankBefore &&
             removal.begin > 0) // the last one before a brace or the end: the blank line above goes
        removal.begin = lineBegin(text, removal.begin - 1);
    return removal;
}

} // namespace barre::edits
