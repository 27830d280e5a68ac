// SPDX-License-Identifier: Apache-2.0
#include "core/edit/topic_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

namespace tideline {

namespace {

std::string nameOf(const Design& design, const TopicId& id) {
    const Topic* topic = design.topics.find(id);
    return topic == nullptr ? "a topic" : topic->name;
}

Result<void> checkTopic(const Design& design, const Topic& topic) {
    TRY(checkCoordinates(0, topic.y));
    for (const Topic& other : design.topics) {
        if (other.id != topic.id && other.name == topic.name) {
            return failure(fmt::format("there is a topic '{}' already", shownText(topic.name)));
        }
    }
    return {};
}

/// The connections that carry the event.
std::vector<Connection> carriersOf(const Design& design, const std::string& event) {
    std::vector<Connection> carriers;
    for (const Connection& connection : design.connections) {
        const auto found = connection.fields.find("event");
        if (found != connection.fields.end() && found->second == FieldValue(event)) {
            carriers.push_back(connection);
        }
    }
    return carriers;
}

}  // namespace

TopicAddition addTopic(const Design& design, const std::string& name, double y, IdSource& ids) {
    const TopicId id = freeId(design.topics, ids, "topic");
    const auto apply = [id, name, y](Design before) -> Result<Design> {
        const std::string checked = TRY(checkedName(name, "name"));
        Topic topic{.id = id, .name = checked, .y = y};
        TRY(checkTopic(before, topic));
        before.topics.put(std::move(topic));
        return before;
    };
    return {.edit = {.label = "add the topic " + name, .apply = apply}, .id = id};
}

Edit renameTopic(const Design& design, const TopicId& id, const std::string& name) {
    return {.label = "rename the topic " + nameOf(design, id),
            .mergeKey = "rename-topic:" + id.text,
            .apply = [id, name](Design before) -> Result<Design> {
                Topic topic = TRY(topicOf(before, id));
                const std::string former = topic.name;
                topic.name = TRY(checkedName(name, "name"));
                TRY(checkTopic(before, topic));
                for (Connection& carrier : carriersOf(before, former)) {
                    carrier.fields["event"] = topic.name;
                    before.connections.put(std::move(carrier));
                }
                before.topics.put(std::move(topic));
                return before;
            }};
}

Edit removeTopic(const Design& design, const TopicId& id) {
    return {.label = "remove the topic " + nameOf(design, id), .apply = [id](Design before) -> Result<Design> {
                const Topic topic = TRY(topicOf(before, id));
                for (Connection& carrier : carriersOf(before, topic.name)) {
                    carrier.fields.erase("event");
                    before.connections.put(std::move(carrier));
                }
                before.topics.remove(id);
                return before;
            }};
}

Edit moveTopic(const Design& design, const TopicId& id, double y) {
    return {.label = "move the topic " + nameOf(design, id),
            .mergeKey = "move-topic:" + id.text,
            .apply = [id, y](Design before) -> Result<Design> {
                Topic topic = TRY(topicOf(before, id));
                topic.y = y;
                TRY(checkTopic(before, topic));
                before.topics.put(std::move(topic));
                return before;
            }};
}

}  // namespace tideline
