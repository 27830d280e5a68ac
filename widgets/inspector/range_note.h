// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/controls/themed_label.h"

namespace tideline {

class DesignSession;
class QuantityField;

/// Says below a field that its number is only likely: "between 50 and 5,000". The field's menu gives it as a range or
/// as one number again. Hidden while there is no range.
class RangeNote : public ThemedLabel {
    Q_OBJECT
public:
    /// `input` names the number as files do: "services/api/durationMs".
    RangeNote(DesignSession& session, std::string input, QuantityField& field, QWidget* parent);
    void refresh();

Q_SIGNALS:
    void rangeWanted(const QString& input);

private:
    void openMenu(QuantityField& field, const QPoint& at);
    bool isRange() const;
    DesignSession& m_session;
    std::string m_input;
};

}  // namespace tideline
