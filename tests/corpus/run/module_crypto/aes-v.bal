import ballerina/crypto;
import ballerina/io;

function hex(byte[]|crypto:Error bytes) returns string => bytes is error ? bytes.message() : bytes.toBase16();

public function main() returns error? {
    // The examples of FIPS 197 and of the test vectors of GCM.
    byte[] plain = base16 `00112233445566778899aabbccddeeff`;
    byte[] key128 = base16 `000102030405060708090a0b0c0d0e0f`;
    byte[] key192 = base16 `000102030405060708090a0b0c0d0e0f1011121314151617`;
    byte[] key256 = base16 `000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f`;
    io:println(hex(crypto:encryptAesEcb(plain, key128, crypto:NONE))); // @output 69c4e0d86a7b0430d8cdb78070b4c55a
    io:println(hex(crypto:encryptAesEcb(plain, key192, crypto:NONE))); // @output dda97ca4864cdfe06eaf70a0ec0d7191
    io:println(hex(crypto:encryptAesEcb(plain, key256, crypto:NONE))); // @output 8ea2b7ca516745bfeafc49904b496089
    byte[] zeros = base16 `00000000000000000000000000000000`;
    byte[] iv = base16 `000000000000000000000000`;
    io:println(hex(crypto:encryptAesGcm(zeros, zeros, iv)));
    // @output 0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf
    io:println(hex(crypto:encryptAesGcm(zeros, zeros, iv, tagSize = 96)));
    // @output 0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b2

    byte[] text = "a text of no round length".toBytes();
    byte[] cbc = check crypto:encryptAesCbc(text, key256, zeros);
    io:println(cbc.length(), check crypto:decryptAesCbc(cbc, key256, zeros) == text); // @output 32true
    byte[] ecb = check crypto:encryptAesEcb(text, key192);
    io:println(ecb.length(), check crypto:decryptAesEcb(ecb, key192) == text); // @output 32true
    byte[] gcm = check crypto:encryptAesGcm(text, key128, zeros);
    io:println(gcm.length(), check crypto:decryptAesGcm(gcm, key128, zeros) == text); // @output 41true
    gcm[0] ^= 1;
    io:println(crypto:decryptAesGcm(gcm, key128, zeros) is crypto:Error); // @output true
    io:println(crypto:decryptAesCbc(cbc, key128, zeros) is crypto:Error); // @output true
    io:println(hex(crypto:encryptAesCbc(text, [1, 2], zeros))); // @output Invalid key size. Valid key sizes in bytes: [16, 24, 32]
    io:println(hex(crypto:encryptAesCbc(text, key128, [1]))); // @output Error occurred while AES encrypt/decrypt: Wrong IV length: must be 16 bytes long
    io:println(hex(crypto:encryptAesCbc(text, key128, zeros, crypto:NONE)));
    // @output Error occurred while AES encrypt/decrypt: Input length not multiple of 16 bytes
    io:println(hex(crypto:encryptAesGcm(text, key128, zeros, tagSize = 64)));
    // @output Invalid tag size. Valid tag sizes in bytes: [96, 104, 112, 120, 128]
    io:println(hex(crypto:decryptAesGcm([1, 2], key128, zeros)).startsWith("Error occurred")); // @output true
    io:println(check crypto:encryptAesEcb([], key128, crypto:NONE)); // @output []
}
