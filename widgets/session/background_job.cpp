// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/background_job.h"

#include <QCoreApplication>
#include <utility>

namespace tideline {

BackgroundJob::BackgroundJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

BackgroundJob::~BackgroundJob() {
    m_pool.waitForDone();
}

void BackgroundJob::start(Work work) {
    ++m_run;
    if (m_isRunning) {
        m_next = std::move(work);
    } else {
        run(std::move(work));
    }
}

void BackgroundJob::drop() {
    ++m_run;
    m_next.reset();
}

void BackgroundJob::run(Work work) {
    m_isRunning = true;
    m_pool.start([this, number = m_run, work = std::move(work)] {
        std::function<void()> answer = work();
        QMetaObject::invokeMethod(
            this, [this, number, answer = std::move(answer)] { take(number, answer); }, Qt::QueuedConnection);
    });
}

void BackgroundJob::take(unsigned long long run, const std::function<void()>& answer) {
    m_isRunning = false;
    if (std::optional<Work> next = std::exchange(m_next, std::nullopt)) {
        this->run(std::move(*next));
    }
    if (run == m_run) {
        answer();
    }
}

void BackgroundJob::finish() {
    while (m_isRunning) {
        m_pool.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

}  // namespace tideline
