#include "designer/canvas/diagram_style.h"

#include <QtCore/QFile>
#include <QtGui/QFontDatabase>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QToolTip>

#include <array>

static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace barre::designer {

namespace {

struct ColourRow {
    Colour colour;
    const char* token;
    QRgb light;
    QRgb dark;
};

// All but the surfaces and lines are read as text somewhere: they have a contrast of 4.5 on every surface.
constexpr std::array colourTable = {
    ColourRow{Colour::Canvas, "canvas", 0xfff7f8fa, 0xff14161a},
    ColourRow{Colour::CanvasDot, "canvas-dot", 0xffe3e6eb, 0xff22262d},
    ColourRow{Colour::Surface, "surface", 0xffffffff, 0xff1c1f25},
    ColourRow{Colour::Raised, "raised", 0xffffffff, 0xff23272e},
    ColourRow{Colour::Hairline, "hairline", 0xffe2e5ea, 0xff2c3139},
    ColourRow{Colour::Text, "text", 0xff1b1f26, 0xffe8eaed},
    ColourRow{Colour::TextSecondary, "text-2", 0xff5b6472, 0xff9aa3b2},
    ColourRow{Colour::Accent, "accent", 0xff2563e6, 0xff6c9cff},
    ColourRow{Colour::OnAccent, "on-accent", 0xffffffff, 0xff10141c},
    ColourRow{Colour::Run, "run", 0xff167a45, 0xff3ccb83},
    ColourRow{Colour::Warn, "warn", 0xff8f5d12, 0xffe2b04a},
    ColourRow{Colour::Error, "error", 0xffc93636, 0xffff6b6b},
    ColourRow{Colour::Data, "kind-data", 0xff7a4fd0, 0xffa98bff},
    ColourRow{Colour::Control, "kind-control", 0xff2563e6, 0xff6c9cff},
    ColourRow{Colour::Call, "kind-call", 0xff0b7a7a, 0xff37c2c2},
    ColourRow{Colour::ErrorHandling, "kind-error", 0xffa94a15, 0xfff0935a},
    ColourRow{Colour::Concurrency, "kind-concurrency", 0xffb0307e, 0xfff06cb9},
    ColourRow{Colour::Log, "kind-log", 0xff5f6878, 0xff98a2b3},
    ColourRow{Colour::Link, "link", 0xff9aa1ad, 0xff5d6673},
    ColourRow{Colour::Shadow, "shadow", 0x240f141e, 0x800f141e},
};

struct TextRow {
    TextRole role;
    bool mono;
    double pixels;
    int line;
    QFont::Weight weight;
};

constexpr std::array textTable = {
    TextRow{TextRole::Body, false, 13, 18, QFont::Normal},
    TextRow{TextRole::BodyStrong, false, 13, 18, QFont::DemiBold},
    TextRow{TextRole::Caption, false, 12, 16, QFont::Normal},
    TextRow{TextRole::CaptionStrong, false, 12, 16, QFont::DemiBold},
    TextRow{TextRole::Title, false, 15, 20, QFont::DemiBold},
    TextRow{TextRole::PageTitle, false, 20, 28, QFont::DemiBold},
    TextRow{TextRole::Code, true, 12.5, 18, QFont::Normal},
};

const TextRow& rowOf(TextRole role) {
    return textTable[static_cast<size_t>(role)];
}

QPalette paletteOf(const DiagramStyle& style) {
    const auto colour = [&](Colour name) { return style.colour(name); };
    QPalette palette(colour(Colour::Text), colour(Colour::Surface), colour(Colour::Hairline),
                     colour(Colour::Hairline), colour(Colour::TextSecondary), colour(Colour::Text),
                     colour(Colour::Surface));
    palette.setColor(QPalette::Window, colour(Colour::Surface));
    palette.setColor(QPalette::Base, colour(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Colour::Canvas));
    palette.setColor(QPalette::Button, colour(Colour::Surface));
    palette.setColor(QPalette::ToolTipBase, colour(Colour::Raised));
    palette.setColor(QPalette::ToolTipText, colour(Colour::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Colour::TextSecondary));
    palette.setColor(QPalette::Highlight, colour(Colour::Accent));
    palette.setColor(QPalette::HighlightedText, colour(Colour::OnAccent));
    palette.setColor(QPalette::Link, colour(Colour::Accent));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, style.tint(Colour::TextSecondary, 0.55));
    return palette;
}

QString cssColour(const QColor& colour) {
    if (colour.alpha() == 255)
        return colour.name();
    return QStringLiteral("rgba(%1,%2,%3,%4)")
        .arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue())
        .arg(colour.alpha());
}

