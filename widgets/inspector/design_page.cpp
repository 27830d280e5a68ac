// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/design_page.h"

#include "core/design/cluster_provider.h"
#include "core/edit/settings_edits.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/form_section.h"
#include "widgets/inspector/subject_head.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/field_edits.h"
#include "widgets/session/place_totals.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tideline {

namespace {

struct Choice {
    const char* key;
    const char* title;
};

constexpr Choice kFlavours[] = {
    {"eks-nodes", "EKS with nodes"},
    {"eks-auto", "EKS Auto Mode"},
    {"eks-fargate", "EKS on Fargate"},
    {"gke-standard", "GKE Standard"},
    {"gke-autopilot", "GKE Autopilot"},
    {"aks", "AKS"},
    {"k3s", "K3s"},
};
constexpr Choice kBillings[] = {{"nodes", "Nodes"}, {"pods", "Pods"}};
constexpr Choice kLogSinks[] = {{"cloudwatch", "CloudWatch"}, {"none", "Not billed here"}};

/// The categories of decisions.md 6 that a person may leave out, but those that need switching on.
constexpr Choice kCategories[] = {
    {"control-plane", "Control plane"},
    {"nodes", "Nodes"},
    {"disks", "Node disks"},
    {"auto-mode", "Auto Mode"},
    {"load-balancer", "Load balancer"},
    {"lcu", "Load balancer capacity"},
    {"nat-hours", "NAT gateways"},
    {"nat-data", "NAT traffic"},
    {"ipv4", "Public addresses"},
    {"cross-az", "Between zones"},
    {"transfer", "Transfer out"},
    {"logs", "Logs"},
    {"traces", "Traces"},
    {"front-door", "Front doors"},
};

QComboBox* makeChoice(std::span<const Choice> choices, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const Choice& choice : choices) {
        box->addItem(DesignPage::tr(choice.title), QLatin1String(choice.key));
    }
    return box;
}

/// "Node (m7g.large)" as m7g.large: the row says that it is a node.
QString machineName(const Price& price) {
    const QString title = QString::fromStdString(price.title);
    const QString head = QStringLiteral("Node (");
    return title.startsWith(head) && title.endsWith(QLatin1Char(')')) ? title.mid(head.size()).chopped(1) : title;
}

void choose(QComboBox& box, const std::string& key) {
    const QString text = QString::fromStdString(key);
    if (box.findData(text) < 0) {
        box.addItem(text, text);
    }
    box.setCurrentIndex(box.findData(text));
}

}  // namespace

DesignPage::DesignPage(DesignSession& session, QWidget* parent)
    : InspectorPage(parent), m_session(session), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(14, 12, 14, 16);
    m_column->setSpacing(12);
    addTotals();
    addTraffic();
    addCluster();
    addBill();
    m_column->addStretch(1);
    refresh();
}

void DesignPage::showHead(SubjectHead& head) {
    const Theme& t = currentTheme();
    const Design& design = m_session.design();
    head.setRenameable(tr("Name of the design"));
    head.showSubject(QStringLiteral("tideline"), t.accentText, t.accentSoft);
    const QString services = countedText(static_cast<qsizetype>(design.services.size()), tr("service"));
    const QString connections = countedText(static_cast<qsizetype>(design.connections.size()), tr("connection"));
    head.showTexts(QString::fromStdString(design.title), tr("%1, %2").arg(services, connections));
}

void DesignPage::refresh() {
    for (const auto& refreshOne : m_refreshes) {
        refreshOne();
    }
}

void DesignPage::addTotals() {
    auto* section = new FormSection(tr("Monthly cost"), this);
    m_column->addWidget(section);
    for (const Place place : kPlaces) {
        auto* number = new NumberLabel(FontRole::Small, &Theme::t1, section);
        section->addRow(titleOf(place), number);
        m_refreshes.push_back([this, number, place] {
            const Figures& figures = m_session.analysis().figures;
            number->setText(tableMoneyOrNothing(placeTotals(figures.bill, figures.design).of(place).dollars()));
        });
    }
    m_refreshes.push_back(
        [this, section] { section->setHeadText(tableMoney(m_session.analysis().figures.bill.monthly.dollars())); });
}

