#include "designer/code/code_editor.h"

#include "designer/canvas/completion_popup.h"
#include "designer/canvas/diagram_style.h"
#include "designer/canvas/text.h"
#include "designer/code/token_styles.h"
#include "designer/session/design_session.h"
#include "model/project/snapshot.h"
#include "model/syntax/tree.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QToolTip>

#include <utility>

namespace barre::designer {

namespace {

enum Indicator { ErrorIndicator = 8, WarningIndicator = 9, SelectionIndicator = 10 };
constexpr int numberMargin = 0, lastModelStyle = 31;

unsigned long scintillaColour(const QColor& colour) {
    return static_cast<unsigned long>(colour.red() | colour.green() << 8 | colour.blue() << 16);
}

} // namespace

CodeEditor::CodeEditor(DesignSession& session, QWidget* parent)
    : QsciScintilla(parent), m_session(session), m_completions(new CompletionPopup(this)) {
    setAccessibleName(tr("Code"));
    setUp();
    releaseKeys();
    showColours();
    m_flush.setSingleShot(true);
    m_flush.setInterval(0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(900);
    connect(&m_flush, &QTimer::timeout, this, &CodeEditor::flush);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_session.endMerge(); });
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int, int modification) { noticeChange(modification); });
    connect(this, &QsciScintillaBase::SCN_DWELLSTART, this, &CodeEditor::showProblemAt);
    connect(this, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
    connect(this, &QsciScintilla::cursorPositionChanged, this, &CodeEditor::noticeCursor);
    connect(m_completions, &CompletionPopup::chosen, this, &CodeEditor::complete);
    connect(&session, &DesignSession::textChanged, this, &CodeEditor::followEdit);
    connect(&session, &DesignSession::snapshotChanged, this, &CodeEditor::restyle);
}

CodeEditor::~CodeEditor() {
    delete m_completions;
}

void CodeEditor::setUp() {
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setTabIndents(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setWrapMode(QsciScintilla::WrapNone);
    setMarginType(numberMargin, QsciScintilla::NumberMargin);
    setMarginWidth(1, 12);
    setMarginWidth(2, 0);
    send(SCI_SETUNDOCOLLECTION, 0);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETSCROLLWIDTH, 10);
    send(SCI_SETMOUSEDWELLTIME, 350);
    send(SCI_SETEXTRAASCENT, 2);
    send(SCI_SETEXTRADESCENT, 2);
    send(SCI_SETCARETWIDTH, 2);
    send(SCI_SETENDATLASTLINE, 0);
    send(SCI_INDICSETSTYLE, ErrorIndicator, INDIC_SQUIGGLE);
    send(SCI_INDICSETSTYLE, WarningIndicator, INDIC_SQUIGGLE);
    send(SCI_INDICSETSTYLE, SelectionIndicator, INDIC_STRAIGHTBOX);
    send(SCI_INDICSETALPHA, SelectionIndicator, 28);
    send(SCI_INDICSETOUTLINEALPHA, SelectionIndicator, 0);
    send(SCI_INDICSETUNDER, SelectionIndicator, 1);
}

// Undo belongs to the session, and some keys mean something in the whole window.
void CodeEditor::releaseKeys() {
    for (const char key : {'Z', 'Y', 'L', 'T', 'U', 'D', 'K', 'J'})
        for (const int modifiers : {int(SCMOD_CTRL), SCMOD_CTRL | SCMOD_SHIFT})
            send(SCI_CLEARCMDKEY, static_cast<unsigned long>(key | modifiers << 16));
}

