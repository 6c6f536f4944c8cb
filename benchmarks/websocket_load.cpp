// links: barre_options
// A load generator for WebSocket servers: websocket_load PORT PATH CONNECTIONS IN_FLIGHT SIZE SECONDS
// echo|broadcast [PID] Prints messages per second and, with the server's PID, its CPU microseconds per
// message.
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <netinet/tcp.h>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Load {
    int port, connections, inFlight, size;
    double seconds;
    bool isBroadcast;
    std::string path, pid;
};

struct Client {
    int descriptor = -1;
    size_t skip = 0;  // payload bytes of the current frame still to come
    std::string head; // of the current frame, while it is not complete
    uint64_t received = 0;
};

[[noreturn]] void die(const char* what) {
    std::perror(what);
    std::exit(1);
}

int connectTo(int port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        die("connect");
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

void sendAll(int descriptor, const std::string& bytes) {
    for (size_t sent = 0; sent < bytes.size();) {
        const ssize_t moved = ::send(descriptor, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (moved <= 0)
            die("send");
        sent += size_t(moved);
    }
}

void upgrade(Client& client, const Load& load) {
    client.descriptor = connectTo(load.port);
    sendAll(client.descriptor,
            "GET " + load.path +
                " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    std::string head;
    char byte;
    while (head.find("\r\n\r\n") == std::string::npos)
        if (::recv(client.descriptor, &byte, 1, 0) == 1)
            head += byte;
        else
            die("handshake");
    if (head.find(" 101 ") == std::string::npos) {
        std::fprintf(stderr, "not upgraded: %s\n", head.c_str());
        std::exit(1);
    }
}

/// A masked text frame; the mask is not zero, so that the server has to take it off.
std::string textFrame(size_t size) {
    std::string frame = "\x81";
    if (size < 126) {
        frame += char(0x80 | size);
    } else if (size < 65536) {
        frame += char(0x80 | 126);
        frame += char(size >> 8);
        frame += char(size);
    } else {
        frame += char(0x80 | 127);
        for (int i = 7; i >= 0; --i)
            frame += char(uint64_t(size) >> (8 * i));
    }
    const char mask[4] = {0x11, 0x22, 0x33, 0x44};
    frame.append(mask, 4);
    for (size_t i = 0; i < size; ++i)
        frame += char('a' ^ mask[i & 3]);
    return frame;
}

/// Counts the data messages in the bytes; frames may be cut anywhere.
unsigned count(Client& client, const char* bytes, size_t size) {
    unsigned messages = 0;
    while (size > 0) {
        const size_t skipped = std::min(client.skip, size);
        client.skip -= skipped;
        bytes += skipped;
        size -= skipped;
        if (size == 0)
            break;
        client.head += *bytes++;
        --size;
        const auto byte = [&](size_t i) { return size_t(uint8_t(client.head[i])); };
        const size_t length = client.head.size() > 1 ? byte(1) & 127 : 0;
        const size_t wanted = client.head.size() < 2 ? 2 : length == 126 ? 4 : length == 127 ? 10 : 2;
        if (client.head.size() < wanted)
            continue;
        client.skip = length;
        if (length > 125) {
            client.skip = 0;
            for (size_t i = 2; i < wanted; ++i)
                client.skip = client.skip << 8 | byte(i);
        }
        messages += (byte(0) & 0x80) && (byte(0) & 0x0F) < 8;
        client.head.clear();
    }
    return messages;
}

double cpuSeconds(const std::string& pid) {
    if (pid.empty())
        return 0;
    std::ifstream in("/proc/" + pid + "/schedstat");
    double nanoseconds = 0;
    in >> nanoseconds;
    return nanoseconds / 1e9;
}

struct Result {
    uint64_t messages = 0;
    double seconds = 0, cpu = 0;
};

Result run(std::vector<Client>& clients, const Load& load, const std::string& frame, double seconds) {
    const int epoll = ::epoll_create1(0);
    for (Client& client : clients) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &client;
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, client.descriptor, &event);
    }
    std::string burst;
    for (int i = 0; i < load.inFlight; ++i)
        burst += frame;
    const double cpu = cpuSeconds(load.pid);
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::duration<double>(seconds);
    uint64_t sentRounds = 1;
    if (load.isBroadcast)
        sendAll(clients[0].descriptor, frame);
    else
        for (Client& client : clients)
            sendAll(client.descriptor, burst);
    Result result;
    uint64_t outstanding = load.isBroadcast ? clients.size() : clients.size() * size_t(load.inFlight);
    std::vector<char> buffer(1 << 18);
    while (outstanding > 0) {
        epoll_event events[256];
        const int ready = ::epoll_wait(epoll, events, 256, 5000);
        if (ready <= 0) {
            std::fprintf(stderr, "the server does not answer any more\n");
            std::exit(1);
        }
        const bool goesOn = Clock::now() < end;
        for (int i = 0; i < ready; ++i) {
            Client& client = *static_cast<Client*>(events[i].data.ptr);
            const ssize_t got = ::recv(client.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (got <= 0)
                die("recv");
            const unsigned messages = count(client, buffer.data(), size_t(got));
            result.messages += messages;
            outstanding -= std::min<uint64_t>(messages, outstanding);
            if (load.isBroadcast || !goesOn || messages == 0)
                continue;
            std::string more;
            for (unsigned n = 0; n < messages; ++n)
                more += frame;
            sendAll(client.descriptor, more);
            outstanding += messages;
        }
        if (load.isBroadcast && outstanding == 0 && goesOn) {
            sendAll(clients[sentRounds++ % clients.size()].descriptor, frame);
            outstanding = clients.size();
        }
    }
    result.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    result.cpu = cpuSeconds(load.pid) - cpu;
    ::close(epoll);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 8) {
        std::fprintf(stderr, "usage: %s PORT PATH CONNECTIONS IN_FLIGHT SIZE SECONDS echo|broadcast [PID]\n",
                     argv[0]);
        return 2;
    }
    const Load load{std::atoi(argv[1]),
                    std::atoi(argv[3]),
                    std::atoi(argv[4]),
                    std::atoi(argv[5]),
                    std::atof(argv[6]),
                    std::strcmp(argv[7], "broadcast") == 0,
                    argv[2],
                    argc > 8 ? argv[8] : ""};
    std::vector<Client> clients{size_t(load.connections)};
    for (Client& client : clients)
        upgrade(client, load);
    const std::string frame = textFrame(size_t(load.size));
    run(clients, load, frame, load.seconds / 5); // warm up
    const Result result = run(clients, load, frame, load.seconds);
    std::printf("%.0f messages/s", double(result.messages) / result.seconds);
    if (!load.pid.empty())
        std::printf(" %.2f us/message", result.cpu * 1e6 / double(result.messages));
    std::printf("\n");
}
