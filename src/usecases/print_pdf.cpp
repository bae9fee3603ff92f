#include "usecases/print_pdf.h"

#include "usecases/print_messages.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <vector>

namespace vierkant::usecases {

namespace {

constexpr int most_at_once = 2;  ///< each takes a processor and some hundred megabytes
constexpr std::size_t most_bytes = 64U << 20U;

class Turn {
public:
    Turn() : taken_{running().fetch_add(1) < most_at_once}
    {
        if (!taken_) --running();
    }
    ~Turn()
    {
        if (taken_) --running();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    [[nodiscard]] bool taken() const { return taken_; }

private:
    static std::atomic<int>& running()
    {
        static std::atomic<int> count{0};
        return count;
    }
    bool taken_;
};

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    void close()
    {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

std::optional<std::string> found(const std::string& program)
{
    const auto runs = [](const std::string& path) { return access(path.c_str(), X_OK) == 0; };
    if (program.find('/') != std::string::npos) return runs(program) ? std::optional{program} : std::nullopt;
    const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here sets a variable
    std::string rest = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        const auto candidate = rest.substr(0, colon) + "/" + program;
        if (candidate[0] == '/' && runs(candidate)) return candidate;
        rest = colon == std::string::npos ? "" : rest.substr(colon + 1);
    }
    return std::nullopt;
}

/// Only what it needs, the day of the document for its clock, and a proxy that is not there: it can fetch nothing.
std::vector<std::string> surroundings(Date day)
{
    std::vector<std::string> all{"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8",
                                 "SOURCE_DATE_EPOCH=" + std::to_string(std::int64_t{day.serial()} * 86'400)};
    for (const char* name : {"http_proxy", "https_proxy", "ftp_proxy", "all_proxy"})
        all.push_back(std::string{name} + "=http://127.0.0.1:9");
    for (const char* name : {"HOME", "TMPDIR", "XDG_CACHE_HOME"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets a variable
        if (value != nullptr) all.push_back(std::string{name} + "=" + value);
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> all;
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// Starts the program in a group of its own, with our ends of two sockets, and nothing else of ours open in it.
pid_t start(std::vector<std::string> words, std::vector<std::string> variables, int input, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    pid_t child = -1;
    const auto arguments = pointers(words);
    const auto environment = pointers(variables);
    const int wrong =
        posix_spawn(&child, words.front().c_str(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return wrong == 0 ? child : -1;
}

enum class Ending { done, failed, late };

/// Gives all of `input` and takes all of `output` before the time is up.
Ending talk(Descriptor& in, const Descriptor& out, std::string_view input, std::string& output,
            std::chrono::steady_clock::time_point until)
{
    std::array<char, 65536> piece{};
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0) return Ending::late;
        std::array<pollfd, 2> ends{pollfd{out.number(), POLLIN, 0}, pollfd{in.number(), POLLOUT, 0}};
        const int ready = poll(ends.data(), in.number() >= 0 ? 2 : 1, static_cast<int>(left));
        if (ready < 0 && errno != EINTR) return Ending::failed;
        if (ready <= 0) continue;
        if (ends[1].revents != 0 && in.number() >= 0) {
            const auto sent =
                send(in.number(), input.data(), std::min(input.size(), piece.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
            const bool gone = sent < 0 && errno != EAGAIN && errno != EINTR;
            if (input.empty() || gone) in.close();
        }
        if (ends[0].revents != 0) {
            const auto got = recv(out.number(), piece.data(), piece.size(), MSG_DONTWAIT);
            if (got == 0) return Ending::done;
            if (got < 0 && errno != EAGAIN && errno != EINTR) return Ending::failed;
            if (got > 0) output.append(piece.data(), static_cast<std::size_t>(got));
            if (output.size() > most_bytes) return Ending::failed;
        }
    }
}

/// Waits for the end of a program that closed its output; one that does not end then is ended.
bool ended_well(pid_t child, std::chrono::steady_clock::time_point until)
{
    int status = 0;
    while (std::chrono::steady_clock::now() < until) {
        const auto done = waitpid(child, &status, WNOHANG);
        if (done == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (done < 0 && errno != EINTR) return false;
        usleep(5'000);
    }
    kill(-child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
}

}  // namespace

bool can_print_pdf(const PdfPrinter& printer)
{
    return found(printer.program).has_value();
}

Result<std::string> print_pdf(std::string_view html, const PdfIdentity& identity, const PdfPrinter& printer)
{
    const auto program = found(printer.program);
    if (!program) return refuse(no_pdf_program);
    const Turn turn;
    if (!turn.taken()) return refuse(pdf_busy);

    std::array<int, 2> input{};
    std::array<int, 2> output{};
    constexpr int kind = SOCK_STREAM | SOCK_CLOEXEC;
    if (socketpair(AF_UNIX, kind, 0, input.data()) != 0) throw std::runtime_error{"no socket to WeasyPrint"};
    Descriptor ours_in{input[0]};
    Descriptor theirs_in{input[1]};
    if (socketpair(AF_UNIX, kind, 0, output.data()) != 0) throw std::runtime_error{"no socket to WeasyPrint"};
    const Descriptor ours_out{output[0]};
    Descriptor theirs_out{output[1]};

    const auto until = std::chrono::steady_clock::now() + printer.patience;
    const auto child = start({*program, "--quiet", "--encoding", "utf-8", "--base-url", "about:blank", "--pdf-variant",
                              "pdf/a-3b", "--pdf-identifier", identity.identifier, "-", "-"},
                             surroundings(identity.day), theirs_in.number(), theirs_out.number());
    if (child < 0) return refuse(pdf_failed);
    theirs_in.close();
    theirs_out.close();

    std::string pdf;
    const auto ending = talk(ours_in, ours_out, html, pdf, until);
    if (ending != Ending::done) {
        kill(-child, SIGKILL);
        waitpid(child, nullptr, 0);
        if (ending == Ending::failed) return refuse(pdf_failed);
        return refuse(pdf_took_too_long, {{"seconds", std::to_string(printer.patience.count())}});
    }
    if (!ended_well(child, until) || !pdf.starts_with("%PDF-")) return refuse(pdf_failed);
    return pdf;
}

}  // namespace vierkant::usecases
