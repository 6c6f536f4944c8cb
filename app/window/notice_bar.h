#pragma once

#include <QtWidgets/QFrame>

#include <deque>
#include <functional>

namespace barre::designer {
class DesignSession;
class IconButton;
class TextButton;
class TextLabel;
} // namespace barre::designer

namespace barre::app {

/// One line above the page: what went wrong, or what is asked with the buttons that answer it. A question
/// stays until it is answered; a problem goes away by itself when something succeeds.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(designer::DesignSession& session, QWidget* parent = nullptr);

    void showProblem(const QString& sentence);
    /// A problem of the project: the reason is asked again after each change, and goes when it is empty.
    void showReason(const std::function<QString()>& reason);
    void forgetProblem();
    void askAboutDisk(const QString& file);
    void askAboutDeletion(const QString& file);
    void askAboutRecovery();
    /// Another project: nothing that was said is of interest any more.
    void clear();

private:
    struct Answer {
        QString words;
        std::function<void()> run;
    };
    struct Notice {
        QString sentence;
        Answer first, second; ///< without words: there is nothing to answer
        std::function<QString()> reason = {};

        bool isQuestion() const { return !first.words.isEmpty(); }
    };

    void ask(Notice question);
    void answer(bool first);
    void askReasons();
    void showFront();

    designer::DesignSession& m_session;
    std::deque<Notice> m_notices; ///< questions stand before a problem
    designer::TextLabel* m_text;
    designer::TextButton* m_first;
    designer::TextButton* m_second;
    designer::IconButton* m_close;
};

} // namespace barre::app
