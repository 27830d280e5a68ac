// SPDX-License-Identifier: Apache-2.0
#include "app/gui/portal.h"

#include "widgets/look/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace tideline {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kInterfaceSpace = QStringLiteral("org.gnome.desktop.interface");

/// The portal wraps its answer in a variant, older ones in two.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

}  // namespace

Portal::Portal(QObject* parent) : QObject(parent) {
    QDBusConnection::sessionBus().connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                                          SLOT(follow(QString, QString, QDBusVariant)));
}

void Portal::ask() {
    const auto read = [this](const QString& space, const QString& key) {
        QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
        message << space << key;
        auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (!reply.isError()) {
                follow(space, key, reply.value());
            }
            watcher->deleteLater();
        });
    };
    read(kAppearance, QStringLiteral("color-scheme"));
    read(kInterfaceSpace, QStringLiteral("enable-animations"));
}

void Portal::follow(const QString& space, const QString& key, const QDBusVariant& value) {
    const QVariant plain = unwrapped(QVariant::fromValue(value));
    if (space == kAppearance && key == QLatin1String("color-scheme")) {
        take(plain.toUInt());
    }
    if (space == kInterfaceSpace && key == QLatin1String("enable-animations")) {
        setMotion(plain.toBool() ? MotionSetting::Full : MotionSetting::Reduced);
    }
}

void Portal::take(uint scheme) {
    // 0 no preference, 1 dark, 2 light.
    const bool prefersDark = scheme == 1;
    if (prefersDark != m_prefersDark) {
        m_prefersDark = prefersDark;
        Q_EMIT changed();
    }
}

}  // namespace tideline