void CodeEditor::showColours() {
    const DiagramStyle style = DiagramStyle::current();
    const QFont font = fontOf(TextRole::Code);
    const auto colour = [&](Colour name) { return scintillaColour(style.colour(name)); };
    setFont(font);
    send(SCI_STYLESETBACK, STYLE_DEFAULT, long(colour(Colour::Surface)));
    send(SCI_STYLESETFORE, STYLE_DEFAULT, long(colour(Colour::Text)));
    SendScintilla(SCI_STYLESETFONT, STYLE_DEFAULT, "JetBrains Mono");
    send(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT, long(font.pointSizeF() * 100));
    send(SCI_STYLECLEARALL);
    int count = 0;
    const TokenStyleRow* rows = tokenStyleRows(&count);
    for (int index = 0; index < count; ++index) {
        send(SCI_STYLESETFORE, static_cast<unsigned long>(rows[index].style),
             long(colour(rows[index].colour)));
        send(SCI_STYLESETITALIC, static_cast<unsigned long>(rows[index].style), rows[index].italic);
    }
    setMarginsBackgroundColor(style.colour(Colour::Surface));
    setMarginsForegroundColor(style.tint(Colour::TextSecondary, 0.7));
    setCaretForegroundColor(style.colour(Colour::Accent));
    setCaretLineVisible(true);
    setCaretLineBackgroundColor(style.tint(Colour::Text, 0.03));
    setSelectionBackgroundColor(style.tint(Colour::Accent, 0.2));
    send(SCI_SETSELFORE, 0, 0);
    setMatchedBraceBackgroundColor(style.tint(Colour::Accent, 0.18));
    setMatchedBraceForegroundColor(style.colour(Colour::Text));
    setUnmatchedBraceForegroundColor(style.colour(Colour::Error));
    setUnmatchedBraceBackgroundColor(style.colour(Colour::Surface));
    send(SCI_INDICSETFORE, ErrorIndicator, long(colour(Colour::Error)));
    send(SCI_INDICSETFORE, WarningIndicator, long(colour(Colour::Warn)));
    send(SCI_INDICSETFORE, SelectionIndicator, long(colour(Colour::Accent)));
    restyle();
}

void CodeEditor::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        showColours();
}

// Completion
// ------------------------------------------------------------------------------------------------------------

bool CodeEditor::event(QEvent* event) {
    const bool isEscape = event->type() == QEvent::ShortcutOverride && m_completions->isVisible() &&
                          static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (isEscape)
        event->accept(); // it closes the list, not what is around the editor
    return isEscape || QsciScintilla::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    if (m_completions->takesKey(event))
        return;
    const bool asked = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (!asked)
        QsciScintilla::keyPressEvent(event);
    const QString typed = event->text();
    const bool isWord =
        !typed.isEmpty() && (typed[0].isLetterOrNumber() || QStringLiteral("_'.:>@").contains(typed[0]));
    const bool shortens = event->key() == Qt::Key_Backspace && m_completions->isVisible();
    if (asked || shortens || (isWord && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))))
        offerCompletions();
    else if (event->key() != Qt::Key_Shift)
        m_completions->hide();
}

void CodeEditor::focusOutEvent(QFocusEvent* event) {
    QsciScintilla::focusOutEvent(event);
    if (m_completions)
        m_completions->hide();
}

void CodeEditor::offerCompletions() {
    flush();
    const design::Completions found = design::completionsAt(*m_session.snapshot(), m_file, cursorOffset());
    const std::string text = textBytes();
    m_completed = found.word;
    const std::string word = text.substr(found.word.begin, found.word.length());
    std::vector<design::Completion> items = design::matching(found.items, word);
    if (items.size() == 1 && items.front().text == word)
        items.clear();
    const long position = long(found.word.begin);
    const QPoint at(int(send(SCI_POINTXFROMPOSITION, 0, position)),
                    int(send(SCI_POINTYFROMPOSITION, 0, position)));
    const QRect cursor(viewport()->mapTo(this, at), QSize(1, int(send(SCI_TEXTHEIGHT))));
    m_completions->offer(std::move(items), cursor);
}

void CodeEditor::complete(const design::Completion& item) {
    SendScintilla(SCI_SETTARGETRANGE, m_completed.begin, long(cursorOffset()));
    SendScintilla(SCI_REPLACETARGET, item.text.size(), item.text.data());
    send(SCI_GOTOPOS, static_cast<unsigned long>(m_completed.begin + item.text.size() - item.caretBack));
}

