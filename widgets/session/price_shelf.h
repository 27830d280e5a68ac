// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/disk/data_folder.h"
#include "core/pricing/price_book.h"

#include <QObject>
#include <QStringList>
#include <vector>

namespace tideline {

class DesignSession;

/// A further price book that a design names, and what came of it.
struct NamedBook {
    std::string name;   ///< as the design has it: a file, or a region such as aws-eu-west-1
    QString title;      ///< of the book; empty where it could not be read
    qsizetype prices = 0;
    QString error;      ///< why it could not be read; empty where it could
};

/// The prices of the open design: those that are installed, further ones where the design names one of them, then the
/// books that the design names, then those of the command line. Reads again when the design names others. A book that
/// cannot be read is left out, and said so.
class PriceShelf : public QObject {
    Q_OBJECT
public:
    /// `basic` = what is installed and read at each start; `over` wins over everything.
    PriceShelf(DesignSession& session, DataFolder folder, PriceBook basic, std::vector<PriceBook> over,
               QObject* parent = nullptr);
    /// Names of files stand for files beside the design at this path; before anything else relative to it is read.
    void setDesignPath(const QString& path);
    const std::vector<NamedBook>& books() const { return m_books; }
    /// Every price that is installed or named, whether a line needs it or not.
    PriceBook allPrices() const;
    /// Names of books of other regions that are installed.
    QStringList regions() const;
    /// Whether a file is a price book that fits: its title and number of prices, or what is wrong with it.
    Result<NamedBook> tried(const std::string& name) const;
    /// What the design calls a file: its path from the design's folder where it lies below that, else the whole path.
    std::string nameFor(const QString& path) const;
    /// Reads everything again, as after a change of the file.
    void reload();

Q_SIGNALS:
    void changed();
    void refused(const QString& text);  ///< a book of the design could not be read

private:
    void follow();
    Result<SourceText> sourceOf(const std::string& name) const;
    Result<PriceBook> bookOf(const std::string& name) const;
    const std::vector<PriceBook>& further() const;
    bool needsFurther(const PriceBook& book) const;

    DesignSession& m_session;
    DataFolder m_folder;
    PriceBook m_basic;
    std::vector<PriceBook> m_over;
    QString m_designPath;
    std::vector<NamedBook> m_books;
    std::vector<std::string> m_names;  ///< what the session's prices were made for
    std::vector<std::string> m_keys;
    bool m_isElsewhere = false;  ///< the design's folder is another one since the books were read
    bool m_isPlain = true;  ///< the session has what is installed, and nothing else
    mutable std::vector<PriceBook> m_further;  ///< read when first asked for
    mutable bool m_hasFurther = false;
};

}  // namespace tideline
