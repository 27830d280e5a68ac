// SPDX-License-Identifier: Apache-2.0
#include "core/disk/disk_error.h"

#include <fmt/core.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

namespace tideline {

namespace {

std::uint64_t freeBytes(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    struct statvfs answer {};
    return ::statvfs(folder.c_str(), &answer) == 0 ? answer.f_bavail * answer.f_frsize : 0;
}

std::string systemWords(int code) {
    return fmt::format("the system says \"{}\"", std::strerror(code));
}

}  // namespace

std::string sizeText(std::uint64_t bytes) {
    if (bytes < 1'000) {
        return fmt::format("{} bytes", bytes);
    }
    const double kilobytes = static_cast<double>(bytes) / 1e3;
    if (kilobytes < 1'000) {
        return fmt::format("{:.{}f} KB", kilobytes, kilobytes < 10 ? 1 : 0);
    }
    return fmt::format("{:.{}f} MB", kilobytes / 1e3, kilobytes < 10'000 ? 1 : 0);
}

Error readError(const std::string& path, int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR: return {"there is no such file; check the name and the folder", path};
    case EACCES:
    case EPERM: return {"you may not read this file; ask its owner, or change its permissions", path};
    case EISDIR: return {"this is a folder; name a file in it", path};
    case EIO: return {"the disk reported an error while reading; the file may be damaged", path};
    default: return {fmt::format("the file could not be read: {}", systemWords(code)), path};
    }
}

Error writeError(const std::string& path, int code, std::uint64_t needed) {
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return {fmt::format("the disk is full: {} needed, {} free; the last saved version is intact", sizeText(needed),
                            sizeText(freeBytes(path))),
                path};
    case EFBIG: return {"the file would be larger than this system allows; the last saved version is intact", path};
    case EIO:
        return {"the disk reported an error while writing; the last saved version is intact, save elsewhere", path};
    case EROFS: return {"this disk can only be read; save elsewhere", path};
    case EACCES:
    case EPERM: return {"you may not write here; save elsewhere, or change the permissions of the folder", path};
    case ENOENT:
    case ENOTDIR: return {"its folder does not exist; make it first, or save elsewhere", path};
    case ENAMETOOLONG: return {"the name is too long for this disk; choose a shorter one", path};
    default: return {fmt::format("the file could not be written: {}; nothing was changed", systemWords(code)), path};
    }
}

}  // namespace tideline
