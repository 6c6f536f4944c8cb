// Argon2id: RFC 9106, on BLAKE2b: RFC 7693.
#include "runtime/library/argon2.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace barre::runtime {
namespace {

// --- BLAKE2b

constexpr std::array<uint64_t, 8> initial = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                             0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                             0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
constexpr uint8_t order[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                   {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                   {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                   {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                   {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                   {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                   {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                   {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                   {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                   {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};
constexpr size_t blakeBlock = 128, longestHash = 64;
constexpr int blakeRounds = 12;

std::string littleEndian(uint64_t number, size_t bytes) {
    std::string text;
    for (size_t i = 0; i < bytes; ++i)
        text += char(number >> (8 * i));
    return text;
}

uint64_t wordAt(std::string_view bytes, size_t at) {
    uint64_t word = 0;
    for (size_t i = 8; i-- > 0;)
        word = word << 8 | uint8_t(bytes[at + i]);
    return word;
}

void mix(uint64_t& a, uint64_t& b, uint64_t& c, uint64_t& d, uint64_t x, uint64_t y) {
    a = a + b + x;
    d = std::rotr(d ^ a, 32);
    c = c + d;
    b = std::rotr(b ^ c, 24);
    a = a + b + y;
    d = std::rotr(d ^ a, 16);
    c = c + d;
    b = std::rotr(b ^ c, 63);
}

void compress(std::array<uint64_t, 8>& state, std::string_view block, uint64_t count, bool isLast) {
    std::array<uint64_t, 16> v;
    std::ranges::copy(state, v.begin());
    std::ranges::copy(initial, v.begin() + 8);
    v[12] ^= count;
    if (isLast)
        v[14] = ~v[14];
    for (int round = 0; round < blakeRounds; ++round) {
        const auto word = [&](int i) { return wordAt(block, size_t(order[round % 10][i]) * 8); };
        for (int i = 0; i < 4; ++i)
            mix(v[i], v[4 + i], v[8 + i], v[12 + i], word(2 * i), word(2 * i + 1));
        for (int i = 0; i < 4; ++i)
            mix(v[i], v[4 + (i + 1) % 4], v[8 + (i + 2) % 4], v[12 + (i + 3) % 4], word(8 + 2 * i),
                word(9 + 2 * i));
    }
    for (size_t i = 0; i < state.size(); ++i)
        state[i] ^= v[i] ^ v[i + 8];
}

std::string blake2b(std::string text, size_t length) {
    std::array<uint64_t, 8> state = initial;
    state[0] ^= 0x01010000 ^ length;
    const size_t size = text.size();
    text.resize(std::max<size_t>(1, (size + blakeBlock - 1) / blakeBlock) * blakeBlock);
    for (size_t at = 0; at < text.size(); at += blakeBlock) {
        const bool isLast = at + blakeBlock == text.size();
        compress(state, std::string_view(text).substr(at, blakeBlock), isLast ? size : at + blakeBlock,
                 isLast);
    }
    std::string hash;
    for (uint64_t word : state)
        hash += littleEndian(word, 8);
    return hash.substr(0, length);
}

/// A hash of any length.
std::string longHash(const std::string& text, uint32_t length) {
    const std::string input = littleEndian(length, 4) + text;
    if (length <= longestHash)
        return blake2b(input, length);
    std::string part = blake2b(input, longestHash), hash;
    while (length - hash.size() > longestHash) {
        hash += part.substr(0, longestHash / 2);
        const size_t left = length - hash.size();
        part = blake2b(part, std::min(left, longestHash));
    }
    return hash + part;
}

// --- Argon2

constexpr uint32_t version = 0x13, argon2idType = 2, slices = 4, blockBytes = 1024, blockWords = 128;

using Block = std::array<uint64_t, blockWords>;

void operator^=(Block& block, const Block& other) {
    for (size_t i = 0; i < blockWords; ++i)
        block[i] ^= other[i];
}

void mixByProducts(uint64_t& a, uint64_t& b, uint64_t& c, uint64_t& d) {
    const auto sum = [](uint64_t x, uint64_t y) { return x + y + 2 * uint64_t(uint32_t(x)) * uint32_t(y); };
    a = sum(a, b);
    d = std::rotr(d ^ a, 32);
    c = sum(c, d);
    b = std::rotr(b ^ c, 24);
    a = sum(a, b);
    d = std::rotr(d ^ a, 16);
    c = sum(c, d);
    b = std::rotr(b ^ c, 63);
}

/// Permutes 16 words: pairs, at a distance from each other.
void permute(Block& block, size_t start, size_t distance) {
    const auto at = [&](size_t i) -> uint64_t& { return block[start + i / 2 * distance + i % 2]; };
    for (size_t i = 0; i < 4; ++i)
        mixByProducts(at(i), at(4 + i), at(8 + i), at(12 + i));
    for (size_t i = 0; i < 4; ++i)
        mixByProducts(at(i), at(4 + (i + 1) % 4), at(8 + (i + 2) % 4), at(12 + (i + 3) % 4));
}

Block compressed(const Block& one, const Block& other) {
    Block mixed = one;
    mixed ^= other;
    Block block = mixed;
    for (size_t row = 0; row < 8; ++row)
        permute(block, row * 16, 2);
    for (size_t column = 0; column < 8; ++column)
        permute(block, column * 2, 16);
    block ^= mixed;
    return block;
}

class Argon2 {
public:
    explicit Argon2(const Argon2Cost& cost)
        : m_cost(cost), m_segment(std::max(cost.kibibytes / (slices * cost.lanes), uint32_t(2))),
          m_columns(m_segment * slices), m_blocks(size_t(m_columns) * cost.lanes) {}

    std::string hash(std::string_view password, std::string_view salt, uint32_t length) {
        begin(password, salt, length);
        for (uint32_t pass = 0; pass < m_cost.passes; ++pass)
            for (uint32_t slice = 0; slice < slices; ++slice)
                for (uint32_t lane = 0; lane < m_cost.lanes; ++lane)
                    fill({pass, slice, lane});
        Block last = {};
        for (uint32_t lane = 0; lane < m_cost.lanes; ++lane)
            last ^= at(lane, m_columns - 1);
        std::string bytes;
        for (uint64_t word : last)
            bytes += littleEndian(word, 8);
        return longHash(bytes, length);
    }

private:
    struct Segment {
        uint32_t pass, slice, lane;
    };

    Block& at(uint32_t lane, uint32_t column) { return m_blocks[size_t(lane) * m_columns + column]; }

    void begin(std::string_view password, std::string_view salt, uint32_t length) {
        std::string input;
        for (uint32_t number : {m_cost.lanes, length, m_cost.kibibytes, m_cost.passes, version, argon2idType})
            input += littleEndian(number, 4);
        for (std::string_view text : {password, salt, std::string_view(), std::string_view()})
            input.append(littleEndian(text.size(), 4)).append(text);
        const std::string seed = blake2b(input, longestHash);
        for (uint32_t lane = 0; lane < m_cost.lanes; ++lane)
            for (uint32_t column = 0; column < 2; ++column) {
                const std::string bytes =
                    longHash(seed + littleEndian(column, 4) + littleEndian(lane, 4), blockBytes);
                for (size_t i = 0; i < blockWords; ++i)
                    at(lane, column)[i] = wordAt(bytes, i * 8);
            }
    }

    void fill(const Segment& segment) {
        const bool isIndependent = segment.pass == 0 && segment.slice < slices / 2;
        Block counter = {segment.pass,    segment.lane,  segment.slice,
                         m_blocks.size(), m_cost.passes, argon2idType};
        Block addresses = {};
        const uint32_t first = segment.pass == 0 && segment.slice == 0 ? 2 : 0;
        for (uint32_t i = first; i < m_segment; ++i) {
            if (isIndependent && (i == first || i % blockWords == 0)) {
                ++counter[6];
                addresses = compressed({}, compressed({}, counter));
            }
            const uint32_t column = segment.slice * m_segment + i;
            const Block& previous = at(segment.lane, (column + m_columns - 1) % m_columns);
            const uint64_t random = isIndependent ? addresses[i % blockWords] : previous[0];
            Block block = compressed(previous, reference(segment, i, random));
            if (segment.pass > 0)
                block ^= at(segment.lane, column);
            at(segment.lane, column) = block;
        }
    }

    /// The block that a random number means: of those that are done, rather a late one.
    const Block& reference(const Segment& segment, uint32_t i, uint64_t random) {
        const bool isFirst = segment.pass == 0 && segment.slice == 0;
        const uint32_t lane = isFirst ? segment.lane : uint32_t((random >> 32) % m_cost.lanes);
        uint32_t count = segment.pass == 0 ? segment.slice * m_segment : m_columns - m_segment;
        if (lane == segment.lane)
            count += i - 1;
        else if (i == 0)
            --count;
        const uint64_t low = uint32_t(random);
        const uint64_t back = count * (low * low >> 32) >> 32;
        const uint32_t start = segment.pass == 0 ? 0 : (segment.slice + 1) % slices * m_segment;
        return at(lane, uint32_t((start + count - 1 - back) % m_columns));
    }

    Argon2Cost m_cost;
    uint32_t m_segment; ///< its length
    uint32_t m_columns; ///< of each lane
    std::vector<Block> m_blocks;
};

} // namespace

std::string argon2id(std::string_view password, std::string_view salt, const Argon2Cost& cost,
                     uint32_t length) {
    return Argon2(cost).hash(password, salt, length);
}

} // namespace barre::runtime