void CodeEditor::setFile(const std::string& file) {
    m_completions->hide();
    flush();
    m_file = file;
    load();
}

void CodeEditor::load() {
    const auto& texts = m_session.workspace().texts;
    const auto text = texts.find(m_file);
    const std::string& bytes = text == texts.end() ? std::string() : text->second;
    m_mirroring = true;
    setReadOnly(false);
    send(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, bytes.size(), bytes.data());
    send(SCI_GOTOPOS, 0);
    send(SCI_SETSAVEPOINT);
    setReadOnly(text == texts.end());
    m_mirroring = false;
    restyle();
}

std::string CodeEditor::textBytes() const {
    const auto length = static_cast<size_t>(send(SCI_GETLENGTH));
    std::string bytes(length + 1, '\0');
    SendScintilla(SCI_GETTEXT, static_cast<unsigned long>(length + 1), bytes.data());
    bytes.resize(length);
    return bytes;
}

uint32_t CodeEditor::cursorOffset() const {
    return uint32_t(send(SCI_GETCURRENTPOS));
}

void CodeEditor::noticeChange(int modification) {
    const bool changesText = modification & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT);
    if (!changesText || m_mirroring)
        return;
    m_typed = true;
    m_flush.start();
}

// Whatever was done to the text in one turn of the event loop becomes one edit. Without typing there is none,
// however different the texts are: the session may show another project by now.
void CodeEditor::flush() {
    m_flush.stop();
    if (!std::exchange(m_typed, false))
        return;
    const auto text = m_session.workspace().texts.find(m_file);
    if (text == m_session.workspace().texts.end())
        return;
    const model::TextEdit change = model::differenceOf(text->second, textBytes());
    if (change.range.isEmpty() && change.newText.empty())
        return;
    if (change.newText.find('\n') != std::string::npos)
        m_session.endMerge();
    m_flushing = true;
    m_session.apply({{{.path = m_file, .edits = {change}, .create = false, .remove = false}}}, tr("Typing"),
                    QStringLiteral("typing:") + toQString(m_file));
    m_flushing = false;
    m_pause.start();
}

void CodeEditor::followEdit(const model::WorkspaceEdit& edit) {
    if (m_flushing)
        return;
    for (const model::FileEdit& file : edit.files) {
        if (file.path != m_file)
            continue;
        if (file.create || file.remove)
            return load();
        std::vector<model::TextEdit> edits = file.edits;
        model::sortEdits(edits);
        m_mirroring = true;
        for (auto change = edits.rbegin(); change != edits.rend(); ++change) {
            SendScintilla(SCI_SETTARGETRANGE, change->range.begin, long(change->range.end));
            SendScintilla(SCI_REPLACETARGET, change->newText.size(), change->newText.data());
        }
        m_mirroring = false;
    }
}

void CodeEditor::restyle() {
    const model::SourceFile* source = m_session.snapshot()->file(m_file);
    const long length = send(SCI_GETLENGTH);
    setMarginWidth(numberMargin, QStringLiteral("0%1").arg(qMax(100, lines())));
    if (!source || !source->tree || long(source->tree->text().size()) != length)
        return;
    const std::string styles = tokenStyles(*source->tree);
    send(SCI_STARTSTYLING, 0, lastModelStyle);
    SendScintilla(SCI_SETSTYLINGEX, styles.size(), styles.data());
    markProblems();
}

void CodeEditor::markProblems() {
    const long length = send(SCI_GETLENGTH);
    for (const int indicator : {ErrorIndicator, WarningIndicator}) {
        send(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        send(SCI_INDICATORCLEARRANGE, 0, length);
    }
    for (const model::Diagnostic& problem : m_session.snapshot()->diagnostics()) {
        if (problem.path != m_file)
            continue;
        const bool isError = problem.severity == model::Severity::Error;
        send(SCI_SETINDICATORCURRENT,
             static_cast<unsigned long>(isError ? ErrorIndicator : WarningIndicator));
        const long begin = qMin(long(problem.range.begin), qMax(0L, length - 1));
        send(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin),
             qMax(1L, long(problem.range.length())));
    }
}

