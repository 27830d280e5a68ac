// SPDX-License-Identifier: Apache-2.0
#include "app/gui/status_line.h"

#include "widgets/canvas/canvas.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/motion.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

namespace tideline {

namespace {

constexpr Severity kSeverities[] = {Severity::Problem, Severity::Warning, Severity::Hint};

QToolButton* makeButton(const QString& icon, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setFixedHeight(24);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

}  // namespace

StatusLine::StatusLine(DesignSession& session, Canvas& canvas, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_canvas(canvas),
      m_timer(new QTimer(this)),
      m_hint(new ElidedLabel(QString(), FontRole::Small, &Theme::t2, this)),
      m_total(new NumberLabel(FontRole::BodyTitle, &Theme::t1, this)) {
    setFixedHeight(26);
    m_timer->setSingleShot(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 1, 6, 0);
    row->setSpacing(6);
    row->addWidget(m_hint, 1);
    row->addWidget(new ThemedLabel(tr("As designed"), FontRole::Small, &Theme::t2, this));
    row->addWidget(m_total);
    for (auto& [difference, title] :
         {std::pair(&m_functions, tr("vs all functions")), std::pair(&m_kubernetes, tr("vs all Kubernetes"))}) {
        *difference = {new ThemedLabel(title, FontRole::Small, &Theme::t2, this),
                       new NumberLabel(FontRole::SmallTitle, &Theme::good, this)};
        row->addSpacing(6);
        row->addWidget(difference->title);
        row->addWidget(difference->number);
    }
    row->addSpacing(8);
    for (int i = 0; i < 3; ++i) {
        m_findings[i] = makeButton(severityLook(kSeverities[i], currentTheme()).icon, QString(), this);
        m_findings[i]->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_findings[i]->setFont(fontOf(FontRole::SmallTitle));
        row->addWidget(m_findings[i]);
        connect(m_findings[i], &QToolButton::clicked, this, &StatusLine::findingsWanted);
    }
    row->addSpacing(8);
    m_prices = new ThemedLabel(QString(), FontRole::Small, &Theme::t2, this);
    row->addWidget(m_prices);
    row->addSpacing(8);
    auto* out = makeButton(QStringLiteral("minus"), tr("Zoom out"), this);
    auto* in = makeButton(QStringLiteral("plus"), tr("Zoom in"), this);
    auto* fit = makeButton(QStringLiteral("fit"), tr("Fit all"), this);
    m_zoom = new NumberLabel(FontRole::SmallTitle, &Theme::t1, this);
    for (QWidget* widget : std::initializer_list<QWidget*>{out, m_zoom, in, fit}) {
        row->addWidget(widget);
    }
    connect(out, &QToolButton::clicked, &canvas, &Canvas::zoomOut);
    connect(in, &QToolButton::clicked, &canvas, &Canvas::zoomIn);
    connect(fit, &QToolButton::clicked, &canvas, &Canvas::fitAll);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_said.clear();
        refreshHint();
    });
    connect(&canvas, &Canvas::statusMessage, this, &StatusLine::say);
    connect(&canvas, &Canvas::selectionChanged, this, &StatusLine::refreshHint);
    connect(&canvas, &Canvas::toolChanged, this, &StatusLine::refreshHint);
    connect(&canvas, &Canvas::zoomChanged, this, [this](double zoom) { m_zoom->setText(shareText(zoom)); });
    connect(&session, &DesignSession::refused, this, &StatusLine::say);
    // Otherwise the line would still say what the step did.
    connect(&session, &DesignSession::undone, this, [this](const QString& step) { say(tr("Undone: %1").arg(step)); });
    connect(&session, &DesignSession::redone, this,
            [this](const QString& step) { say(tr("Done again: %1").arg(step)); });
    connect(&session, &DesignSession::analysisChanged, this, &StatusLine::refresh);
    connect(&session, &DesignSession::opened, this, &StatusLine::refreshHint);
    m_zoom->setText(shareText(canvas.zoom()));
    refresh();
    refreshHint();
}

void StatusLine::say(const QString& text) {
    m_said = text;
    if (!m_said.isEmpty()) {
        m_said[0] = m_said[0].toUpper();
    }
    m_timer->start(std::max(durationOf(Motion::Toast), 6000));
    refreshHint();
}

void StatusLine::refreshHint() {
    m_hint->setText(m_said.isEmpty() ? m_canvas.hint() : m_said);
    fold();
}

QString StatusLine::totalText() const {
    return m_total->text();
}

QString StatusLine::message() const {
    return m_hint->text();
}

void StatusLine::refreshDifference(const Difference& difference, const char* curve) {
    const BillTotals* bill = m_session.compared(curve);
    difference.number->setProperty("known", bill != nullptr);
    if (!bill) {
        return;
    }
    const double against = (m_session.analysis().figures.bill.monthly - bill->monthly).dollars();
    difference.number->setText(signedHeadlineMoney(against));
    difference.number->setToken(against > 0.005 ? &Theme::warn : &Theme::good);
}

void StatusLine::refresh() {
    const Analysis& analysis = m_session.analysis();
    m_total->setText(headlineMoney(analysis.figures.bill.monthly.dollars()) + perMonth());
    m_total->setToolTip(tr("%1 a month at %2")
                            .arg(tableMoney(analysis.figures.bill.monthly.dollars()),
                                 requestsPerMonthText(analysis.figures.bill.requestsPerMonth)));
    refreshDifference(m_functions, "all-functions");
    refreshDifference(m_kubernetes, "all-kubernetes");
    for (int i = 0; i < 3; ++i) {
        const auto count = std::ranges::count_if(analysis.findings, [&](const Finding& finding) {
            return !finding.accepted && finding.severity == kSeverities[i];
        });
        const SeverityLook look = severityLook(kSeverities[i], currentTheme());
        m_findings[i]->setIcon(coloredIcon(look.icon, look.text));
        m_findings[i]->setText(QString::number(count));
        m_findings[i]->setVisible(count > 0);
        m_findings[i]->setAccessibleName(countedText(count, look.word));
        m_findings[i]->setToolTip(countedText(count, look.word));
    }
    const PriceBook& prices = m_session.prices();
    m_prices->setText(QStringLiteral("%1 · %2").arg(QString::fromStdString(prices.title), asOfText(prices.asOf)));
    fold();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) {
        refresh();  // its icons have the colours of the theme
    }
    QWidget::changeEvent(event);
}

void StatusLine::resizeEvent(QResizeEvent*) {
    fold();
}

void StatusLine::fold() {
    const auto show = [](const Difference& difference, bool hasRoom) {
        const bool isShown = hasRoom && difference.number->property("known").toBool();
        difference.title->setVisible(isShown);
        difference.number->setVisible(isShown);
    };
    const auto isWhole = [this] {
        const int others = layout()->totalMinimumSize().width() - m_hint->minimumSizeHint().width();
        return m_hint->fontMetrics().horizontalAdvance(m_hint->text()) <= width() - others;
    };
    m_prices->setVisible(width() >= 1360);
    show(m_kubernetes, width() >= 1040);
    show(m_functions, width() >= 900);
    // A long message has their room while it stands.
    if (!isWhole()) {
        m_prices->hide();
    }
    if (!isWhole()) {
        show(m_kubernetes, false);
    }
    if (!isWhole()) {
        show(m_functions, false);
    }
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().frame);
    painter.fillRect(QRect(0, 0, width(), 1), currentTheme().line);
}

}  // namespace tideline
