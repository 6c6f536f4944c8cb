#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;

namespace barre::designer {
class DesignSession;
class IconLabel;
class TextButton;
class TextLabel;
} // namespace barre::designer

namespace barre::app {

/// One line above the page: what went wrong or what is asked, with the buttons that answer it.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(designer::DesignSession& session, QWidget* parent = nullptr);

    void showProblem(const QString& sentence);
    void askAboutDisk(const QString& file);
    void askAboutRecovery();

private:
    void show(const QString& sentence, const QString& first, std::function<void()> doFirst,
              const QString& second, std::function<void()> doSecond);

    designer::DesignSession& m_session;
    designer::TextLabel* m_text;
    designer::TextButton* m_first;
    designer::TextButton* m_second;
    std::function<void()> m_doFirst;
    std::function<void()> m_doSecond;
};

} // namespace barre::app
