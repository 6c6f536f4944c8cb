#include "app/window/notice_bar.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/session/design_session.h"

#include <QtWidgets/QHBoxLayout>

#include <algorithm>

namespace barre::app {

using designer::TextButton;

NoticeBar::NoticeBar(designer::DesignSession& session, QWidget* parent)
    : QFrame(parent), m_session(session),
      m_text(new designer::TextLabel({}, designer::TextRole::Body, this, true)),
      m_first(new TextButton({}, "", this)), m_second(new TextButton({}, "", this)),
      m_close(new designer::IconButton(QStringLiteral("close"), tr("Close"), this)) {
    setProperty("role", QStringLiteral("notice"));
    setFixedHeight(44);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(new designer::IconLabel(QStringLiteral("warning"), designer::Colour::Warn, 20, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_first);
    row->addWidget(m_second);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::forgetProblem);
    connect(m_first, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_second, &QPushButton::clicked, this, [this] { answer(false); });
    connect(&session, &designer::DesignSession::snapshotChanged, this, &NoticeBar::askReasons);
    hide();
}

void NoticeBar::showProblem(const QString& sentence) {
    forgetProblem();
    m_notices.push_back({sentence, {}, {}});
    showFront();
}

void NoticeBar::showReason(const std::function<QString()>& reason) {
    forgetProblem();
    m_notices.push_back({reason(), {}, {}, reason});
    showFront();
}

void NoticeBar::askReasons() {
    for (Notice& notice : m_notices)
        if (notice.reason)
            notice.sentence = notice.reason();
    std::erase_if(m_notices, [](const Notice& notice) { return notice.sentence.isEmpty(); });
    showFront();
}

void NoticeBar::forgetProblem() {
    std::erase_if(m_notices, [](const Notice& notice) { return !notice.isQuestion(); });
    showFront();
}

void NoticeBar::clear() {
    m_notices.clear();
    showFront();
}

void NoticeBar::ask(Notice question) {
    const auto isSame = [&](const Notice& notice) { return notice.sentence == question.sentence; };
    if (std::none_of(m_notices.begin(), m_notices.end(), isSame))
        m_notices.push_front(std::move(question));
    showFront();
}

void NoticeBar::answer(bool first) {
    const Notice answered = m_notices.front();
    m_notices.pop_front();
    forgetProblem(); // it may be what the question was about
    (first ? answered.first : answered.second).run();
}

void NoticeBar::showFront() {
    setVisible(!m_notices.empty());
    if (m_notices.empty())
        return;
    const Notice& notice = m_notices.front();
    m_text->setFullText(notice.sentence);
    m_first->setText(notice.first.words);
    m_second->setText(notice.second.words);
    m_first->setVisible(notice.isQuestion());
    m_second->setVisible(notice.isQuestion());
    m_close->setVisible(!notice.isQuestion());
}

void NoticeBar::askAboutDisk(const QString& file) {
    const std::string name = designer::toStdString(file);
    ask({tr("%1 was changed by another program, and has unsaved changes here.").arg(file),
         {tr("Take theirs"), [this, name] { m_session.takeDiskVersion(name); }},
         {tr("Keep mine"), [this, name] { m_session.keepOwnVersion(name); }}});
}

void NoticeBar::askAboutDeletion(const QString& file) {
    const std::string name = designer::toStdString(file);
    ask({tr("%1 was deleted by another program. It is still here.").arg(file),
         {tr("Keep it"), [this, name] { m_session.keepOwnVersion(name); }},
         {tr("Delete it here too"), [this, name] { m_session.takeDiskVersion(name); }}});
}

void NoticeBar::askAboutRecovery() {
    ask({tr("Barre ended before your last changes were saved. They are still here."),
         {tr("Restore them"), [this] { m_session.restoreRecovery(); }},
         {tr("Forget them"), [this] { m_session.forgetRecovery(); }}});
}

} // namespace barre::app
