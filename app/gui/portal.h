// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDBusVariant>
#include <QObject>

namespace tideline {

/// What the desktop says about light and dark, through the settings portal. Without a portal: light.
class Portal : public QObject {
    Q_OBJECT
public:
    explicit Portal(QObject* parent = nullptr);
    /// Asks without waiting; the answer comes by `changed`.
    void ask();
    bool prefersDark() const { return m_prefersDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void follow(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(uint scheme);
    bool m_prefersDark = false;
};

}  // namespace tideline
