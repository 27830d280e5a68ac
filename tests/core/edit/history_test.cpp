// SPDX-License-Identifier: Apache-2.0
#include "core/edit/history.h"

#include "core/edit/connection_edits.h"
#include "core/edit/layout_edits.h"
#include "core/edit/service_edits.h"
#include "tests/support/catch.h"
#include "tests/support/edit_samples.h"

namespace tideline {

using test::threeServices;

TEST_CASE("undo brings back a removed service with its connections and its traffic", "[edit]") {
    History history(threeServices());
    const Design before = history.design();
    REQUIRE(history.apply(removeParts(before, {{"orders"}}, {})));
    CHECK(history.design().services.size() == 2);
    CHECK(history.design().connections.empty());
    CHECK(history.design().entries.empty());
    const DesignChange change = history.undo();
    CHECK(history.design() == before);
    CHECK(change.services.added == std::vector<ServiceId>{{"orders"}});
    CHECK(change.connections.added.size() == 2);
}

TEST_CASE("redo does again what undo took back", "[edit]") {
    History history(threeServices());
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "Order service")));
    CHECK(history.undoLabel() == "rename Orders");
    history.undo();
    CHECK(history.redoLabel() == "rename Orders");
    history.redo();
    CHECK(history.design().services.find({"orders"})->name == "Order service");
}

TEST_CASE("typing a name is one step and typing there and back is none", "[edit]") {
    History history(threeServices());
    for (const char* name : {"O", "Or", "Ord"}) {
        REQUIRE(history.apply(renameService(history.design(), {"orders"}, name)));
    }
    REQUIRE(history.canUndo());
    history.undo();
    CHECK(history.design().services.find({"orders"})->name == "Orders");
    CHECK_FALSE(history.canUndo());
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "Ord")));
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "Orders")));
    CHECK_FALSE(history.canUndo());
}

TEST_CASE("a committed value starts a step of its own", "[edit]") {
    History history(threeServices());
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "A")));
    history.endMerge();
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "B")));
    history.undo();
    CHECK(history.design().services.find({"orders"})->name == "A");
}

TEST_CASE("an edit that changes nothing leaves no step", "[edit]") {
    History history(threeServices());
    REQUIRE(history.apply(renameService(history.design(), {"orders"}, "Orders")));
    CHECK_FALSE(history.canUndo());
}

TEST_CASE("a refused edit says why and changes nothing", "[edit]") {
    History history(threeServices());
    IdSource ids;
    const NewConnection circle{.from = {"orders"}, .to = {"orders"}};
    const Result<DesignChange> refused = history.apply(connectServices(history.design(), circle, ids).edit);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "'Orders' cannot be connected to itself");
    CHECK_FALSE(history.canUndo());
}

TEST_CASE("undoing back to what was saved is not modified", "[edit]") {
    History history(threeServices());
    history.markSaved();
    REQUIRE(history.apply(moveServices(history.design(), {{"orders"}}, {8, 0})));
    CHECK(history.isModified());
    history.undo();
    CHECK_FALSE(history.isModified());
    history.redo();
    history.markSaved();
    CHECK_FALSE(history.isModified());
    history.undo();
    CHECK(history.isModified());
}

TEST_CASE("undo after any sequence of edits gives the first design", "[edit]") {
    History history(threeServices());
    const Design first = history.design();
    for (int i = 0; i < 100; ++i) {
        const std::string name = "Orders " + std::to_string(i);
        REQUIRE(history.apply(renameService(history.design(), {"orders"}, name)));
        history.endMerge();
        REQUIRE(history.apply(moveServices(history.design(), {{"mail"}}, {i + 1.0, 0})));
        history.endMerge();
    }
    int steps = 0;
    while (history.canUndo()) {
        history.undo();
        ++steps;
    }
    CHECK(steps == 200);
    CHECK(history.design() == first);
}

TEST_CASE("no more than 500 steps are kept", "[edit]") {
    History history(threeServices());
    for (int i = 0; i < 600; ++i) {
        REQUIRE(history.apply(moveServices(history.design(), {{"mail"}}, {1, 0})));
        history.endMerge();
    }
    int steps = 0;
    while (history.canUndo()) {
        history.undo();
        ++steps;
    }
    CHECK(steps == 500);
    CHECK(history.design().layout.find({"mail"})->x == 648 + 100);
}

}  // namespace tideline
