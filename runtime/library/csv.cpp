#include "runtime/library/csv.h"

namespace barre::runtime {

namespace {

/// Takes a text apart at separators; fields may be in quotation marks.
class SeparatedReader {
public:
    SeparatedReader(std::string_view text, std::string_view fieldSeparator, std::string_view recordSeparator)
        : m_text(text), m_fieldSeparator(fieldSeparator), m_recordSeparator(recordSeparator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    /// Takes a record; empty for a blank line.
    CsvRow record() {
        CsvRow fields;
        if (take(m_recordSeparator))
            return fields;
        do
            fields.push_back(field());
        while (take(m_fieldSeparator));
        take(m_recordSeparator);
        return fields;
    }

private:
    bool looking(std::string_view separator) const {
        return !separator.empty() && m_text.substr(m_at).starts_with(separator);
    }
    bool take(std::string_view separator) {
        if (separator == "\n" && looking("\r\n"))
            ++m_at;
        if (!looking(separator))
            return false;
        m_at += separator.size();
        return true;
    }
    std::string field() {
        std::string field;
        if (looking("\""))
            quoted(field);
        while (!atEnd() && !looking(m_fieldSeparator) && !looking(m_recordSeparator) &&
               !(m_recordSeparator == "\n" && looking("\r\n")))
            field += m_text[m_at++];
        return field;
    }
    void quoted(std::string& field) {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != '"') {
                field += m_text[m_at];
            } else if (m_text.substr(m_at).starts_with("\"\"")) {
                field += m_text[m_at++];
            } else {
                ++m_at;
                return;
            }
        }
    }

    std::string_view m_text, m_fieldSeparator, m_recordSeparator;
    size_t m_at = 0;
};

} // namespace

std::vector<CsvRow> parseSeparated(std::string_view text, std::string_view fieldSeparator,
                                   std::string_view recordSeparator) {
    std::vector<CsvRow> rows;
    for (SeparatedReader reader(text, fieldSeparator, recordSeparator); !reader.atEnd();)
        if (auto row = reader.record(); !row.empty())
            rows.push_back(std::move(row));
    return rows;
}

std::vector<CsvRow> parseCsv(std::string_view text) {
    return parseSeparated(text, ",", "\n");
}

// A line break in quotation marks does not end a row.
CsvRow takeCsvRow(FILE* file) {
    std::string text;
    bool quoted = false;
    for (int c = std::getc(file); c != EOF; c = std::getc(file)) {
        text += char(c);
        quoted ^= c == '"';
        if (c != '\n' || quoted)
            continue;
        if (std::vector<CsvRow> rows = parseCsv(text); !rows.empty())
            return std::move(rows.front());
        text.clear();
    }
    std::vector<CsvRow> rows = parseCsv(text);
    return rows.empty() ? CsvRow() : std::move(rows.front());
}

std::string formatCsvRow(const CsvRow& fields) {
    std::string line;
    for (const std::string& field : fields) {
        if (&field != &fields.front())
            line += ',';
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            line += field;
            continue;
        }
        line += '"';
        for (char c : field)
            line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line;
}

} // namespace barre::runtime
