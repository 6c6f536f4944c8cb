#include "runtime/http/poller.h"

#include "runtime/http/stream.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTimer>

#include <algorithm>
#include <sys/epoll.h>
#include <unistd.h>

namespace barre::runtime::http {

namespace {

constexpr int batchSize = 256;
constexpr int lingerMs = 1000;
constexpr size_t scratchSize = 64 * 1024;

/// A connection that has nothing more to say and waits for its client to hang up.
class Lingering final : public QObject, public Watcher {
public:
    Lingering(Poller& poller, std::unique_ptr<Stream> stream)
        : QObject(&poller), m_poller(poller), m_stream(std::move(stream)) {
        m_stream->finish();
        m_poller.add(m_stream->descriptor(), this);
        QTimer::singleShot(lingerMs, this, &Lingering::end);
        m_poller.again(this);
    }
    ~Lingering() override { m_poller.remove(m_stream->descriptor(), this); }

    void ready(bool) override {
        char ignored[4096];
        for (int round = 0; round < 64; ++round) {
            const Transfer got = m_stream->read(ignored, sizeof ignored);
            if (got.status == Transfer::Status::Blocked)
                return;
            if (got.status != Transfer::Status::Done)
                return end();
        }
        m_poller.again(this);
    }

private:
    void end() { deleteLater(); }

    Poller& m_poller;
    std::unique_ptr<Stream> m_stream;
};

} // namespace

Poller::Poller(QObject* parent)
    : QObject(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_scratch(scratchSize) {
    m_notifier = new QSocketNotifier(m_epoll, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Poller::dispatch);
    if (auto* dispatcher = QAbstractEventDispatcher::instance())
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Poller::flushAll);
}

Poller::~Poller() {
    const QObjectList lingering = children(); // deleting one changes the list
    for (QObject* child : lingering)
        if (child != m_notifier)
            delete child;
    delete m_notifier;
    ::close(m_epoll);
}

void Poller::add(int descriptor, Watcher* watcher) {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = watcher;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void Poller::remove(int descriptor, Watcher* watcher) {
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    for (Wakened& wakened : m_batch)
        if (wakened.watcher == watcher)
            wakened.watcher = nullptr;
    std::erase_if(m_again, [&](const Wakened& wakened) { return wakened.watcher == watcher; });
}

void Poller::again(Watcher* watcher) {
    m_again.push_back({watcher, true});
    if (m_againPosted)
        return;
    m_againPosted = true;
    QMetaObject::invokeMethod(this, &Poller::runAgain, Qt::QueuedConnection);
}

void Poller::runAgain() {
    m_againPosted = false;
    m_batch.swap(m_again);
    runBatch();
}

void Poller::dispatch() {
    epoll_event events[batchSize];
    const int count = ::epoll_wait(m_epoll, events, batchSize, 0);
    for (int i = 0; i < count; ++i)
        m_batch.push_back({static_cast<Watcher*>(events[i].data.ptr),
                           (events[i].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0});
    runBatch();
}

void Poller::runBatch() {
    for (size_t i = 0; i < m_batch.size(); ++i)
        if (m_batch[i].watcher)
            m_batch[i].watcher->ready(m_batch[i].atEnd);
    m_batch.clear();
    flushAll();
}

void Poller::flushLater(Flusher* flusher) {
    m_flushers.push_back(flusher);
}

void Poller::forget(Flusher* flusher) {
    std::replace(m_flushers.begin(), m_flushers.end(), flusher, static_cast<Flusher*>(nullptr));
}

void Poller::flushAll() {
    for (size_t i = 0; i < m_flushers.size(); ++i)
        if (Flusher* flusher = m_flushers[i])
            flusher->flush();
    m_flushers.clear();
}

void Poller::closeGently(std::unique_ptr<Stream> stream) {
    new Lingering(*this, std::move(stream));
}

} // namespace barre::runtime::http
