// Texts that programs read: TOML, JSON, XML, regular expressions, numbers. The first byte chooses.
#include "model/project/manifest.h"
#include "tests/fuzz/engine.h"

#include "runtime/values/string_value.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace barre;

/// What is written again is read as the same value; of a decimal only the text is the same: 2.50e2 is
/// written 250. A float that is too large is Infinity, as in Java; JSON has no text for it.
constexpr const char* readers = R"(
import ballerina/lang.array;

function json_(string text) {
    json|error value = text.fromJsonString();
    if value is json {
        string written = value.toJsonString();
        json again = checkpanic written.fromJsonString();
        if again.toJsonString() != written {
            panic error("another text");
        }
    }
    json|error floats = text.fromJsonFloatString();
    if floats is json && floats.toJsonString().indexOf("Infinity") is () {
        json again = checkpanic floats.toJsonString().fromJsonFloatString();
        if again != floats {
            panic error("another value");
        }
    }
    error|anydata other = trap text.fromBalString();
    if other is anydata {
        _ = other.toBalString();
    }
}

function xml_(string text) {
    xml|error value = xml:fromString(text);
    if value is xml {
        string written = value.toString();
        xml again = checkpanic xml:fromString(written);
        if again.toString() != written {
            panic error("another value");
        }
        foreach xml item in value.children() {
            _ = item.toString();
        }
    }
}

function regexp_(string text) {
    string:RegExp|error pattern = regexp:fromString(text);
    if pattern is string:RegExp {
        foreach string each in ["", "aab", text, "ä1 \n"] {
            _ = pattern.isFullMatch(each);
            _ = pattern.findAll(each).length();
            _ = pattern.replaceAll(each, "-");
            _ = pattern.split(each);
        }
    }
}

function numbers(string text) {
    int|error i = int:fromString(text);
    if i is int && int:fromString(i.toString()) != i {
        panic error("another int");
    }
    float|error f = float:fromString(text);
    if f is float && !(f === checkpanic float:fromString(f.toString())) {
        panic error("another float");
    }
    decimal|error d = decimal:fromString(text);
    if d is decimal && decimal:fromString(d.toString()) != d {
        panic error("another decimal");
    }
    _ = int:fromHexString(text) is int;
}

function strings(string text) {
    if string:fromCodePointInts(text.toCodePointInts()) != text || checkpanic string:fromBytes(text.toBytes()) != text {
        panic error("another string");
    }
    _ = text.toUpperAscii().trim().indexOf("a");
    _ = array:fromBase64(text) is error || array:fromBase16(text) is error;
}
)";

fuzz::Engine& engine() {
    static fuzz::Engine made(*fuzz::check(readers));
    return made;
}

void readToml(std::string_view text) {
    model::readManifest(text, "folder");
    model::readConfig(text).find("org", "module", "a.b");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static constexpr const char* functions[] = {"json_", "xml_", "regexp_", "numbers", "strings"};
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const size_t choice = data[0] % 6;
    if (choice == 5 || !runtime::isValidUtf8(text)) {
        readToml(text);
        return 0;
    }
    runtime::Vm& vm = engine().vm();
    const std::string panic =
        engine().run(vm.findFunction(vm.program().modules.back().name, functions[choice]), {vm.string(text)});
    const bool isTooDeep = panic.find("StackOverflow") != std::string::npos;
    if (!panic.empty() && !isTooDeep)
        std::abort();
    return 0;
}
