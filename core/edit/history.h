// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"

#include <optional>

namespace tideline {

/// A design and the designs before and after it. Undo keeps whole designs, which share their rows.
class History {
public:
    explicit History(Design design);

    const Design& design() const { return m_steps[m_at].design; }
    /// Refused: the error says why and nothing changed. An edit that changes nothing leaves no step; one with the
    /// merge key of the last step replaces it, and where it leads back to where that step began the step disappears.
    Result<DesignChange> apply(const Edit& edit);
    /// The next edit starts a step of its own even with the same merge key.
    void endMerge();

    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    /// What changed; empty where there is no step to undo or redo.
    DesignChange undo();
    DesignChange redo();
    /// Labels of what undo and redo would do; empty where there is none.
    std::string undoLabel() const;
    std::string redoLabel() const;

    /// The design as it now stands is what is on disk.
    void markSaved();
    bool isModified() const;

private:
    struct Step {
        Design design;
        std::string label, mergeKey;
    };
    std::vector<Step> m_steps;  ///< at most 500
    std::size_t m_at = 0;
    bool m_mergeEnded = true;
    Design m_saved;
};

}  // namespace tideline
