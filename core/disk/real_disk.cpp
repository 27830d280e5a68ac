// SPDX-License-Identifier: Apache-2.0
#include "core/disk/disk.h"
#include "core/disk/disk_error.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace tideline {

namespace {

/// A file descriptor that closes with its scope; `close` reports what the last write left to report.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
    ~OpenFile() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    bool close() {
        const int closing = m_descriptor;
        m_descriptor = -1;
        return ::close(closing) == 0;
    }

private:
    int m_descriptor;
};

std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

/// Reads until the end or one byte over the limit; -1 with errno where reading fails.
bool readAll(int file, std::uint64_t limit, std::string& text) {
    char buffer[65536];
    while (text.size() <= limit) {
        const ssize_t got = ::read(file, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got == 0;
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return true;
}

bool writeAll(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t put = ::write(file, text.data(), text.size());
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            errno = put == 0 ? ENOSPC : errno;
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

bool syncFolder(const std::string& folder) {
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder and say so; their rename is then as safe as they make it.
    return file.isOpen() && (::fsync(file.get()) == 0 || errno == EINVAL || errno == ENOTSUP);
}

/// The permissions that the new text gets: those of the file it replaces, or what the person's umask leaves.
Result<mode_t> modeFor(const std::string& path) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) == 0) {
        if (S_ISLNK(there.st_mode)) {
            return failure("this is a link; name the file that it leads to", path);
        }
        if (!S_ISREG(there.st_mode)) {
            return failure("this is no ordinary file, so nothing was written over it", path);
        }
        return there.st_mode & 07777;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// Writes and syncs the temporary file; errno says why not.
bool writeTemporary(const std::string& path, std::string_view text, mode_t mode) {
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    struct stat written {};
    return file.isOpen() && writeAll(file.get(), text) && ::fchmod(file.get(), mode) == 0 && ::fsync(file.get()) == 0 &&
           ::fstat(file.get(), &written) == 0 && written.st_size == static_cast<off_t>(text.size()) && file.close();
}

class RealDisk : public Disk {
public:
    Result<std::string> read(const std::string& path, std::uint64_t limit) override {
        const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        struct stat found {};
        if (!file.isOpen() || ::fstat(file.get(), &found) != 0) {
            return tl::unexpected(readError(path, errno));
        }
        if (!S_ISREG(found.st_mode)) {
            return tl::unexpected(S_ISDIR(found.st_mode)
                                      ? readError(path, EISDIR)
                                      : Error{"this is no ordinary file; name a file on a disk", path});
        }
        std::string text;
        if (!readAll(file.get(), limit, text)) {
            return tl::unexpected(readError(path, errno));
        }
        if (text.size() > limit) {
            const std::uint64_t size = std::max<std::uint64_t>(text.size(), static_cast<std::uint64_t>(found.st_size));
            return failure(fmt::format("the file is {}; at most {} are read", sizeText(size), sizeText(limit)), path);
        }
        return text;
    }

    Result<void> write(const std::string& path, std::string_view text) override {
        const mode_t mode = TRY(modeFor(path));
        const std::string temporary =
            fmt::format("{}/.tideline-{}-{}.tmp", folderOf(path), ::getpid(), ++m_temporaries);
        if (!writeTemporary(temporary, text, mode)) {
            const int code = errno;
            ::unlink(temporary.c_str());
            return tl::unexpected(writeError(path, code, text.size()));
        }
        if (::rename(temporary.c_str(), path.c_str()) != 0) {
            const int code = errno;
            ::unlink(temporary.c_str());
            return tl::unexpected(writeError(path, code, text.size()));
        }
        if (!syncFolder(folderOf(path))) {
            return tl::unexpected(writeError(path, errno, text.size()));
        }
        const Result<std::string> back = read(path, text.size());
        if (!back || *back != text) {
            return failure("the disk gave back something else than what was written; save elsewhere now", path);
        }
        return {};
    }

    bool exists(const std::string& path) override {
        struct stat found {};
        return ::lstat(path.c_str(), &found) == 0;
    }

    std::vector<std::string> list(const std::string& folder) override {
        std::vector<std::string> names;
        std::error_code code;
        for (std::filesystem::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
            names.push_back(at->path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }

    Result<void> makeFolders(const std::string& path) override {
        std::error_code code;
        std::filesystem::create_directories(path, code);
        if (code) {
            return tl::unexpected(writeError(path, code.value(), 0));
        }
        return {};
    }

    Result<void> move(const std::string& from, const std::string& to) override {
        if (::rename(from.c_str(), to.c_str()) != 0 || !syncFolder(folderOf(to))) {
            return tl::unexpected(writeError(to, errno, 0));
        }
        return {};
    }

    Result<void> remove(const std::string& path) override {
        if (std::remove(path.c_str()) != 0 && errno != ENOENT) {
            return tl::unexpected(writeError(path, errno, 0));
        }
        return {};
    }

private:
    unsigned m_temporaries = 0;
};

}  // namespace

Disk& realDisk() {
    static RealDisk disk;
    return disk;
}

}  // namespace tideline
