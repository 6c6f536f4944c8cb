#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace barre::runtime {

class Worker;
struct Scheduler;
struct NativeCall;
struct Value;

/// What other threads tell a worker: messages that it runs on its own thread before its strands go on. It may
/// outlive the worker; what comes then is dropped.
class Inbox {
public:
    using Message = std::function<void(Worker&)>;

    explicit Inbox(Scheduler& scheduler) : m_scheduler(&scheduler) {}
    /// Any thread, whatever it holds.
    void post(Message message);
    std::vector<Message> take();
    /// The worker goes away.
    void close();

private:
    std::mutex m_mutex;
    Scheduler* m_scheduler; ///< null: closed
    std::vector<Message> m_messages;
};

/// Where another thread sends the answer that a suspended call waits for: a native makes one, gives it away
/// and suspends its strand. Holds nothing of the program.
class ReplyTo {
public:
    /// Makes the value that the call returns, on the thread of its worker.
    using Answer = std::function<Value(Worker&)>;

    explicit ReplyTo(const NativeCall& call);
    /// Any thread, once. A strand that has been cancelled meanwhile hears nothing.
    void send(Answer answer) const;

private:
    std::shared_ptr<Inbox> m_inbox;
    uint64_t m_strand;
};

} // namespace barre::runtime