/// `accent` is a token; `accent/8` is that token at 8 % over the surface.
QString tokenValue(QStringView name, const DiagramStyle& style) {
    const qsizetype slash = name.indexOf(u'/');
    const QStringView base = slash < 0 ? name : name.left(slash);
    for (const ColourRow& row : colourTable) {
        if (base != QLatin1StringView(row.token))
            continue;
        if (slash < 0)
            return cssColour(style.colour(row.colour));
        return cssColour(style.tint(row.colour, name.mid(slash + 1).toDouble() / 100));
    }
    return {};
}

} // namespace

DiagramStyle DiagramStyle::current() {
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return DiagramStyle(dark ? Theme::Dark : Theme::Light);
}

QColor DiagramStyle::colour(Colour colour) const {
    const ColourRow& row = colourTable[static_cast<size_t>(colour)];
    return QColor::fromRgba(m_theme == Theme::Light ? row.light : row.dark);
}

QColor DiagramStyle::tint(Colour over, double strength, Colour on) const {
    const QColor top = colour(over), bottom = colour(on);
    const double part = m_theme == Theme::Dark ? qMin(1.0, strength * 1.6) : strength;
    const auto mix = [&](double a, double b) { return a * part + b * (1 - part); };
    return QColor::fromRgbF(mix(top.redF(), bottom.redF()), mix(top.greenF(), bottom.greenF()),
                            mix(top.blueF(), bottom.blueF()));
}

QFont fontOf(TextRole role) {
    const TextRow& row = rowOf(role);
    QFont font;
    if (row.mono) {
        font.setFamilies(
            {QStringLiteral("JetBrains Mono"), QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        font.setFixedPitch(true);
        font.setStyleHint(QFont::Monospace);
    } else {
        font.setFamilies(
            {QStringLiteral("Inter"), QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()});
    }
    // Whole pixels keep stems crisp; half pixels are asked for as points of the logical resolution.
    if (row.pixels == int(row.pixels))
        font.setPixelSize(int(row.pixels));
    else
        font.setPointSizeF(row.pixels * 72.0 / 96.0);
    font.setWeight(row.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int lineHeight(TextRole role) {
    return rowOf(role).line;
}

QString tokenName(Colour colour) {
    const auto index = static_cast<size_t>(colour);
    return index < colourTable.size() ? QLatin1StringView(colourTable[index].token) : QString();
}

QString styleSheet(const QString& templateText, Theme theme) {
    const DiagramStyle style(theme);
    QString result;
    result.reserve(templateText.size() * 2);
    for (qsizetype at = 0; at < templateText.size();) {
        if (templateText[at] != u'@') {
            result += templateText[at++];
            continue;
        }
        qsizetype end = at + 1;
        while (end < templateText.size() && (templateText[end].isLetterOrNumber() ||
                                             templateText[end] == u'-' || templateText[end] == u'/'))
            ++end;
        result += tokenValue(QStringView(templateText).mid(at + 1, end - at - 1), style);
        at = end;
    }
    return result;
}

void applyTheme(QApplication& application, Theme theme) {
    initialiseResources();
    if (application.style()->name() != QLatin1StringView("fusion"))
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = paletteOf(DiagramStyle(theme));
    application.setFont(fontOf(TextRole::Body));
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(fontOf(TextRole::Caption));
    QFile file(QStringLiteral(":/barre/themes/barre.qss"));
    if (file.open(QIODevice::ReadOnly))
        application.setStyleSheet(styleSheet(QString::fromUtf8(file.readAll()), theme));
}

Theme platformTheme() {
    return DiagramStyle::current().theme();
}

} // namespace barre::designer
