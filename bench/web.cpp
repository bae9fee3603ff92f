// The desk under load: pages while many ask, bookings while others read reports, and clients who dawdle.

#include "measure.h"
#include "ratios.h"
#include "web_client.h"

#include "storage/fund_store.h"
#include "storage/migrations.h"
#include "usecases/sessions.h"
#include "usecases/tokens.h"
#include "usecases/users.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace vierkant::bench {

namespace {

using Clock = std::chrono::steady_clock;

const Date today = date(2023, 1, 20);
constexpr int clients = 50;
constexpr double rate = 200;  // requests a second, of all clients together
constexpr int rounds = 5;
constexpr double round_seconds = 5;
constexpr int readers = 20;
constexpr double booking_seconds = 10;

std::int64_t seconds_now()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// A copy of an administration with someone who may do everything, logged in, and a program's token.
class Desk {
public:
    explicit Desk(const AdministrationFile& of) : loans_{of.loans}, file_{of.path + ".web"}
    {
        std::filesystem::copy_file(of.path, file_, std::filesystem::copy_options::overwrite_existing);
        storage::Connection connection{file_};
        storage::migrate(connection);
        const std::string password = "een lang wachtwoord voor de bank";
        const storage::Task task{"user add", "bench", today, to_text(today) + "T09:00:00Z"};
        const officers::Account account{
            "bench",
            "Bench",
            {officers::Role::administrator, officers::Role::officer, officers::Role::treasurer},
            true};
        if (!usecases::add_user(connection, task, account, password)) throw std::runtime_error{"no account"};
        const auto session = usecases::log_in(connection, "bench", password, seconds_now());
        const auto token =
            usecases::add_token(connection, {"token add", "bench", today, to_text(today) + "T09:00:01Z"},
                                {"bench", "bench", {officers::Scope::read, officers::Scope::loans_write}, today + 300});
        if (!session || !token) throw std::runtime_error{"no session"};
        cookie_ = "Cookie: vierkant_session=" + *session + "\r\n";
        token_ = "Authorization: Bearer " + token->secret + "\r\n";
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk()
    {
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + end);
    }

