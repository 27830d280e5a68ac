// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "widgets/inspector/inspector_page.h"

namespace tideline {

class DesignSession;

/// Who publishes a topic's event and who listens to it; removes the topic.
class TopicPage : public InspectorPage {
    Q_OBJECT
public:
    TopicPage(DesignSession& session, const TopicId& id, QWidget* parent);
    void showHead(SubjectHead& head) override;
    void refresh() override;

private:
    void addServices(const QString& title, const std::vector<ServiceId>& services, const QString& nobody);
    DesignSession& m_session;
    TopicId m_id;
    QWidget* m_ends;
};

}  // namespace tideline
