#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>

namespace vierkant::testing {

/// The files in a zip archive (PKWARE APPNOTE 4.3), by name: read from its central directory.
inline std::map<std::string, std::string> unzipped(const std::string& zip)
{
    const auto number = [&](std::size_t at, int bytes) {
        std::uint32_t value = 0;
        for (int i = bytes - 1; i >= 0; --i)
            value = value << 8U | static_cast<unsigned char>(zip.at(at + static_cast<std::size_t>(i)));
        return std::size_t{value};
    };
    const auto end = zip.rfind("PK\x05\x06");
    if (end == std::string::npos) throw std::runtime_error{"no zip archive"};
    std::map<std::string, std::string> files;
    auto at = number(end + 16, 4);
    for (auto left = number(end + 10, 2); left > 0; --left) {
        const auto method = number(at + 10, 2);
        const auto packed = number(at + 20, 4);
        const auto size = number(at + 24, 4);
        const auto name_length = number(at + 28, 2);
        const auto name = zip.substr(at + 46, name_length);
        const auto header = number(at + 42, 4);
        const auto data = header + 30 + number(header + 26, 2) + number(header + 28, 2);
        auto content = zip.substr(data, packed);
        if (method == 8) {
            std::string out(size, '\0');
            z_stream stream{};
            inflateInit2(&stream, -15);
            stream.next_in = reinterpret_cast<Bytef*>(content.data());
            stream.avail_in = static_cast<uInt>(content.size());
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            const auto ended = inflate(&stream, Z_FINISH);
            inflateEnd(&stream);
            if (ended != Z_STREAM_END) throw std::runtime_error{"a damaged file in the zip archive"};
            content = std::move(out);
        }
        files[name] = std::move(content);
        at += 46 + name_length + number(at + 30, 2) + number(at + 32, 2);
    }
    return files;
}

}  // namespace vierkant::testing
