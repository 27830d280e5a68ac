// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"
#include "widgets/canvas/stage.h"

namespace tideline {

/// Where the top of a topic comes to lie that is wanted at this height: on the grid, below the head of the bus lane.
double topicTop(double wanted);

/// The selected topics that are dragged along with services: up and down only, as their lane allows.
class MovedTopics {
public:
    explicit MovedTopics(const CanvasStage& stage);
    /// They and their lines are drawn in the hand from now on.
    void lift(CanvasStage& stage) const;
    void follow(CanvasStage& stage, double down) const;
    /// Where they were; their lines are the gesture's to put back.
    void putBack(CanvasStage& stage) const;
    std::vector<Edit> edits(const Design& design, double down) const;

private:
    struct Lifted {
        int pill;
        TopicId id;
        double top;
    };
    std::vector<Lifted> m_topics;
};

/// Both in one step, under the label and the merge key of the first.
Edit withTopics(const Edit& edit, std::vector<Edit> topics);

}  // namespace tideline
