import ballerina/crypto;
import ballerina/io;

public function main() returns error? {
    byte[] text = "abc".toBytes();
    io:println(crypto:hashMd5(text).toBase16()); // @output 900150983cd24fb0d6963f7d28e17f72
    io:println(crypto:hashSha1(text).toBase16()); // @output a9993e364706816aba3e25717850c26c9cd0d89d
    io:println(crypto:hashSha256(text).toBase16());
    // @output ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
    io:println(crypto:hashSha384(text).length(), " ", crypto:hashSha512(text).length()); // @output 48 64
    io:println(crypto:hashKeccak256([]).toBase16());
    // @output c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470
    io:println(crypto:hashKeccak256("bc".toBytes(), "a".toBytes()).toBase16());
    // @output 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45
    io:println(crypto:hashKeccak256("".padEnd(136, "a").toBytes()).toBase16());
    // @output a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e
    io:println(crypto:hashMd5("c".toBytes(), "ab".toBytes()) == crypto:hashMd5(text)); // @output true
    io:println(crypto:crc32b("123456789".toBytes())); // @output cbf43926
    byte[] key = "Jefe".toBytes();
    byte[] message = "what do ya want for nothing?".toBytes();
    io:println((check crypto:hmacMd5(message, key)).toBase16()); // @output 750c783e6ab0b503eaa86e310a5db738
    io:println((check crypto:hmacSha256(message, key)).toBase16());
    // @output 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
    io:println(crypto:hmacSha1(message, []) is crypto:Error); // @output true
}
