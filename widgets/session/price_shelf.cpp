// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/price_shelf.h"

#include "core/base/limits.h"
#include "core/disk/disk.h"
#include "widgets/session/design_session.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace tideline {

namespace {

bool isPlainName(const std::string& name) {
    return name.find_first_of("./\\") == std::string::npos;
}

QString sentence(const Error& error) {
    return QString::fromStdString(describe(error));
}

}  // namespace

PriceShelf::PriceShelf(DesignSession& session, DataFolder folder, PriceBook basic, std::vector<PriceBook> over,
                       QObject* parent)
    : QObject(parent),
      m_session(session),
      m_folder(std::move(folder)),
      m_basic(std::move(basic)),
      m_over(std::move(over)) {
    connect(&session, &DesignSession::opened, this, &PriceShelf::follow);
    connect(&session, &DesignSession::designChanged, this, [this](const DesignChange& change) {
        if (change.settings) {
            follow();
        }
    });
}

void PriceShelf::setDesignPath(const QString& path) {
    m_isElsewhere = m_isElsewhere || path != m_designPath;
    m_designPath = path;
}

Result<SourceText> PriceShelf::sourceOf(const std::string& name) const {
    if (isPlainName(name)) {
        return m_folder.regionPrices(realDisk(), name);
    }
    const QString given = QString::fromStdString(name);
    const QDir beside = m_designPath.isEmpty() ? QDir() : QFileInfo(m_designPath).absoluteDir();
    std::string path = QDir::cleanPath(beside.absoluteFilePath(given)).toStdString();
    if (!realDisk().exists(path)) {
        path = QDir().absoluteFilePath(given).toStdString();
    }
    std::string text = TRY(realDisk().read(path, limitOf(LimitId::DataFileBytes)));
    return SourceText{.name = name, .text = std::move(text)};
}

Result<PriceBook> PriceShelf::bookOf(const std::string& name) const {
    const SourceText source = TRY(sourceOf(name));
    return readPriceBook(source);
}

const std::vector<PriceBook>& PriceShelf::further() const {
    if (!std::exchange(m_hasFurther, true)) {
        const Result<std::vector<SourceText>> files = m_folder.furtherPrices(realDisk());
        for (const SourceText& file : files ? *files : std::vector<SourceText>{}) {
            if (Result<PriceBook> book = readPriceBook(file)) {
                m_further.push_back(std::move(*book));
            }
        }
    }
    return m_further;
}

bool PriceShelf::needsFurther(const PriceBook& book) const {
    const auto isLacking = [&](const std::string& key) { return !key.empty() && book.find(key) == nullptr; };
    return std::ranges::any_of(m_keys, isLacking);
}

void PriceShelf::follow() {
    const DesignSettings& settings = m_session.design().settings;
    std::vector<std::string> keys{settings.cluster.nodePrice, settings.cluster.gpuNode};
    // Reading is worth it only where the design names other books or other machines.
    const bool isElsewhere = std::exchange(m_isElsewhere, false) && !settings.priceBooks.empty();
    if (settings.priceBooks != m_names || keys != m_keys || isElsewhere) {
        m_names = settings.priceBooks;
        m_keys = std::move(keys);
        reload();
    }
}

void PriceShelf::reload() {
    m_books.clear();
    PriceBook book = m_basic;
    QStringList refusals;
    const auto add = [&](const PriceBook& next) -> Result<void> {
        book = TRY(overridden(book, next));
        return {};
    };
    const bool isPlain = m_names.empty() && !needsFurther(book);
    if (needsFurther(book)) {
        for (const PriceBook& next : further()) {
            (void)add(next);
        }
    }
    for (const std::string& name : m_names) {
        NamedBook row{.name = name, .title = {}, .prices = 0, .error = {}};
        const Result<PriceBook> next = bookOf(name);
        const Result<void> added = next ? add(*next) : Result<void>(tl::unexpected(next.error()));
        if (added) {
            row.title = QString::fromStdString(next->title);
            row.prices = static_cast<qsizetype>(next->prices.size());
        } else {
            row.error = sentence(added.error());
            refusals.append(row.error);
        }
        m_books.push_back(std::move(row));
    }
    for (const PriceBook& next : m_over) {
        (void)add(next);
    }
    if (!std::exchange(m_isPlain, isPlain) || !isPlain) {
        m_session.setPrices(std::move(book));
    }
    Q_EMIT changed();
    if (!refusals.isEmpty()) {
        Q_EMIT refused(refusals.join(QLatin1Char('\n')));
    }
}

PriceBook PriceShelf::allPrices() const {
    PriceBook book = m_basic;
    const auto add = [&book](const PriceBook& next) {
        if (Result<PriceBook> both = overridden(book, next)) {
            book = std::move(*both);
        }
    };
    for (const PriceBook& next : further()) {
        add(next);
    }
    for (const NamedBook& named : m_books) {
        if (const Result<PriceBook> next = named.error.isEmpty() ? bookOf(named.name) : failure({}, {}); next) {
            add(*next);
        }
    }
    for (const PriceBook& next : m_over) {
        add(next);
    }
    return book;
}

QStringList PriceShelf::regions() const {
    QStringList names;
    for (const std::string& file : realDisk().list(m_folder.path + "/resources/prices/regions")) {
        if (file.ends_with(".yaml")) {
            names.append(QString::fromStdString(file.substr(0, file.size() - 5)));
        }
    }
    return names;
}

std::string PriceShelf::nameFor(const QString& path) const {
    if (m_designPath.isEmpty() || !QDir::isAbsolutePath(path)) {
        return path.toStdString();
    }
    const QString near = QFileInfo(m_designPath).absoluteDir().relativeFilePath(path);
    return (near.startsWith(QLatin1String("..")) ? path : QStringLiteral("./") + near).toStdString();
}

Result<NamedBook> PriceShelf::tried(const std::string& name) const {
    const PriceBook book = TRY(bookOf(name));
    TRY(overridden(allPrices(), book));
    return NamedBook{.name = name,
                     .title = QString::fromStdString(book.title),
                     .prices = static_cast<qsizetype>(book.prices.size()),
                     .error = {}};
}

}  // namespace tideline
