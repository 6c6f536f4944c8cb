#include "runtime/service/qt_loop.h"

#include "runtime/library/natives.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <algorithm>
#include <chrono>

namespace barre::runtime {

namespace {

const QEvent::Type wakeEvent = QEvent::Type(QEvent::User + 1);

int64_t now() {
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

} // namespace

QtLoop::QtLoop(QObject* parent) : QObject(parent), m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &QtLoop::fireTimers);
    if (auto* dispatcher = QAbstractEventDispatcher::instance())
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [] { flushOutput(); });
}

void QtLoop::runReady() {
    if (m_isRunning || !m_worker)
        return;
    m_isRunning = true;
    const bool hasMore = m_worker->runSome();
    m_isRunning = false;
    if (hasMore)
        wake();
}

/// Within runReady() on its own thread nothing is posted: runSome() goes on until no strand is ready.
void QtLoop::wake() {
    const bool isOwnThread = QThread::currentThread() == thread();
    if ((isOwnThread && m_isRunning) || m_isPosted.exchange(true))
        return;
    QCoreApplication::postEvent(this, new QEvent(wakeEvent));
}

bool QtLoop::event(QEvent* event) {
    if (event->type() != wakeEvent)
        return QObject::event(event);
    m_isPosted = false;
    runReady();
    return true;
}

uint64_t QtLoop::callAfter(int64_t nanoseconds, std::function<void()> callback) {
    const uint64_t id = m_nextId++;
    m_timers.emplace(now() + std::max<int64_t>(nanoseconds, 0), Timer{id, std::move(callback)});
    armTimer();
    return id;
}

void QtLoop::cancelTimer(uint64_t id) {
    std::erase_if(m_timers, [&](const auto& entry) { return entry.second.id == id; });
    armTimer();
}

void QtLoop::fireTimers() {
    const int64_t due = now();
    while (!m_timers.empty() && m_timers.begin()->first <= due) {
        const Timer timer = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        timer.callback();
    }
    runReady();
    armTimer();
}

void QtLoop::armTimer() {
    if (m_timers.empty())
        return m_timer.stop();
    const int64_t left = std::max<int64_t>(m_timers.begin()->first - now(), 0);
    const int64_t ms = std::min<int64_t>((left + 999'999) / 1'000'000, 3'600'000);
    m_timer.start(int(ms));
}

} // namespace barre::runtime