void DesignPage::addTraffic() {
    auto* section = new FormSection(tr("Traffic"), this);
    auto* monthly = new QuantityField(section);
    monthly->setUnit(tr("a month"));
    monthly->setLimits(0, 1e12);
    section->addRow(tr("Requests"), monthly);
    m_column->addWidget(section);
    connect(monthly, &QuantityField::committed, this, [this](double number) {
        m_session.showTraffic(number);
        m_session.keepShownTraffic();
    });
    m_refreshes.push_back([this, monthly] {
        const double requests = m_session.shownRequestsPerMonth();
        monthly->setEnabled(requests > 0);
        monthly->showNumber(requests);
        monthly->setToolTip(requests > 0 ? QString() : tr("Give one service a load first."));
    });
}

void DesignPage::changeCluster(const std::function<void(ClusterSettings&)>& change) {
    ClusterSettings cluster = m_session.design().settings.cluster;
    const ClusterProvider& before = clusterProvider(cluster.flavour);
    change(cluster);
    const ClusterProvider& after = clusterProvider(cluster.flavour);
    if (&after != &before && isForeignNode(cluster.flavour, cluster.nodePrice)) {
        cluster.nodePrice = after.standardNode;
    }
    m_session.apply(setCluster(cluster));
    m_session.endMerge();
}

/// The nodes of the flavour's provider, and those of a person's own books.
void DesignPage::showNodes(QComboBox& box) {
    const ClusterSettings& cluster = m_session.design().settings.cluster;
    box.clear();
    for (const Price& price : m_session.prices().prices) {
        if (price.node && price.node->gpus <= 0 && !price.tiers.empty() && !isForeignNode(cluster.flavour, price.key)) {
            box.addItem(machineName(price), QString::fromStdString(price.key));
        }
    }
    choose(box, cluster.nodePrice);
}

