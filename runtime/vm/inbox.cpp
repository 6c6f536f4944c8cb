#include "runtime/vm/inbox.h"

#include "runtime/vm/worker.h"

namespace barre::runtime {

void Inbox::post(Message message) {
    const std::lock_guard lock(m_mutex);
    if (!m_scheduler)
        return;
    m_messages.push_back(std::move(message));
    m_scheduler->wake();
}

std::vector<Inbox::Message> Inbox::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_messages, {});
}

void Inbox::close() {
    const std::lock_guard lock(m_mutex);
    m_scheduler = nullptr;
    m_messages.clear();
}

ReplyTo::ReplyTo(const NativeCall& call) : m_inbox(call.worker.inbox()), m_strand(call.strand.id) {}

void ReplyTo::send(Answer answer) const {
    m_inbox->post([answer = std::move(answer), id = m_strand](Worker& worker) {
        if (Strand* strand = worker.strandOf(id))
            worker.resume(*strand, answer(worker));
    });
}

} // namespace barre::runtime
