#include "designer/code/code_pane.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/code/code_editor.h"
#include "designer/code/find_bar.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/text/line_index.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {
constexpr int headerHeight = 48, headerMargin = 12;
}

CodePane::CodePane(DesignSession& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_editor(new CodeEditor(session, this)),
      m_find(new FindBar(*m_editor, this)), m_files(choiceBox(this)),
      m_position(new TextLabel({}, TextRole::Caption, this, true)), m_header(new QHBoxLayout) {
    setProperty("role", QStringLiteral("surface"));
    setFocusProxy(m_editor);
    m_files->setFocusPolicy(Qt::TabFocus);
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_files->setMinimumWidth(100); // a long name is cut rather than the drawing
    m_files->setAccessibleName(tr("File"));
    auto* header = new QWidget(this);
    header->setFixedHeight(headerHeight);
    header->setLayout(m_header);
    m_header->setContentsMargins(headerMargin, 0, headerMargin, 0);
    m_header->addWidget(m_files);
    m_header->addStretch(1);
    m_header->addWidget(m_position);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_find);
    column->addWidget(m_editor, 1);
    m_find->hide();
    connect(m_files, &QComboBox::activated, this, [this] { showFile(toStdString(m_files->currentText())); });
    connect(m_editor, &CodeEditor::cursorMoved, this, &CodePane::showCursor);
    connect(&session, &DesignSession::opened, this, [this] {
        m_editor->setFile({});
        showFiles();
    });
    connect(&session, &DesignSession::closed, this, [this] { m_editor->setFile({}); });
    connect(&session, &DesignSession::snapshotChanged, this, &CodePane::showFiles);
    connect(&session, &DesignSession::selectionChanged, this, &CodePane::showSelection);
    showFiles();
}

void CodePane::setHeaderIndent(int pixels) {
    m_header->setContentsMargins(headerMargin + pixels, 0, headerMargin, 0);
}

void CodePane::showFiles() {
    QStringList names;
    for (const auto& [name, text] : m_session.workspace().texts)
        names.append(toQString(name));
    QStringList shown;
    for (int index = 0; index < m_files->count(); ++index)
        shown.append(m_files->itemText(index));
    if (shown != names) {
        m_files->clear();
        m_files->addItems(names);
    }
    std::string file = m_editor->file();
    if (!m_session.workspace().texts.contains(file)) {
        file.clear();
        for (const QString& name : names)
            if (file.empty() && name.endsWith(QLatin1StringView(".bal")))
                file = toStdString(name);
    }
    showFile(file);
}

void CodePane::showFile(const std::string& file) {
    if (file != m_editor->file())
        m_editor->setFile(file);
    m_files->setCurrentText(toQString(file));
}

void CodePane::reveal(const design::Location& place) {
    if (place.empty())
        return;
    showFile(place.file);
    m_editor->showRange({place.range.begin, place.range.begin});
}

void CodePane::jumpTo(const design::Location& place) {
    if (place.empty())
        return;
    showFile(place.file);
    m_editor->goTo(place.range.begin);
    m_editor->setFocus();
}

void CodePane::openFind(bool replace) {
    m_find->open(replace);
}

void CodePane::showSelection() {
    const design::Location& place = m_session.selection().location;
    if (place.empty())
        return m_editor->showRange({});
    showFile(place.file);
    m_editor->showRange(place.range);
}

void CodePane::showCursor(uint32_t offset) {
    m_editor->flush();
    const std::string& file = m_editor->file();
    const auto text = m_session.workspace().texts.find(file);
    if (text == m_session.workspace().texts.end())
        return;
    const model::LineColumn place = model::LineIndex(text->second).place(offset);
    m_position->setFullText(tr("Line %1, column %2").arg(place.line).arg(place.column));
    m_session.select({design::symbolAt(*m_session.snapshot(), file, offset), {file, {offset, offset}}});
}

} // namespace barre::designer
