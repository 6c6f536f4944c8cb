#pragma once

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QFont>

class QApplication;

/// The one table of what things look like: colours, type and measures. Nothing else in the program names a
/// colour, a font or a size of the visual language.
namespace barre::designer {

enum class Theme { Light, Dark };

/// A colour by its use. One row of the table in diagram_style.cpp gives each its value in both themes.
enum class Colour {
    Canvas,
    CanvasDot,
    Surface,
    Raised,
    Hairline,
    Text,
    TextSecondary,
    Accent,
    OnAccent,
    Run,
    Warn,
    Error,
    Data,
    Control,
    Call,
    ErrorHandling,
    Concurrency,
    Log,
    Link,
    Shadow,
};

/// A text by its use; size, weight and family follow.
enum class TextRole { Body, BodyStrong, Caption, CaptionStrong, Title, PageTitle, Code };

/// Measures in pixels, on a grid of four.
namespace metric {
inline constexpr int grid = 4;
inline constexpr int dotGrid = 24;
inline constexpr int controlRadius = 6;
inline constexpr int nodeRadius = 8;
inline constexpr int popupRadius = 12;
inline constexpr int linkRadius = 10;
inline constexpr double linkWidth = 1.5;
inline constexpr int stepWidth = 280;
inline constexpr int widestStep = 340;
inline constexpr int stepHeight = 52;
inline constexpr int startHeight = 46;
inline constexpr int diamond = 40;
inline constexpr int target = 32;
inline constexpr int endDot = 12;
inline constexpr int stepGap = 48;
inline constexpr int branchGap = 56;
inline constexpr int containerPadding = 24;
inline constexpr int containerHeader = 32;
inline constexpr int branchLabel = 220;
inline constexpr int plusButton = 20;
inline constexpr int hitArea = 28;
inline constexpr int iconSmall = 16;
inline constexpr int iconLarge = 20;
inline constexpr int titleRow = 44;
inline constexpr int sidebar = 256;
inline constexpr int panel = 340;
inline constexpr int dock = 200;
inline constexpr int animation = 120;
inline constexpr int minimumWidth = 1024;
inline constexpr int minimumHeight = 640;
} // namespace metric

/// The colours of one theme, as a cheap value.
class DiagramStyle {
public:
    explicit DiagramStyle(Theme theme) : m_theme(theme) {}

    /// The style of the theme that the application shows now; read it when painting, never keep it.
    static DiagramStyle current();

    Theme theme() const { return m_theme; }
    QColor colour(Colour colour) const;
    /// A surface with a breath of `colour`: selections, hovers, badges.
    QColor tint(Colour colour, double strength = 0.08, Colour on = Colour::Surface) const;

private:
    Theme m_theme;
};

QFont fontOf(TextRole role);
/// The height of one line of that text.
int lineHeight(TextRole role);

/// The token's name as the style sheet spells it (`@text-2`); empty after the last colour.
QString tokenName(Colour colour);
/// `templateText` with every `@token` replaced by the theme's value.
QString styleSheet(const QString& templateText, Theme theme);

/// Sets Fusion, palette, fonts and the one style sheet; every open window repaints.
void applyTheme(QApplication& application, Theme theme);
/// What the platform showed when the program started, judged by its palette.
Theme platformTheme();

} // namespace barre::designer
