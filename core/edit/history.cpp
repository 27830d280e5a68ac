// SPDX-License-Identifier: Apache-2.0
#include "core/edit/history.h"

namespace tideline {

namespace {
constexpr std::size_t kMostSteps = 500;
}

History::History(Design design) : m_steps{Step{.design = design}}, m_saved(std::move(design)) {}

Result<DesignChange> History::apply(const Edit& edit) {
    const Design before = design();
    Design after = TRY(edit.apply(before));
    if (after == before) {
        return DesignChange{};
    }
    const bool merges = !m_mergeEnded && !edit.mergeKey.empty() && m_at > 0 && m_steps[m_at].mergeKey == edit.mergeKey;
    m_mergeEnded = false;
    m_steps.resize(m_at + 1);
    const DesignChange change = difference(before, after);
    if (!merges) {
        m_steps.push_back({.design = std::move(after), .label = edit.label, .mergeKey = edit.mergeKey});
        ++m_at;
    } else if (after == m_steps[m_at - 1].design) {
        m_steps.pop_back();
        --m_at;
        m_mergeEnded = true;
    } else {
        m_steps[m_at].design = std::move(after);
        m_steps[m_at].label = edit.label;
    }
    if (m_steps.size() > kMostSteps + 1) {
        m_steps.erase(m_steps.begin());
        --m_at;
    }
    return change;
}

void History::endMerge() {
    m_mergeEnded = true;
}

DesignChange History::undo() {
    m_mergeEnded = true;
    if (!canUndo()) {
        return {};
    }
    --m_at;
    return difference(m_steps[m_at + 1].design, m_steps[m_at].design);
}

DesignChange History::redo() {
    m_mergeEnded = true;
    if (!canRedo()) {
        return {};
    }
    ++m_at;
    return difference(m_steps[m_at - 1].design, m_steps[m_at].design);
}

std::string History::undoLabel() const {
    return canUndo() ? m_steps[m_at].label : std::string();
}

std::string History::redoLabel() const {
    return canRedo() ? m_steps[m_at + 1].label : std::string();
}

void History::markSaved() {
    m_saved = design();
    m_mergeEnded = true;
}

bool History::isModified() const {
    return !(design() == m_saved);
}

}  // namespace tideline