    [[nodiscard]] const std::string& file() const { return file_; }
    std::size_t page(Client& client, const std::string& target) const { return client.ask(get(target, cookie_)); }
    std::size_t loan_page(Client& client, std::int64_t n) const { return page(client, "/loans/" + loan(n)); }
    /// Costs charged to a loan that was looked at first, as a careful program does.
    std::size_t book(Client& client, std::int64_t n) const
    {
        const auto target = "/api/v1/loans/" + loan(n);
        client.ask(get(target, token_));
        const auto headers = token_ + "Content-Type: application/json\r\nIdempotency-Key: bench-" + std::to_string(n) +
                             "\r\nIf-Match: " + client.etag() + "\r\n";
        return client.ask(post(target + "/events", headers,
                               R"({"type": "fee", "date": ")" + to_text(today) + R"(", "amount": "25.00"})", 201));
    }

private:
    /// Loans far from each other, one after the other.
    [[nodiscard]] std::string loan(std::int64_t n) const { return "L-" + std::to_string(n * 7'919 % loans_ + 1); }

    std::int64_t loans_;
    std::string file_;
    std::string cookie_;
    std::string token_;
};

std::string milliseconds(double seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f ms", seconds * 1'000);
    return text;
}

void tell_errors(const Load& load)
{
    if (load.errors.empty()) return;
    throw std::runtime_error{std::to_string(load.errors.size()) + " requests went wrong: " + load.errors.front()};
}

std::size_t empty_reply(Client& client, std::int64_t)
{
    return client.ask(get("/health", "", 204));
}

/// Loan pages at a rate beside an empty reply at the same rate, in turn.
void loan_pages(const Desk& desk, const ServedProgram& served, const std::string& name)
{
    const auto pages = [&](Client& client, std::int64_t n) { return desk.loan_page(client, n); };
    tell_errors(at_rate(served.port(), clients, rate, 2, pages));  // what is read first is read from the disk
    std::vector<double> ours;
    std::vector<double> bare;
    Load all;
    for (int round = 0; round < rounds; ++round) {
        const auto page = at_rate(served.port(), clients, rate, round_seconds, pages);
        const auto empty = at_rate(served.port(), clients, rate, round_seconds, empty_reply);
        tell_errors(page);
        tell_errors(empty);
        ours.push_back(page.quantile(0.99));
        bare.push_back(empty.quantile(0.99));
        all.add(page);
    }
    const Times times{median(ours), median(bare)};
    print("loan page" + name + ", p99 times that of an empty reply", times.ratio(), Goal::at_most, 3,
          "empty " + milliseconds(times.bare) + "; median of pages " + milliseconds(all.quantile(0.5)));
    print("  p99 in milliseconds", times.ours * 1'000, Goal::at_most, 10, "");
    print("  largest page in kB on the wire", static_cast<double>(all.largest) / 1'000, Goal::at_most, 100, "");
}

/// Bookings a second by one officer's program.
double bookings(const Desk& desk, const ServedProgram& served, std::int64_t first)
{
    const auto until =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(booking_seconds));
    const auto load = one_after_another(
        served.port(), 1, [&](Client& client, std::int64_t n) { return desk.book(client, first + n); },
        [&] { return Clock::now() >= until; });
    tell_errors(load);
    return static_cast<double>(load.seconds.size()) / booking_seconds;
}

void bookings_beside_readers(const Desk& desk, const ServedProgram& served)
{
    const auto report = [&](Client& client, std::int64_t n) {
        static constexpr const char* names[] = {"repayment", "social-return", "portfolio", "fund-statement"};
        return desk.page(client, std::string{"/reports/"} + names[n % 4]);
    };
    constexpr std::int64_t apart = 1'000'000;  // bookings of one round have other keys than those of the next
    std::vector<double> alone;
    std::vector<double> beside;
    std::size_t reports = 0;
    for (int round = 0; round < 3; ++round) {
        alone.push_back(bookings(desk, served, 2 * round * apart));
        std::atomic<bool> done = false;
        Load reading;
        std::thread crowd{
            [&] { reading = one_after_another(served.port(), readers, report, [&] { return done.load(); }); }};
        beside.push_back(bookings(desk, served, (2 * round + 1) * apart));
        done = true;
        crowd.join();
        tell_errors(reading);
        reports += reading.seconds.size();
    }
    print("bookings under 20 report readers, part of without", median(beside) / median(alone), Goal::at_least, 0.7,
          std::to_string(static_cast<int>(median(alone))) + " a second alone; " + std::to_string(reports) +
              " reports read");
}

}  // namespace

void web_load(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.empty()) return;
    std::printf("desk over %lld loans, %d clients, %.0f requests a second\n",
                static_cast<long long>(files.back().loans), clients, rate);
    const Desk desk{files.back()};
    const ServedProgram served{desk.file(), to_text(today)};
    loan_pages(desk, served, "");
    {
        const Dawdlers dawdlers{served.port(), 150, 150};
        loan_pages(desk, served, " beside 300 dawdlers");
    }
}

void web_readers(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.empty()) return;
    const Desk desk{files.back()};
    const ServedProgram served{desk.file(), to_text(today)};
    bookings_beside_readers(desk, served);
}

void web_soak(const Folder& folder)
{
    const auto files = administrations(folder);
    if (files.empty()) return;
    const Desk desk{files.back()};
    const ServedProgram served{desk.file(), to_text(today)};
    // Of each hundred requests, ninety pages, eight bookings, and two reports.
    const auto mixed = [&](Client& client, std::int64_t n) {
        if (n % 50 == 49) return desk.page(client, "/reports/repayment");
        if (n % 25 == 12 || n % 25 == 18) return desk.book(client, n);
        static constexpr const char* pages[] = {"/", "/loans?page=3", "/applications", "/undertakings", "/arrears"};
        return n % 2 == 0 ? desk.loan_page(client, n) : desk.page(client, pages[n / 2 % 5]);
    };
    constexpr double minutes = 10;
    constexpr double soak_rate = 40;
    at_rate(served.port(), clients, soak_rate, 10, mixed);
    const auto memory = served.memory();
    const auto load = at_rate(served.port(), clients, soak_rate, minutes * 60,
                              [&](Client& client, std::int64_t n) { return mixed(client, n + 1'000'000); });
    print("errors in a soak of ten minutes", static_cast<double>(load.errors.size()), Goal::at_most, 0,
          std::to_string(load.seconds.size()) + " requests, p50 " + milliseconds(load.quantile(0.5)) + ", p99 " +
              milliseconds(load.quantile(0.99)));
    for (std::size_t i = 0; i < std::min<std::size_t>(load.errors.size(), 5); ++i)
        std::printf("  %s\n", load.errors[i].c_str());
    remark("  memory of the server after it, MiB", served.memory(),
           std::to_string(static_cast<int>(memory)) + " before");
}

}  // namespace vierkant::bench
