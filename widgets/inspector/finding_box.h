// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/rules/finding.h"

#include <QFrame>

namespace tideline {

class DesignSession;

/// A finding in the inspector: what is wrong, what to do, the fix as a button, and "Accept…".
class FindingBox : public QFrame {
    Q_OBJECT
public:
    FindingBox(DesignSession& session, const Finding& finding, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Severity m_severity;
};

}  // namespace tideline
