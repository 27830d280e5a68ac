// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/moved_topics.h"

#include "core/edit/edit_sequence.h"
#include "core/edit/topic_edits.h"

#include <algorithm>
#include <cmath>

namespace tideline {

double topicTop(double wanted) {
    return std::max(kLaneHead - 8, std::round(wanted / 4) * 4);
}

MovedTopics::MovedTopics(const CanvasStage& stage) {
    for (const TopicId& id : stage.selection.topics) {
        if (const int pill = stage.picture.pillOf(id); pill >= 0) {
            m_topics.push_back({pill, id, stage.picture.pill(pill).rect.top()});
        }
    }
}

void MovedTopics::lift(CanvasStage& stage) const {
    for (const Lifted& topic : m_topics) {
        stage.paintState.hiddenPills.insert(topic.pill);
        stage.overlay.draggedPills.insert(topic.pill);
        for (const int line : stage.picture.linesAt(LineEnd::On::Pill, topic.pill)) {
            stage.overlay.liveLines.insert(line);
            stage.paintState.hiddenLines.insert(line);
        }
    }
}

void MovedTopics::follow(CanvasStage& stage, double down) const {
    for (const Lifted& topic : m_topics) {
        stage.picture.movePill(topic.pill, topicTop(topic.top + down));
    }
}

void MovedTopics::putBack(CanvasStage& stage) const {
    for (const Lifted& topic : m_topics) {
        stage.picture.movePill(topic.pill, topic.top);
        stage.paintState.hiddenPills.erase(topic.pill);
        stage.overlay.draggedPills.erase(topic.pill);
    }
}

std::vector<Edit> MovedTopics::edits(const Design& design, double down) const {
    std::vector<Edit> edits;
    for (const Lifted& topic : m_topics) {
        if (const double top = topicTop(topic.top + down); top != topic.top) {
            edits.push_back(moveTopic(design, topic.id, top));
        }
    }
    return edits;
}

Edit withTopics(const Edit& edit, std::vector<Edit> topics) {
    if (topics.empty()) {
        return edit;
    }
    topics.insert(topics.begin(), edit);
    Edit both = inOneStep(std::move(topics), edit.label);
    both.mergeKey = edit.mergeKey;
    return both;
}

}  // namespace tideline
