// io: channels that read and write bytes, and text of them.
#include "runtime/library/files.h"
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"

#include <bit>
#include <cstring>

namespace barre::runtime {
namespace {

/// Where a channel reads: an open file, or bytes of the memory. Closed: neither.
class ByteSource final : public NativeData {
public:
    explicit ByteSource(File file) : m_file(std::move(file)) {}
    explicit ByteSource(std::string content) : m_content(std::move(content)), m_isMemory(true) {}

    bool isOpen() const { return m_file || m_isMemory; }
    void close() {
        m_file.reset();
        m_isMemory = false;
    }
    /// The next byte, or EOF.
    int get() {
        if (m_file)
            return std::getc(m_file.get());
        return m_at < m_content.size() ? uint8_t(m_content[m_at++]) : EOF;
    }
    /// The end has been told: by giving nothing once, or with everything that was left.
    bool endIsTold() const { return m_endIsTold; }
    void tellEnd() { m_endIsTold = true; }
    std::string read(size_t most) {
        std::string bytes;
        for (int c = 0; bytes.size() < most && (c = get()) != EOF;)
            bytes += char(c);
        return bytes;
    }
    /// Leaves out the next byte if it is that one.
    void skip(char c) {
        if (m_file) {
            if (const int next = std::getc(m_file.get()); next != c && next != EOF)
                std::ungetc(next, m_file.get());
        } else if (m_at < m_content.size() && m_content[m_at] == c) {
            ++m_at;
        }
    }
    bool hasFailed() const { return m_file && std::ferror(m_file.get()); }

private:
    File m_file;
    std::string m_content;
    size_t m_at = 0;
    bool m_isMemory = false;
    bool m_endIsTold = false;
};

struct ByteSink final : NativeData {
    File file;
};

constexpr size_t everything = SIZE_MAX;
constexpr size_t usualBlock = 16384;
constexpr const char* closedMessage = "Byte channel is already closed.";

ByteSource* openSource(NativeCall& call) {
    auto* source = nativeOf<ByteSource>(call.arg(0));
    return source && source->isOpen() ? source : nullptr;
}

NativeResult giveClosed(NativeCall& call) {
    return giveIoError(call, "GenericError", closedMessage);
}

NativeResult giveEnd(NativeCall& call, const ByteSource& source) {
    return source.hasFailed() ? giveProblem(call, systemProblem())
                              : giveIoError(call, "EofError", "EoF when reading from the channel");
}

NativeResult giveText(NativeCall& call, const std::string& text) {
    return isValidUtf8(text) ? call.giveString(text)
                             : giveIoError(call, "GenericError", "the content is not valid UTF-8");
}

NativeResult giveChannel(NativeCall& call, const char* className, std::unique_ptr<NativeData> native) {
    Object* channel = call.vm().object(*call.vm().findClass("ballerina/io", className));
    setNative(call.heap(), channel, std::move(native));
    return call.give(Value::of(channel));
}

NativeResult openReadable(NativeCall& call) {
    FileProblem problem;
    File file = openToRead(call.text(0), problem);
    return file ? giveChannel(call, "ReadableByteChannel", std::make_unique<ByteSource>(std::move(file)))
                : giveProblem(call, problem);
}

NativeResult openWritable(NativeCall& call) {
    FileProblem problem;
    auto sink = std::make_unique<ByteSink>();
    sink->file = openToWrite(call.text(0), asksToAppend(call, 1), problem);
    return sink->file ? giveChannel(call, "WritableByteChannel", std::move(sink))
                      : giveProblem(call, problem);
}

std::string bytesOf(const Value& list) {
    std::string bytes;
    for (uint32_t i = 0; i < list.list()->length; ++i)
        bytes += char(list.list()->at(i).integer);
    return bytes;
}

NativeResult createReadable(NativeCall& call) {
    return giveChannel(call, "ReadableByteChannel", std::make_unique<ByteSource>(bytesOf(call.arg(0))));
}

NativeResult read(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    if (source->endIsTold())
        return giveEnd(call, *source);
    const int64_t most = call.arg(1).integer;
    const std::string bytes = source->read(most > 0 ? size_t(most) : usualBlock);
    if (bytes.empty())
        source->tellEnd();
    return source->hasFailed() ? giveEnd(call, *source) : call.give(call.vm().bytes(bytes));
}

NativeResult readAll(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    const Value bytes = call.vm().bytes(source->read(everything));
    source->tellEnd();
    if (source->hasFailed())
        return giveEnd(call, *source);
    bytes.object->flags |= ReadonlyFlag;
    return call.give(bytes);
}

NativeResult closeSource(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    source->close();
    return call.giveNil();
}

NativeResult isClosed(NativeCall& call) {
    return call.give(Value::of(openSource(call) == nullptr));
}

/// Bytes that follow the first byte of a character.
int continuationBytes(int first) {
    return first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
}

NativeResult nextCharacters(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    std::string text;
    for (int64_t left = call.arg(1).integer; left > 0; --left) {
        const int first = source->get();
        if (first == EOF)
            break;
        text += char(first);
        text += source->read(size_t(continuationBytes(first)));
    }
    if (!text.empty())
        return giveText(call, text);
    if (source->endIsTold() || source->hasFailed())
        return giveEnd(call, *source);
    source->tellEnd();
    return call.giveString(text);
}

NativeResult nextLine(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    std::string line;
    int c = source->get();
    if (c == EOF)
        return giveEnd(call, *source);
    for (; c != EOF && c != '\n' && c != '\r'; c = source->get())
        line += char(c);
    if (c == '\r')
        source->skip('\n');
    return giveText(call, line);
}

NativeResult restAsText(NativeCall& call) {
    ByteSource* source = openSource(call);
    if (!source)
        return giveClosed(call);
    const std::string text = source->read(everything);
    return source->hasFailed() ? giveEnd(call, *source) : giveText(call, joinedLines(text));
}

NativeResult write(NativeCall& call) {
    auto* sink = nativeOf<ByteSink>(call.arg(0));
    if (!sink || !sink->file)
        return giveClosed(call);
    const std::string bytes = bytesOf(call.arg(1));
    const size_t from = std::min(bytes.size(), size_t(std::max<int64_t>(call.arg(2).integer, 0)));
    const size_t count = bytes.size() - from;
    if (std::fwrite(bytes.data() + from, 1, count, sink->file.get()) != count ||
        std::fflush(sink->file.get()) != 0)
        return giveProblem(call, systemProblem());
    return call.give(Value::of(int64_t(count)));
}

NativeResult closeSink(NativeCall& call) {
    auto* sink = nativeOf<ByteSink>(call.arg(0));
    if (!sink || !sink->file)
        return giveClosed(call);
    return std::fclose(sink->file.release()) == 0 ? call.giveNil() : giveProblem(call, systemProblem());
}

NativeResult floatOfBits32(NativeCall& call) {
    return call.give(Value::of(double(std::bit_cast<float>(uint32_t(call.arg(0).integer)))));
}

NativeResult bits32OfFloat(NativeCall& call) {
    return call.give(Value::of(int64_t(std::bit_cast<int32_t>(float(call.arg(0).floating)))));
}

constexpr NativeRow rows[] = {
    {"ballerina/io:openReadableFile", openReadable},
    {"ballerina/io:openWritableFile", openWritable},
    {"ballerina/io:createReadableChannel", createReadable},
    {"ballerina/io:ReadableByteChannel.read", read},
    {"ballerina/io:ReadableByteChannel.readAll", readAll},
    {"ballerina/io:ReadableByteChannel.close", closeSource},
    {"ballerina/io:ReadableByteChannel.isClosed", isClosed},
    {"ballerina/io:ReadableByteChannel.nextCharacters", nextCharacters},
    {"ballerina/io:ReadableByteChannel.nextLine", nextLine},
    {"ballerina/io:ReadableByteChannel.restAsText", restAsText},
    {"ballerina/io:WritableByteChannel.write", write},
    {"ballerina/io:WritableByteChannel.close", closeSink},
    {"ballerina/io:floatOfBits32", floatOfBits32},
    {"ballerina/io:bits32OfFloat", bits32OfFloat},
};

} // namespace

std::span<const NativeRow> ioChannelNatives() {
    return rows;
}

} // namespace barre::runtime
