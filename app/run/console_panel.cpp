#include "app/run/console_panel.h"

#include "app/run/log_view.h"
#include "designer/canvas/controls.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>

namespace barre::app {

using designer::Colour;

namespace {

/// The words of a line that are worth a colour: log levels, panics, URLs.
Colour colourOf(const ConsoleLine& line) {
    if (line.source == ConsoleLine::Source::Barre)
        return Colour::TextSecondary;
    const QString& text = line.text;
    if (text.startsWith(QLatin1String("error")) || text.startsWith(QLatin1String("barre:")) ||
        text.contains(QLatin1String("level=ERROR")) || text.contains(QLatin1String(": error:")))
        return Colour::Error;
    if (text.contains(QLatin1String("level=WARN")) || text.contains(QLatin1String(": warning:")))
        return Colour::Warn;
    if (text.startsWith(QLatin1String("Listening on ")))
        return Colour::Run;
    return Colour::Text;
}

} // namespace

ConsolePanel::ConsolePanel(ServiceProcess& process, QWidget* parent)
    : QWidget(parent), m_view(new LogView), m_filter(new QLineEdit), m_stack(new QStackedWidget) {
    auto* empty = new designer::EmptyState(QStringLiteral("console"),
                                           tr("What the service writes appears here."), tr("Run"));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_view);

    m_view->setAccessibleName(tr("Console"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter the console"));
    m_filter->setFixedWidth(180);
    auto* clearButton = new designer::IconButton(QStringLiteral("clear"), tr("Clear the console"));

    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(8, 8, 12, 8);
    tools->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_filter);
    row->addWidget(clearButton);
    tools->addLayout(row);
    tools->addStretch();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addLayout(tools);

    connect(empty, &designer::EmptyState::buttonClicked, this, &ConsolePanel::runRequested);
    connect(&process, &ServiceProcess::lineWritten, this, &ConsolePanel::write);
    connect(m_filter, &QLineEdit::textChanged, m_view, &LogView::setFilter);
    connect(clearButton, &QToolButton::clicked, this, &ConsolePanel::clear);
    connect(m_view, &LogView::placeActivated, this, &ConsolePanel::placeActivated);
}

void ConsolePanel::write(const ConsoleLine& line) {
    m_stack->setCurrentWidget(m_view);
    m_view->append({line.time, {{line.text, colourOf(line)}}});
}

void ConsolePanel::clear() {
    m_view->clearLines();
    m_stack->setCurrentIndex(0);
}

} // namespace barre::app
