// Keccak: Bertoni, Daemen, Peeters and Van Assche, "The Keccak reference", 2011.
#include "runtime/crypto/keccak.h"

#include <bit>

namespace barre::runtime {
namespace {

constexpr int side = 5, rounds = 24;
constexpr size_t rate = 136;

using Lanes = std::array<std::array<uint64_t, side>, side>; // [x][y]

/// The bits of a linear feedback shift register, at 2^j - 1, make the constant of a round.
uint64_t nextConstant(uint8_t& shifted) {
    uint64_t constant = 0;
    for (int j = 0; j <= 6; ++j) {
        if (shifted & 1)
            constant |= uint64_t(1) << ((1 << j) - 1);
        shifted = uint8_t(shifted << 1 ^ (shifted & 0x80 ? 0x71 : 0));
    }
    return constant;
}

void mixColumns(Lanes& a) {
    std::array<uint64_t, side> parity;
    for (int x = 0; x < side; ++x)
        parity[x] = a[x][0] ^ a[x][1] ^ a[x][2] ^ a[x][3] ^ a[x][4];
    for (int x = 0; x < side; ++x)
        for (uint64_t& lane : a[x])
            lane ^= parity[(x + 4) % side] ^ std::rotl(parity[(x + 1) % side], 1);
}

void turnLanes(Lanes& a) {
    int x = 1, y = 0;
    uint64_t moved = a[x][y];
    for (int t = 0; t < rounds; ++t) {
        const int next = (2 * x + 3 * y) % side;
        x = y;
        y = next;
        const uint64_t turned = std::rotl(moved, (t + 1) * (t + 2) / 2 % 64);
        moved = a[x][y];
        a[x][y] = turned;
    }
}

void mixRows(Lanes& a) {
    const Lanes b = a;
    for (int x = 0; x < side; ++x)
        for (int y = 0; y < side; ++y)
            a[x][y] = b[x][y] ^ (~b[(x + 1) % side][y] & b[(x + 2) % side][y]);
}

void permute(Lanes& a) {
    uint8_t shifted = 1;
    for (int round = 0; round < rounds; ++round) {
        mixColumns(a);
        turnLanes(a);
        mixRows(a);
        a[0][0] ^= nextConstant(shifted);
    }
}

void putByte(Lanes& a, size_t at, uint8_t byte) {
    const size_t lane = at / 8;
    a[lane % side][lane / side] ^= uint64_t(byte) << (at % 8 * 8);
}

} // namespace

std::array<uint8_t, 32> keccak256(std::string_view bytes) {
    Lanes lanes = {};
    size_t at = 0;
    for (char byte : bytes) {
        putByte(lanes, at++, uint8_t(byte));
        if (at == rate) {
            permute(lanes);
            at = 0;
        }
    }
    putByte(lanes, at, 0x01);
    putByte(lanes, rate - 1, 0x80);
    permute(lanes);
    std::array<uint8_t, 32> hash;
    for (size_t i = 0; i < hash.size(); ++i)
        hash[i] = uint8_t(lanes[i / 8][0] >> (i % 8 * 8));
    return hash;
}

} // namespace barre::runtime
