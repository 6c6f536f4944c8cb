#include "model/syntax/documentation.h"

#include <algorithm>
#include <array>

namespace barre::syntax {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Behind the `#` and one space.
std::string_view contentOf(std::string_view line) {
    line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ')
        line.remove_prefix(1);
    return line;
}

void appendLine(std::string& text, std::string_view line) {
    if (!text.empty())
        text += '\n';
    text += line;
}

constexpr std::array<std::string_view, 9> referenceKinds = {
    "type", "service", "variable", "var", "annotation", "module", "function", "parameter", "const"};

/// The word that ends before `end`.
std::string_view wordBefore(std::string_view text, size_t end) {
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    size_t begin = end;
    while (begin > 0 && !isBlank(text[begin - 1]))
        --begin;
    return text.substr(begin, end - begin);
}

class DocumentationReader {
public:
    Documentation result;

    void read(const Token* line) {
        std::string_view text = line->text();
        std::string_view content = contentOf(text);
        auto offset = uint32_t(line->range().begin + (content.data() - text.data()));
        readReferences(content, offset);
        std::string_view inner = trimmed(content);
        if (inner.starts_with("+ ") && readParam(inner, offset + uint32_t(inner.data() - content.data())))
            return;
        if (inner == "# Deprecated")
            begin(result.deprecation.emplace());
        else if (inner != "# Deprecated parameters") // parameters like others follow
            appendTo(content);
    }

    void finish() {
        while (result.description.ends_with('\n'))
            result.description.pop_back();
    }

private:
    void begin(std::string& target) {
        m_target = &target;
        m_inParam = m_inReturn = false;
    }

    // A pointer into a vector would not survive its growth, so parameters are meant by "the last one".
    void appendTo(std::string_view content) {
        if (m_inParam && !result.params.empty())
            appendLine(result.params.back().description, trimmed(content));
        else if (m_inReturn)
            appendLine(result.returnParam->description, trimmed(content));
        else if (m_target == &result.description && result.description.empty())
            result.description = content;
        else if (m_target == &result.description || !content.empty() || !m_target->empty())
            appendLine(*m_target, content);
    }

    bool readParam(std::string_view text, uint32_t offset) {
        size_t dash = text.find('-');
        std::string_view name = trimmed(text.substr(1, dash == std::string_view::npos ? dash : dash - 1));
        if (dash == std::string_view::npos || name.empty() || std::any_of(name.begin(), name.end(), isBlank))
            return false;
        auto begin = uint32_t(offset + (name.data() - text.data()));
        DocumentedParam param{identifierValue(name),
                              {begin, uint32_t(begin + name.size())},
                              std::string(trimmed(text.substr(dash + 1)))};
        m_inReturn = name == "return";
        m_inParam = !m_inReturn;
        if (m_inReturn)
            result.returnParam = std::move(param);
        else
            result.params.push_back(std::move(param));
        return true;
    }

    void readReferences(std::string_view content, uint32_t offset) {
        for (size_t open = content.find('`'); open != std::string_view::npos;) {
            size_t close = content.find('`', open + 1);
            if (close == std::string_view::npos)
                return;
            std::string_view kind = wordBefore(content, open);
            std::string_view name = content.substr(open + 1, close - open - 1);
            auto range = SourceRange{uint32_t(offset + open + 1), uint32_t(offset + close)};
            if (std::find(referenceKinds.begin(), referenceKinds.end(), kind) != referenceKinds.end())
                result.references.push_back(
                    {std::string(kind), std::string(name.substr(0, name.find('('))), range});
            open = content.find('`', close + 1);
        }
    }

    std::string* m_target = &result.description;
    bool m_inParam = false;
    bool m_inReturn = false;
};

} // namespace

Documentation readDocumentation(const DocumentationString* documentation) {
    DocumentationReader reader;
    if (documentation)
        for (const Token* line : documentation->lines())
            reader.read(line);
    reader.finish();
    return std::move(reader.result);
}

Documentation documentationOf(const Node* declaration) {
    const Metadata* metadata = metadataOf(declaration);
    return readDocumentation(metadata ? metadata->documentationString() : nullptr);
}

} // namespace barre::syntax
