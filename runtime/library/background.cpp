#include "runtime/library/background.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <thread>

namespace barre::runtime {
namespace {

/// As many threads as the machine has processors, each made when it is needed. They end with the process: a
/// program that ends does not wait for what it has not waited for itself.
class ThreadPool {
public:
    void run(std::function<void()> task) {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_idle >= m_tasks.size() || m_threads >= std::max(1u, std::thread::hardware_concurrency()))
            return m_hasTask.notify_one();
        ++m_threads;
        std::thread([this] { work(); }).detach();
    }

private:
    void work() {
        std::unique_lock lock(m_mutex);
        while (true) {
            ++m_idle;
            m_hasTask.wait(lock, [this] { return !m_tasks.empty(); });
            --m_idle;
            const std::function<void()> task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_hasTask;
    std::deque<std::function<void()>> m_tasks;
    size_t m_idle = 0;
    unsigned m_threads = 0;
};

// Never taken apart, as its threads look at it until the end.
ThreadPool& threadPool() {
    static ThreadPool& pool = *new ThreadPool;
    return pool;
}

} // namespace

NativeResult inBackground(NativeCall& call, std::function<ReplyTo::Answer()> work) {
    threadPool().run([reply = ReplyTo(call), work = std::move(work)] { reply.send(work()); });
    return call.suspend();
}

} // namespace barre::runtime
