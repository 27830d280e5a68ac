// SPDX-License-Identifier: Apache-2.0
#include "core/disk/open_folder.h"

#include "core/disk/disk_error.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace tideline {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// A folder and the name of something in it.
struct Place {
    Descriptor folder;
    std::string name;
};

std::string joined(const std::string& folder, const std::string& path) {
    return folder + "/" + path;
}

/// What stands in the way of a path, in words; `code` is the errno of opening it as a folder.
Error wayError(int folder, const std::string& name, const std::string& shownPath, int code) {
    struct stat there {};
    if (::fstatat(folder, name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
        if (S_ISLNK(there.st_mode)) {
            return {"this is a link; nothing was written", shownPath};
        }
        if (!S_ISDIR(there.st_mode)) {
            return {"this is no folder; nothing was written", shownPath};
        }
    }
    return writeError(shownPath, code, 0);
}

/// Opens the folder of a path step by step. `nothing` where a folder of the way is missing.
Result<std::optional<Place>> placeOf(int root, const std::string& rootPath, const std::string& path) {
    Descriptor folder(::fcntl(root, F_DUPFD_CLOEXEC, 0));
    std::size_t from = 0;
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', from)) {
        const std::string part = path.substr(from, slash - from);
        Descriptor next(::openat(folder.number(), part.c_str(), kFolderFlags));
        if (!next.isOpen()) {
            const int code = errno;
            if (code == ENOENT) {
                return std::optional<Place>();
            }
            return tl::unexpected(wayError(folder.number(), part, joined(rootPath, path.substr(0, slash)), code));
        }
        folder = std::move(next);
        from = slash + 1;
    }
    return std::optional<Place>(Place{std::move(folder), path.substr(from)});
}

/// As above where the folders must be there.
Result<Place> presentPlaceOf(int root, const std::string& rootPath, const std::string& path) {
    std::optional<Place> place = TRY(placeOf(root, rootPath, path));
    if (!place) {
        return tl::unexpected(writeError(joined(rootPath, path), ENOENT, 0));
    }
    return std::move(*place);
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

bool readAll(int file, std::uint64_t mostBytes, std::string& text) {
    char buffer[65536];
    while (text.size() <= mostBytes) {
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

}  // namespace

Result<OpenFolder> OpenFolder::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), kFolderFlags);
    if (descriptor < 0) {
        return tl::unexpected(wayError(AT_FDCWD, path, path, errno));
    }
    return OpenFolder(descriptor, path);
}

OpenFolder::~OpenFolder() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

OpenFolder::OpenFolder(OpenFolder&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path)) {}

Result<std::optional<std::string>> OpenFolder::read(const std::string& file, std::uint64_t mostBytes) const {
    const std::optional<Place> place = TRY(placeOf(m_descriptor, m_path, file));
    if (!place) {
        return std::optional<std::string>();
    }
    const std::string shownPath = joined(m_path, file);
    struct stat there {};
    if (::fstatat(place->folder.number(), place->name.c_str(), &there, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno == ENOENT ? Result<std::optional<std::string>>(std::nullopt)
                               : Result<std::optional<std::string>>(tl::unexpected(readError(shownPath, errno)));
    }
    if (!S_ISREG(there.st_mode)) {
        const char* what = S_ISLNK(there.st_mode) ? "link" : S_ISDIR(there.st_mode) ? "folder" : "special file";
        return failure(fmt::format("this is a {}; nothing was written", what), shownPath);
    }
    const Descriptor open(
        ::openat(place->folder.number(), place->name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::string text;
    if (!open.isOpen() || !readAll(open.number(), mostBytes, text)) {
        return tl::unexpected(readError(shownPath, errno));
    }
    return std::optional<std::string>(std::move(text));
}

Result<void> OpenFolder::write(const std::string& file, std::string_view text) const {
    const Place place = TRY(presentPlaceOf(m_descriptor, m_path, file));
    const Descriptor open(::openat(place.folder.number(), place.name.c_str(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!open.isOpen() || !writeAll(open.number(), text)) {
        return tl::unexpected(writeError(joined(m_path, file), errno, text.size()));
    }
    return {};
}

Result<void> OpenFolder::makeFolders(const std::string& folder, std::vector<std::string>& made) const {
    for (std::size_t slash = folder.find('/'); true; slash = folder.find('/', slash + 1)) {
        const std::string path = folder.substr(0, slash);
        const Place place = TRY(presentPlaceOf(m_descriptor, m_path, path));
        if (::mkdirat(place.folder.number(), place.name.c_str(), 0777) == 0) {
            made.push_back(path);
        } else if (errno != EEXIST) {
            return tl::unexpected(writeError(joined(m_path, path), errno, 0));
        }
        if (slash == std::string::npos) {
            return {};
        }
    }
}

Result<void> OpenFolder::move(const std::string& from, const std::string& to) const {
    const Place source = TRY(presentPlaceOf(m_descriptor, m_path, from));
    const Place target = TRY(presentPlaceOf(m_descriptor, m_path, to));
    if (::renameat2(source.folder.number(), source.name.c_str(), target.folder.number(), target.name.c_str(),
                    RENAME_NOREPLACE) == 0) {
        return {};
    }
    const int code = errno;
    struct stat there {};
    if (::fstatat(target.folder.number(), target.name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
        return failure("this appeared while the export was written", joined(m_path, to));
    }
    // Some network file systems cannot promise to replace nothing; there the look above has to do.
    if (code == EINVAL &&
        ::renameat(source.folder.number(), source.name.c_str(), target.folder.number(), target.name.c_str()) == 0) {
        return {};
    }
    return tl::unexpected(writeError(joined(m_path, to), code, 0));
}

Result<void> OpenFolder::removeFile(const std::string& file) const {
    const Place place = TRY(presentPlaceOf(m_descriptor, m_path, file));
    if (::unlinkat(place.folder.number(), place.name.c_str(), 0) != 0) {
        return tl::unexpected(writeError(joined(m_path, file), errno, 0));
    }
    return {};
}

bool OpenFolder::removeFolder(const std::string& folder) const {
    const Result<Place> place = presentPlaceOf(m_descriptor, m_path, folder);
    return place && ::unlinkat(place->folder.number(), place->name.c_str(), AT_REMOVEDIR) == 0;
}

Result<void> OpenFolder::sync() const {
    if (::syncfs(m_descriptor) != 0) {
        return tl::unexpected(writeError(m_path, errno, 0));
    }
    return {};
}

}  // namespace tideline
