// links: barre_model
// How long checking takes: a package of 20,000 lines as a whole, and a new snapshot after the edit of one
// function body in it, as one file and as forty. With a folder as its argument, it writes the forty files
// there instead.
#include "model/project/snapshot.h"
#include "model/semantics/library.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace barre::model;

constexpr int linesWanted = 20'000;

/// Declarations as they are in services: each unit uses those of the unit before it, the first those of the
/// last.
/// `%` stands for the number of the unit, `@` for that of the other.
constexpr const char* unitText = R"(
public type Order% record {|
    readonly int id;
    string customer;
    decimal price;
    string[] tags = [];
    Status% status?;
|};

public enum Status% {
    OPEN%,
    PAID%,
    SENT% = "on its way"
}

final map<Order%> orders% = {};

# Adds up what the orders cost.
# + orders - what to add up
# + return - the sum, or an error if one is negative
function total%(Order%[] orders, decimal discount = 0.1d) returns decimal|error {
    decimal sum = 0;
    foreach Order% each in orders {
        if each.price < 0d {
            return error("negative price", id = each.id, customer = each.customer);
        }
        sum += each.price * (1 - discount);
    }
    return sum;
}

function describe%(Order%|Order@|int|() value) returns string {
    if value is () {
        return "nothing";
    } else if value is Order% {
        string tags = string:'join(", ", ...value.tags);
        return string `order ${value.id} of ${value.customer}: ${tags}`;
    } else if value is int {
        int half = value / 2;
        while half > 10 {
            half = half - <int>"ab".length();
        }
        return half.toString();
    }
    return describe@(value);
}

function expensive%(Order%[] orders) returns string[] {
    string[] names = from Order% each in orders
        where each.price > 100d && each.tags.length() > 0
        order by each.customer
        select each.customer.toUpperAscii();
    return names.filter(name => name.startsWith("A"));
}

class Shop% {
    private map<Order%> orders = {};
    private int count = 0;

    function add(Order% 'order) returns error? {
        if self.orders.hasKey('order.customer) {
            check error("known", customer = 'order.customer);
        }
        self.orders['order.customer] = 'order;
        self.count += 1;
    }

    function status(string customer) returns Status%? {
        Order%? found = self.orders[customer];
        match found?.status {
            OPEN%|PAID% => {
                return OPEN%;
            }
            SENT% => {
                return SENT%;
            }
        }
        return ();
    }

    function sum() returns decimal|error {
        decimal all = check total%(self.orders.toArray());
        json report = {count: self.count, sum: all, names: self.orders.keys()};
        return report.toJsonString().length() > 3 ? all : 0d;
    }
}
)";

std::string unit(int number, int count) {
    std::string text;
    for (const char* c = unitText; *c; ++c) {
        if (*c == '%')
            text += std::to_string(number);
        else if (*c == '@')
            text += std::to_string((number + count - 1) % count);
        else
            text += *c;
    }
    return text;
}

FileTexts package(int files) {
    const std::string_view sample = unitText;
    const int units = linesWanted / int(std::ranges::count(sample, '\n')) + 1;
    FileTexts texts{{"Ballerina.toml", "[package]\norg = \"org\"\nname = \"shop\"\n"}};
    for (int i = 0; i < units; ++i)
        texts["part" + std::to_string(i % files) + ".bal"] += unit(i, units);
    return texts;
}

double milliseconds(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Changes the condition in the body of a function near the start, and back (all behind it has to move); the
/// median of some.
double timeOfEdit(Workspace& workspace, const std::shared_ptr<Library>& library,
                  std::shared_ptr<const Snapshot> snapshot) {
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        std::string& text = workspace.texts.at("part0.bal");
        const std::string from = i % 2 ? "< 100d {" : "< 0d {", to = i % 2 ? "< 0d {" : "< 100d {";
        text.replace(text.find(from), from.size(), to);
        const auto start = std::chrono::steady_clock::now();
        snapshot = takeSnapshot(workspace, library, std::move(snapshot));
        times.push_back(milliseconds(start));
    }
    std::ranges::nth_element(times, times.begin() + 10);
    return times[10];
}

void measure(const char* name, int files) {
    Workspace workspace = workspaceOf(package(files), "/shop");
    const auto library = std::make_shared<Library>();
    takeSnapshot(workspaceOf({{"main.bal", unit(0, 2) + unit(1, 2)}}),
                 library); // the library modules are read
    const auto start = std::chrono::steady_clock::now();
    auto snapshot = takeSnapshot(workspace, library);
    const double whole = milliseconds(start);
    const size_t mistakes = snapshot->diagnostics().size();
    const double edit = timeOfEdit(workspace, library, std::move(snapshot));
    std::printf(
        "checking %s: %.0f ms (under 1000), after an edit of a body %.1f ms (under 10), %zu mistakes\n", name,
        whole, edit, mistakes);
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1) {
        for (const auto& [path, text] : package(40))
            std::ofstream(std::filesystem::path(argv[1]) / path) << text;
        return 0;
    }
    measure("20,000 lines in one file", 1);
    measure("20,000 lines in 40 files", 40);
    return 0;
}