void CodeEditor::showProblemAt(int position, int x, int y) {
    QStringList messages;
    for (const model::Diagnostic& problem : m_session.snapshot()->diagnostics())
        if (problem.path == m_file && long(problem.range.begin) <= position &&
            position <= long(problem.range.end))
            messages.append(toQString(problem.message()));
    if (!messages.isEmpty())
        QToolTip::showText(viewport()->mapToGlobal(QPoint(x, y + 12)), messages.join(u'\n'), viewport());
}

void CodeEditor::showRange(model::SourceRange range) {
    send(SCI_SETINDICATORCURRENT, SelectionIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    if (!range.isEmpty())
        send(SCI_INDICATORFILLRANGE, range.begin, long(range.length()));
    if (hasFocus())
        return;
    const long first = send(SCI_LINEFROMPOSITION, range.begin);
    const long last = send(SCI_LINEFROMPOSITION, range.end);
    const long top = send(SCI_GETFIRSTVISIBLELINE), shown = send(SCI_LINESONSCREEN);
    if (first < top || last >= top + shown)
        send(SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(qMax(0L, first - qMax(2L, shown / 4))));
}

void CodeEditor::goTo(uint32_t offset) {
    send(SCI_GOTOPOS, offset);
    scrollTo(offset);
}

void CodeEditor::scrollTo(uint32_t offset) {
    const long line = send(SCI_LINEFROMPOSITION, offset);
    send(SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(qMax(0L, line - send(SCI_LINESONSCREEN) / 3)));
}

std::vector<model::SourceRange> CodeEditor::findAll(const std::string& text, bool matchCase) const {
    std::vector<model::SourceRange> found;
    const long end = send(SCI_GETLENGTH);
    send(SCI_SETSEARCHFLAGS, matchCase ? SCFIND_MATCHCASE : 0);
    for (long from = 0; !text.empty() && from < end;) {
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), end);
        if (SendScintilla(SCI_SEARCHINTARGET, text.size(), text.data()) < 0)
            break;
        found.push_back({uint32_t(send(SCI_GETTARGETSTART)), uint32_t(send(SCI_GETTARGETEND))});
        from = found.back().end;
    }
    return found;
}

model::SourceRange CodeEditor::selectedRange() const {
    return {uint32_t(send(SCI_GETSELECTIONSTART)), uint32_t(send(SCI_GETSELECTIONEND))};
}

void CodeEditor::selectRange(model::SourceRange range) {
    send(SCI_SETSEL, range.begin, long(range.end));
    if (!isInSight(range.begin))
        scrollTo(range.begin);
}

bool CodeEditor::isInSight(uint32_t offset) const {
    const long line = send(SCI_LINEFROMPOSITION, offset), top = send(SCI_GETFIRSTVISIBLELINE);
    return line >= top && line < top + send(SCI_LINESONSCREEN);
}

uint32_t CodeEditor::firstInSight() const {
    return uint32_t(send(SCI_POSITIONFROMLINE, static_cast<unsigned long>(send(SCI_GETFIRSTVISIBLELINE))));
}

void CodeEditor::replace(const std::vector<model::SourceRange>& ranges, const std::string& text,
                         const QString& label) {
    flush();
    model::FileEdit edit{.path = m_file, .edits = {}, .create = false, .remove = false};
    for (const model::SourceRange& range : ranges)
        edit.edits.push_back({range, text});
    m_session.apply({{std::move(edit)}}, label);
}

void CodeEditor::noticeCursor() {
    if (hasFocus() && !m_mirroring)
        Q_EMIT cursorMoved(cursorOffset());
}

} // namespace barre::designer
