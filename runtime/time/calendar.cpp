#include "runtime/time/calendar.h"

#include <array>
#include <cstdlib>

namespace barre::runtime {

namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

/// Reads a text from the left; every step says whether it could be done.
struct Reader {
    std::string_view text;
    size_t at = 0;

    bool atEnd() const { return at == text.size(); }
    bool take(char c) {
        if (atEnd() || text[at] != c)
            return false;
        ++at;
        return true;
    }
    bool takeAny(std::string_view choice) {
        if (atEnd() || choice.find(text[at]) == std::string_view::npos)
            return false;
        ++at;
        return true;
    }
    std::string_view digits() {
        size_t begin = at;
        while (!atEnd() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return text.substr(begin, at - begin);
    }
    template<class Int>
    bool number(Int& value, size_t least, size_t most) {
        std::string_view taken = digits();
        value = 0;
        for (char c : taken)
            value = Int(value * 10 + (c - '0'));
        return taken.size() >= least && taken.size() <= most;
    }
    void blanks() {
        while (take(' ')) {
        }
    }
};

std::string twoDigits(int value) {
    return {char('0' + value / 10), char('0' + value % 10)};
}

std::string offsetText(int seconds) {
    const int size = std::abs(seconds);
    std::string text(1, seconds < 0 ? '-' : '+');
    text += twoDigits(size / 3600) + ':' + twoDigits(size / 60 % 60);
    return size % 60 ? text + ':' + twoDigits(size % 60) : text;
}

bool readClockOffset(Reader& in, int& seconds, bool colon) {
    int hours = 0, minutes = 0, rest = 0;
    if (!in.number(hours, 2, colon ? 2 : 4))
        return false;
    if (!colon) {
        minutes = hours % 100;
        hours /= 100;
    } else if (in.take(':')) {
        if (!in.number(minutes, 2, 2) || (in.take(':') && !in.number(rest, 2, 2)))
            return false;
    }
    seconds = hours * 3600 + minutes * 60 + rest;
    return hours <= 18 && minutes < 60 && rest < 60;
}

bool readOffset(Reader& in, CivilTime& time, bool colon) {
    if (in.take('Z')) {
        time.abbreviation = "Z";
        return true;
    }
    const bool negative = in.take('-');
    if (!negative && !in.take('+'))
        return false;
    if (!readClockOffset(in, time.offsetSeconds, colon))
        return false;
    if (negative)
        time.offsetSeconds = -time.offsetSeconds;
    time.hasOffset = true;
    time.abbreviation = time.offsetSeconds == 0 ? "Z" : offsetText(time.offsetSeconds);
    return true;
}

bool fieldsExist(const CivilTime& time) {
    return dateExists(time.year, time.month, time.day) && time.hour < 24 && time.minute < 60 &&
           time.second < 61;
}

bool readClock(Reader& in, CivilTime& time) {
    if (!in.number(time.hour, 2, 2) || !in.take(':') || !in.number(time.minute, 2, 2))
        return false;
    time.hasSecond = in.take(':');
    if (time.hasSecond && !in.number(time.second, 2, 2))
        return false;
    if (!time.hasSecond || !in.take('.'))
        return true;
    time.fraction = in.digits();
    return !time.fraction.empty() && time.fraction.size() <= 9;
}

/// The name in brackets, if there is one; false: the bracket is not closed.
bool readName(Reader& in, CivilTime& time, char open, char close) {
    if (!in.take(open))
        return true;
    const size_t end = in.text.find(close, in.at);
    if (end == std::string_view::npos)
        return false;
    time.abbreviation = in.text.substr(in.at, end - in.at);
    in.at = end + 1;
    return true;
}

bool readMonthName(Reader& in, CivilTime& time) {
    std::string_view name = in.text.substr(in.at, 3);
    for (size_t i = 0; i < months.size(); ++i)
        if (months[i] == name) {
            time.month = int(i) + 1;
            in.at += 3;
            return true;
        }
    return false;
}

} // namespace

// The year begins in March, so that the leap day comes last; 400 years are one era of 146,097 days.
int64_t daysFromDate(int64_t year, int month, int day) {
    year -= month <= 2;
    const int64_t era = (year >= 0 ? year : year - 399) / 400;
    const int64_t yearOfEra = year - era * 400;
    const int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

CivilTime dateFromDays(int64_t days) {
    days += 719468;
    const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const int64_t dayOfEra = days - era * 146097;
    const int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int64_t shifted = (5 * dayOfYear + 2) / 153;
    CivilTime date;
    date.day = int(dayOfYear - (153 * shifted + 2) / 5 + 1);
    date.month = int(shifted < 10 ? shifted + 3 : shifted - 9);
    date.year = yearOfEra + era * 400 + (date.month <= 2);
    return date;
}

int weekdayOfDays(int64_t days) {
    return int(((days + 4) % 7 + 7) % 7);
}

bool dateExists(int64_t year, int64_t month, int64_t day) {
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    CivilTime date = dateFromDays(daysFromDate(year, int(month), int(day)));
    return date.month == month && date.day == day;
}

int64_t secondsOf(const CivilTime& time) {
    int64_t days = daysFromDate(time.year, time.month, time.day);
    return days * 86400 + time.hour * 3600 + time.minute * 60 + time.second;
}

CivilTime civilFromSeconds(int64_t seconds) {
    int64_t days = seconds / 86400;
    if (seconds % 86400 < 0)
        --days;
    CivilTime time = dateFromDays(days);
    int rest = int(seconds - days * 86400);
    time.hour = rest / 3600;
    time.minute = rest / 60 % 60;
    time.second = rest % 60;
    return time;
}

namespace {

bool readRfc3339(Reader& in, CivilTime& time) {
    return in.number(time.year, 4, 4) && in.take('-') && in.number(time.month, 2, 2) && in.take('-') &&
           in.number(time.day, 2, 2) && in.takeAny("Tt ") && readClock(in, time) &&
           readOffset(in, time, true) && readName(in, time, '[', ']') && in.atEnd();
}

bool readRfc5322(Reader& in, CivilTime& time) {
    if (const size_t comma = in.text.find(','); comma != std::string_view::npos)
        in.at = comma + 1;
    in.blanks();
    const bool read = in.number(time.day, 1, 2) && in.take(' ') && readMonthName(in, time) && in.take(' ') &&
                      in.number(time.year, 4, 4) && in.take(' ') && readClock(in, time) && in.take(' ');
    if (!read)
        return false;
    const std::string_view zone = in.text.substr(in.at);
    if (zone == "GMT" || zone == "UTC" || zone == "UT") {
        time.abbreviation = zone;
        return true;
    }
    if (!readOffset(in, time, false))
        return false;
    in.blanks();
    return readName(in, time, '(', ')') && in.atEnd();
}

} // namespace

std::optional<CivilTime> parseRfc3339(std::string_view text, size_t* problemAt) {
    Reader in{text};
    CivilTime time;
    if (readRfc3339(in, time) && fieldsExist(time))
        return time;
    if (problemAt)
        *problemAt = in.at;
    return {};
}

std::optional<CivilTime> parseRfc5322(std::string_view text, size_t* problemAt) {
    Reader in{text};
    CivilTime time;
    if (readRfc5322(in, time) && fieldsExist(time))
        return time;
    if (problemAt)
        *problemAt = in.at;
    return {};
}

std::string formatRfc5322(int64_t seconds, std::string_view zone) {
    CivilTime time = civilFromSeconds(seconds);
    int weekday = weekdayOfDays(daysFromDate(time.year, time.month, time.day));
    std::string text(weekdays[size_t(weekday)]);
    text += ", " + std::to_string(time.day) + ' ';
    text += months[size_t(time.month - 1)];
    text += ' ' + std::to_string(time.year) + ' ' + twoDigits(time.hour) + ':' + twoDigits(time.minute) +
            ':' + twoDigits(time.second) + ' ';
    text += zone == "0" ? std::string_view("+0000") : zone;
    return text;
}

} // namespace barre::runtime
