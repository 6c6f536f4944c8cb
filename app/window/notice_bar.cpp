#include "app/window/notice_bar.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/session/design_session.h"

#include <QtWidgets/QHBoxLayout>

namespace barre::app {

using designer::TextButton;

NoticeBar::NoticeBar(designer::DesignSession& session, QWidget* parent)
    : QFrame(parent), m_session(session),
      m_text(new designer::TextLabel({}, designer::TextRole::Body, this, true)),
      m_first(new TextButton({}, "", this)), m_second(new TextButton({}, "", this)) {
    setProperty("role", QStringLiteral("notice"));
    setFixedHeight(44);
    auto* close = new designer::IconButton(QStringLiteral("close"), tr("Close"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(new designer::IconLabel(QStringLiteral("warning"), designer::Colour::Warn, 20, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_first);
    row->addWidget(m_second);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_first, &QPushButton::clicked, this, [this] {
        hide();
        m_doFirst();
    });
    connect(m_second, &QPushButton::clicked, this, [this] {
        hide();
        m_doSecond();
    });
    hide();
}

void NoticeBar::show(const QString& sentence, const QString& first, std::function<void()> doFirst,
                     const QString& second, std::function<void()> doSecond) {
    m_text->setFullText(sentence);
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    m_doFirst = std::move(doFirst);
    m_doSecond = std::move(doSecond);
    QFrame::show();
}

void NoticeBar::showProblem(const QString& sentence) {
    show(sentence, {}, {}, {}, {});
}

void NoticeBar::askAboutDisk(const QString& file) {
    const std::string name = designer::toStdString(file);
    show(
        tr("%1 was changed by another program, and has unsaved changes here.").arg(file), tr("Take theirs"),
        [this, name] { m_session.takeDiskVersion(name); }, tr("Keep mine"),
        [this, name] { m_session.keepOwnVersion(name); });
}

void NoticeBar::askAboutRecovery() {
    show(
        tr("Barre ended before your last changes were saved. They are still here."), tr("Restore them"),
        [this] { m_session.restoreRecovery(); }, tr("Forget them"), [this] { m_session.discardRecovery(); });
}

} // namespace barre::app
