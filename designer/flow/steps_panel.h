#pragma once

#include "designer/forms/panel_page.h"
#include "designer/session/command.h"

namespace barre::designer {

/// The right panel while several steps are selected: what can be done with all of them.
class StepsPanel : public PanelPage {
    Q_OBJECT

public:
    /// Shows those of the commands that several steps can have.
    explicit StepsPanel(const Commands& commands, QWidget* parent = nullptr);

    void showSteps(int count);

Q_SIGNALS:
    void done(); ///< a command was chosen here, and has been carried out
};

} // namespace barre::designer
