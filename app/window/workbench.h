#pragma once

namespace barre::designer {
class DesignSession;
}

namespace barre::app {

class CommandTable;
class LiveState;
class Navigator;
class Preferences;
class ServiceProcess;
class StartedText;

/// What the parts of the window share. The parts know these and not each other.
struct Workbench {
    designer::DesignSession& session;
    Navigator& navigator;
    CommandTable& commands;
    ServiceProcess& service;
    LiveState& live;
    Preferences& preferences;
    StartedText& started;
};

} // namespace barre::app
