#include "runtime/http/port_owner.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace barre::runtime::http {

namespace fs = std::filesystem;

namespace {

constexpr const char* listening = "0A"; // TCP_LISTEN in /proc/net/tcp

/// The inodes of the sockets that listen on the port.
std::set<std::string> listeningSockets(const char* table, uint16_t port) {
    std::set<std::string> found;
    std::ifstream in(table);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string slot, local, remote, state, queues, timer, retransmits, user, timeout, inode;
        fields >> slot >> local >> remote >> state >> queues >> timer >> retransmits >> user >> timeout >>
            inode;
        const size_t colon = local.rfind(':');
        if (state == listening && colon != std::string::npos &&
            std::strtoul(local.c_str() + colon + 1, nullptr, 16) == port)
            found.insert("socket:[" + inode + "]");
    }
    return found;
}

bool holdsOneOf(const fs::path& process, const std::set<std::string>& sockets) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(process / "fd", error)) {
        std::error_code ignored;
        if (sockets.count(fs::read_symlink(entry.path(), ignored).string()))
            return true;
    }
    return false;
}

std::string programName(const fs::path& process) {
    std::ifstream in(process / "comm");
    std::string name;
    std::getline(in, name);
    return name;
}

} // namespace

std::string portOwner(uint16_t port) {
    std::set<std::string> sockets = listeningSockets("/proc/net/tcp", port);
    sockets.merge(listeningSockets("/proc/net/tcp6", port));
    if (sockets.empty())
        return {};
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/proc", error)) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") == std::string::npos && holdsOneOf(entry.path(), sockets))
            return programName(entry.path()) + " (process " + name + ")";
    }
    return {};
}

} // namespace barre::runtime::http
