// bcrypt: Provos and Mazières, "A Future-Adaptable Password Scheme", 1999, on Schneier's cipher Blowfish.
#include "runtime/crypto/bcrypt.h"

#include <algorithm>
#include <vector>

namespace barre::runtime {
namespace {

constexpr int roundKeys = 18, boxes = 4, boxSize = 256;
constexpr int tableWords = roundKeys + boxes * boxSize;

/// A number in fixed point: a whole word, then words of the fraction.
using Fixed = std::vector<uint32_t>;

/// Divides; words before `first` are zero. Returns the first that is not, afterwards.
size_t divide(Fixed& number, uint32_t divisor, size_t first) {
    uint64_t rest = 0;
    for (size_t i = first; i < number.size(); ++i) {
        rest = rest << 32 | number[i];
        number[i] = uint32_t(rest / divisor);
        rest %= divisor;
    }
    while (first < number.size() && number[first] == 0)
        ++first;
    return first;
}

void add(Fixed& sum, const Fixed& number) {
    uint64_t carry = 0;
    for (size_t i = sum.size(); i-- > 0;) {
        carry += uint64_t(sum[i]) + number[i];
        sum[i] = uint32_t(carry);
        carry >>= 32;
    }
}

void subtract(Fixed& sum, const Fixed& number) {
    int64_t carry = 0;
    for (size_t i = sum.size(); i-- > 0;) {
        carry += int64_t(sum[i]) - number[i];
        sum[i] = uint32_t(carry);
        carry >>= 32;
    }
}

/// factor · arctan(1 / divisor), by its power series.
Fixed arcTangent(uint32_t factor, uint32_t divisor, size_t words) {
    Fixed power(words, 0);
    power[0] = factor;
    size_t first = divide(power, divisor, 0);
    Fixed sum = power;
    for (uint32_t n = 3; first < words; n += 2) {
        first = divide(power, divisor * divisor, first);
        Fixed term = power;
        divide(term, n, first);
        if (n % 4 == 3)
            subtract(sum, term);
        else
            add(sum, term);
    }
    return sum;
}

/// The cipher's tables begin as the fraction of pi, which is told here by Machin's formula.
Fixed fractionOfPi() {
    constexpr size_t spare = 2;
    Fixed pi = arcTangent(16, 5, 1 + tableWords + spare);
    subtract(pi, arcTangent(4, 239, pi.size()));
    return {pi.begin() + 1, pi.begin() + 1 + tableWords};
}

/// Reads bytes as words, over and over.
class Words {
public:
    explicit Words(std::string_view bytes) : m_bytes(bytes) {}

    uint32_t next() {
        uint32_t word = 0;
        for (int i = 0; i < 4 && !m_bytes.empty(); ++i) {
            word = word << 8 | uint8_t(m_bytes[m_at]);
            m_at = (m_at + 1) % m_bytes.size();
        }
        return word;
    }

private:
    std::string_view m_bytes;
    size_t m_at = 0;
};

class Blowfish {
public:
    Blowfish() {
        static const Fixed initial = fractionOfPi();
        std::ranges::copy(initial, m_table.begin());
    }

    /// An empty salt is one of zeros.
    void expandKey(std::string_view salt, std::string_view key) {
        Words keyWords(key), saltWords(salt);
        for (int i = 0; i < roundKeys; ++i)
            m_table[i] ^= keyWords.next();
        uint32_t left = 0, right = 0;
        for (int i = 0; i < tableWords; i += 2) {
            left ^= saltWords.next();
            right ^= saltWords.next();
            encrypt(left, right);
            m_table[i] = left;
            m_table[i + 1] = right;
        }
    }

    void encrypt(uint32_t& left, uint32_t& right) const {
        for (int i = 0; i < roundKeys - 2; ++i) {
            left ^= m_table[i];
            right ^= mixed(left);
            std::swap(left, right);
        }
        std::swap(left, right);
        right ^= m_table[roundKeys - 2];
        left ^= m_table[roundKeys - 1];
    }

private:
    uint32_t box(int index, uint32_t at) const { return m_table[roundKeys + index * boxSize + (at & 0xff)]; }
    uint32_t mixed(uint32_t word) const {
        return ((box(0, word >> 24) + box(1, word >> 16)) ^ box(2, word >> 8)) + box(3, word);
    }

    std::array<uint32_t, tableWords> m_table;
};

} // namespace

BcryptHash bcrypt(std::string_view password, std::string_view salt, unsigned cost) {
    Blowfish cipher;
    cipher.expandKey(salt, password);
    for (uint64_t rounds = uint64_t(1) << cost; rounds > 0; --rounds) {
        cipher.expandKey({}, password);
        cipher.expandKey({}, salt);
    }
    BcryptHash hash;
    Words text("OrpheanBeholderScryDoubt");
    for (size_t i = 0; i < hash.size(); i += 8) {
        uint32_t left = text.next(), right = text.next();
        for (int round = 0; round < 64; ++round)
            cipher.encrypt(left, right);
        for (size_t byte = 0; byte < 4; ++byte) {
            hash[i + byte] = uint8_t(left >> (24 - 8 * byte));
            hash[i + 4 + byte] = uint8_t(right >> (24 - 8 * byte));
        }
    }
    return hash;
}

} // namespace barre::runtime
