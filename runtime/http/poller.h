// Watches many sockets for Qt's event loop: one epoll descriptor behind one notifier, so that a turn of the
// loop does not cost more because thousands of connections are idle.
#pragma once

#include <QtCore/QObject>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

class QSocketNotifier;

namespace barre::runtime::http {

class Stream;

/// Told when a socket may be read or written again (edge-triggered: go on until it blocks).
struct Watcher {
    virtual ~Watcher() = default;
    /// `atEnd`: the other side may have hung up, so that a read that gets little is not the last one.
    virtual void ready(bool atEnd) = 0;
};

/// Has bytes to send at the end of a turn of the loop.
struct Flusher {
    virtual ~Flusher() = default;
    virtual void flush() = 0;
};

/// One per worker, on its thread.
class Poller final : public QObject {
public:
    explicit Poller(QObject* parent = nullptr);
    ~Poller() override;

    void add(int descriptor, Watcher* watcher);
    void remove(int descriptor, Watcher* watcher);
    /// Calls the watcher again in the next turn, after the others: it has not read everything.
    void again(Watcher* watcher);
    /// Flushes at the end of this turn; what is written until then goes out together.
    void flushLater(Flusher* flusher);
    void forget(Flusher* flusher);
    void flushAll();
    /// Memory to read into, for the time of one call.
    std::span<char> scratch() { return m_scratch; }
    /// Lets the client read what was written: half-closes, reads what it still sends, closes within a second.
    void closeGently(std::unique_ptr<Stream> stream);

private:
    struct Wakened {
        Watcher* watcher;
        bool atEnd;
    };

    void dispatch();
    void runBatch();
    void runAgain();

    int m_epoll = -1;
    QSocketNotifier* m_notifier = nullptr;
    std::vector<Wakened> m_batch; ///< of the running dispatch; removed ones are null
    std::vector<char> m_scratch;
    std::vector<Wakened> m_again;
    std::vector<Flusher*> m_flushers;
    bool m_againPosted = false;
};

} // namespace barre::runtime::http