void DesignPage::addCluster() {
    auto* section = new FormSection(tr("Cluster"), this);
    section->setNarrowLabels();
    const auto addChoice = [&](const QString& title, std::span<const Choice> choices,
                               std::string ClusterSettings::*member) {
        QComboBox* box = makeChoice(choices, section);
        section->addRow(title, box);
        connect(box, &QComboBox::activated, this, [this, box, member] {
            changeCluster(
                [&](ClusterSettings& cluster) { cluster.*member = box->currentData().toString().toStdString(); });
        });
        m_refreshes.push_back([this, box, member] { choose(*box, m_session.design().settings.cluster.*member); });
        return box;
    };
    addChoice(tr("Flavour"), kFlavours, &ClusterSettings::flavour);
    addChoice(tr("Billed by"), kBillings, &ClusterSettings::billing);
    auto* nodes = makeChoice({}, section);
    section->addRow(tr("Node type"), nodes);
    connect(nodes, &QComboBox::activated, this, [this, nodes] {
        changeCluster(
            [&](ClusterSettings& cluster) { cluster.nodePrice = nodes->currentData().toString().toStdString(); });
    });
    m_refreshes.push_back([this, nodes] { showNodes(*nodes); });
    const auto addNumber = [&](const QString& title, double least,
                               std::function<std::optional<double>(const ClusterSettings&)> read,
                               std::function<void(ClusterSettings&, std::optional<double>)> write) {
        auto* field = new QuantityField(section);
        field->setLimits(least, 100'000);
        section->addRow(title, field);
        connect(field, &QuantityField::committed, this,
                [this, write](double number) { changeCluster([&](ClusterSettings& c) { write(c, number); }); });
        connect(field, &QuantityField::cleared, this,
                [this, write] { changeCluster([&](ClusterSettings& c) { write(c, std::nullopt); }); });
        m_refreshes.push_back([this, field, read] {
            const std::optional<double> number = read(m_session.design().settings.cluster);
            field->showNothing(tr("as needed"));
            if (number) {
                field->showNumber(*number);
            }
        });
    };
    addNumber(
        tr("Nodes"), 0, [](const ClusterSettings& c) { return c.nodes; },
        [](ClusterSettings& c, std::optional<double> n) { c.nodes = n; });
    addNumber(
        tr("Zones"), 1, [](const ClusterSettings& c) { return std::optional(c.zones); },
        [](ClusterSettings& c, std::optional<double> n) { c.zones = n.value_or(3); });
    addNumber(
        tr("NAT gateways"), 0, [](const ClusterSettings& c) { return c.natGateways; },
        [](ClusterSettings& c, std::optional<double> n) { c.natGateways = n; });
    auto* autoscaled = new QCheckBox(tr("follow the load"), section);
    section->addRow(tr("Node count"), autoscaled);
    connect(autoscaled, &QCheckBox::clicked, this,
            [this](bool isOn) { changeCluster([&](ClusterSettings& c) { c.autoscaled = isOn; }); });
    m_refreshes.push_back(
        [this, autoscaled] { autoscaled->setChecked(m_session.design().settings.cluster.autoscaled); });
    addChoice(tr("Logs go to"), kLogSinks, &ClusterSettings::logSink);
    m_column->addWidget(section);
}

void DesignPage::addBill() {
    auto* section = new FormSection(tr("What the bill counts"), this);
    auto* book = new ThemedLabel(QString(), FontRole::Small, &Theme::t1, section);
    book->setWrapping();
    section->addRow(tr("Prices"), book);
    m_refreshes.push_back([this, book] {
        const PriceBook& prices = m_session.prices();
        book->setText(tr("%1, %2").arg(QString::fromStdString(prices.title), asOfText(prices.asOf)));
    });
    auto* free = new QCheckBox(tr("applied"), section);
    section->addRow(tr("Free amounts"), free, tr("What the account gets for nothing each month"));
    connect(free, &QCheckBox::clicked, this, [this](bool isOn) {
        m_session.apply(setFreeAmounts(isOn ? FreeAmountUse::Applied : FreeAmountUse::Ignored));
        m_session.endMerge();
    });
    m_refreshes.push_back([this, free] { free->setChecked(m_session.design().settings.freeAmounts); });
    auto* settings = new QPushButton(tr("Bill settings…"), section);
    settings->setAutoDefault(false);
    settings->setToolTip(tr("People and tools, support, discounts, likely ranges, price books"));
    section->addWide(settings);
    connect(settings, &QPushButton::clicked, this, &InspectorPage::billSettingsWanted);
    m_column->addWidget(section);
    auto* categories = new FormSection(tr("Kinds of lines"), this);
    addCategories(*categories);
    categories->setFoldable();
    m_column->addWidget(categories);
}

void DesignPage::addCategories(FormSection& section) {
    for (const Choice& category : kCategories) {
        auto* box = new QCheckBox(tr(category.title), &section);
        section.addWide(box);
        connect(box, &QCheckBox::clicked, this, [this, category](bool isOn) {
            const LineUse use = isOn ? LineUse::Counted : LineUse::LeftOut;
            m_session.apply(withLinesTitle(useBillLines(category.key, use), tr(category.title).toStdString(), use));
            m_session.endMerge();
        });
        m_refreshes.push_back([this, box, key = std::string(category.key)] {
            const BillSettings& bill = m_session.design().settings.bill;
            box->setChecked(!bill.off.contains(key));
            const auto fixed = bill.fixed.find(key);
            box->setToolTip(fixed == bill.fixed.end() ? QString()
                                                      : tr("Set by hand: %1").arg(tableMoney(fixed->second)));
        });
    }
}

}  // namespace tideline
