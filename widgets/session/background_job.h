// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <optional>

namespace tideline {

/// Work beside the analysis, on a thread of its own. While one piece runs, only the newest of those that arrive is
/// kept; an answer that was overtaken is dropped.
class BackgroundJob : public QObject {
    Q_OBJECT
public:
    /// Runs on the thread and must not touch widgets; what it gives back runs here.
    using Work = std::function<std::function<void()>()>;

    explicit BackgroundJob(QObject* parent = nullptr);
    ~BackgroundJob() override;
    void start(Work work);
    /// What runs or waits counts no more.
    void drop();
    bool isBusy() const { return m_isRunning; }
    /// Waits until nothing is left to do (tests, --render).
    void finish();

private:
    void run(Work work);
    void take(unsigned long long run, const std::function<void()>& answer);
    QThreadPool m_pool;
    std::optional<Work> m_next;
    bool m_isRunning = false;
    unsigned long long m_run = 0;
};

}  // namespace tideline
