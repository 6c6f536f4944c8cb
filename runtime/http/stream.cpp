#include "runtime/http/stream.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace barre::runtime::http {

namespace {

Transfer outcome(ssize_t moved, bool zeroIsEnd) {
    if (moved > 0 || (moved == 0 && !zeroIsEnd))
        return {Transfer::Status::Done, size_t(moved)};
    if (moved == 0)
        return {Transfer::Status::Ended};
    return {errno == EAGAIN || errno == EWOULDBLOCK ? Transfer::Status::Blocked : Transfer::Status::Broken};
}

class PlainStream final : public Stream {
public:
    explicit PlainStream(int descriptor) : m_descriptor(descriptor) {}
    ~PlainStream() override { ::close(m_descriptor); }

    Transfer read(char* bytes, size_t size) override {
        ssize_t moved;
        do
            moved = ::recv(m_descriptor, bytes, size, MSG_DONTWAIT);
        while (moved < 0 && errno == EINTR);
        return outcome(moved, true);
    }

    Transfer write(std::string_view first, std::string_view second) override {
        iovec pieces[2] = {{const_cast<char*>(first.data()), first.size()},
                           {const_cast<char*>(second.data()), second.size()}};
        msghdr message{};
        message.msg_iov = pieces;
        message.msg_iovlen = second.empty() ? 1 : 2;
        ssize_t moved;
        do
            moved = ::sendmsg(m_descriptor, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        while (moved < 0 && errno == EINTR);
        return outcome(moved, false);
    }

    void finish() override { ::shutdown(m_descriptor, SHUT_WR); }

    void abort() override {
        const linger now{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }

    bool isSecure() const override { return false; }
    int descriptor() const override { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

std::unique_ptr<Stream> plainStream(int descriptor) {
    return std::make_unique<PlainStream>(descriptor);
}

void prepareSocket(int descriptor) {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    ::fcntl(descriptor, F_SETFD, ::fcntl(descriptor, F_GETFD) | FD_CLOEXEC);
}

std::string peerAddress(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return {};
    char text[INET6_ADDRSTRLEN] = {};
    if (address.ss_family == AF_INET6) {
        const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
        const uint16_t port = ntohs(six.sin6_port);
        if (IN6_IS_ADDR_V4MAPPED(&six.sin6_addr)) {
            ::inet_ntop(AF_INET, six.sin6_addr.s6_addr + 12, text, sizeof text);
            return std::string(text) + ":" + std::to_string(port);
        }
        ::inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof text);
        std::string shown(1, '[');
        shown += text;
        return shown + "]:" + std::to_string(port);
    }
    const auto& four = reinterpret_cast<const sockaddr_in&>(address);
    ::inet_ntop(AF_INET, &four.sin_addr, text, sizeof text);
    return std::string(text) + ":" + std::to_string(ntohs(four.sin_port));
}

} // namespace barre::runtime::http
