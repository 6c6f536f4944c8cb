#include "runtime/library/csv.h"

namespace barre::runtime {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = char(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '*' || c == '-'
           || c == '.' || c == '_';
}

/// Takes a quoted field from `at`, which is at its opening quote; leaves it behind the closing one.
std::string quotedField(std::string_view text, size_t& at) {
    std::string field;
    for (++at; at < text.size(); ++at) {
        if (text[at] != '"') {
            field += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == '"') {
            field += '"';
            ++at;
        } else {
            ++at;
            break;
        }
    }
    return field;
}

} // namespace

std::vector<std::vector<std::string>> parseCsv(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    for (size_t at = 0; at < text.size();) {
        std::vector<std::string> row;
        bool blank = text[at] == '\n' || text[at] == '\r';
        for (bool more = true; more;) {
            std::string field;
            if (at < text.size() && text[at] == '"')
                field = quotedField(text, at);
            while (at < text.size() && text[at] != ',' && text[at] != '\n' && text[at] != '\r')
                field += text[at++];
            row.push_back(std::move(field));
            more = at < text.size() && text[at] == ',';
            at += more;
        }
        if (at < text.size() && text[at] == '\r')
            ++at;
        if (at < text.size() && text[at] == '\n')
            ++at;
        if (!blank)
            rows.push_back(std::move(row));
    }
    return rows;
}

std::string formatCsvRow(const std::vector<std::string>& fields) {
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

std::string encodeUrlPart(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (char c : text) {
        if (isPlain(c))
            result += c;
        else if (c == ' ')
            result += '+';
        else
            result.append({'%', digits[uint8_t(c) >> 4], digits[uint8_t(c) & 15]});
    }
    return result;
}

bool decodeUrlPart(std::string_view text, std::string& decoded) {
    decoded.clear();
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            decoded += char(high * 16 + low);
            i += 2;
        }
    }
    return true;
}

} // namespace barre::runtime
