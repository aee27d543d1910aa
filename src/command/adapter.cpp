#include "command/adapter.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#ifdef _WIN32
#include <filesystem>
#include <random>

#include "maintien/io/text_file.hpp"
#else
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace maintien::command {
namespace {

constexpr std::size_t longest_answer = std::size_t{16} << 20;
constexpr std::size_t read_at_once = std::size_t{1} << 16;

/// Answers as they come, in pieces that end anywhere.
struct Answers {
    std::size_t expected;
    std::vector<std::string> lines{};
    std::string begun{};  // the line that has not ended
};

void end_line(Answers& answers) {
    const auto expected = std::to_string(answers.expected);
    if (answers.lines.size() == answers.expected)
        throw std::runtime_error("the adapter's answers: found more than " + expected + " lines, expected " + expected + ", one a question");
    answers.lines.push_back(std::exchange(answers.begun, {}));
}

void take(Answers& answers, std::string_view piece) {
    for (auto end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
        answers.begun += piece.substr(0, end);
        end_line(answers);
        piece.remove_prefix(end + 1);
    }
    answers.begun += piece;
    if (answers.begun.size() > longest_answer)
        throw std::runtime_error("answer " + std::to_string(answers.lines.size() + 1) + ": found a line longer than 16 MiB, expected a shorter one");
}

std::vector<std::string> all_of(Answers answers) {
    if (!answers.begun.empty()) end_line(answers);
    const auto found = std::to_string(answers.lines.size()), expected = std::to_string(answers.expected);
    if (found != expected) throw std::runtime_error("the adapter's answers: found " + found + " lines, expected " + expected + ", one a question");
    return std::move(answers.lines);
}

[[noreturn]] void fail(const Adapter& adapter) { throw std::runtime_error("the adapter failed: " + adapter.command); }

#ifdef _WIN32

/// A folder of our own for the questions, gone with its owner.
struct Scratch {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("maintien-conform-" + std::to_string(std::random_device{}()));

    Scratch() { std::filesystem::create_directory(folder); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code unheard;
        std::filesystem::remove_all(folder, unheard);
    }
};

// There an adapter that answers too much loses its pipe, and one that hangs is ended by hand.
std::vector<std::string> run(const Adapter& adapter, const std::string& questions, std::size_t expected) {
    const Scratch scratch;
    const auto file = (scratch.folder / "questions.jsonl").string();
    io::write_whole(file, questions);
    int status = 0;
    Answers answers{expected};
    {
        const auto close = [&status](std::FILE* pipe) { status = _pclose(pipe); };
        const std::unique_ptr<std::FILE, decltype(close)> pipe(_popen(("(" + adapter.command + ") < \"" + file + "\"").c_str(), "rb"), close);
        if (!pipe) fail(adapter);
        std::string piece(read_at_once, '\0');
        while (const auto count = std::fread(piece.data(), 1, piece.size(), pipe.get())) take(answers, std::string_view(piece).substr(0, count));
    }
    if (status != 0) fail(adapter);
    return all_of(std::move(answers));
}

#else

using Clock = std::chrono::steady_clock;

[[noreturn]] void refuse_start() { throw std::runtime_error("the adapter cannot be started: " + std::generic_category().message(errno)); }

/// A pipe that no other program inherits.
struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe() {
        if (::pipe(ends.data()) != 0) refuse_start();
        for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() { close_both(); }

    void close_both() {
        close_end(0);
        close_end(1);
    }
    void close_end(std::size_t which) {
        if (const int end = std::exchange(ends[which], -1); end >= 0) ::close(end);
    }
};

/// The questions as a file without a name, at its beginning: nothing is left behind, however this ends.
std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_of(const std::string& questions) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
    if (!file || std::fwrite(questions.data(), 1, questions.size(), file.get()) != questions.size() || std::fflush(file.get()) != 0) refuse_start();
    ::lseek(::fileno(file.get()), 0, SEEK_SET);
    return file;
}

/// A process at the head of a group of its own, ended with its owner and with all it started.
struct Process {
    pid_t id;

    /// In the process, `act` does not return.
    template <class Act>
    explicit Process(Act&& act) : id(::fork()) {
        if (id < 0) refuse_start();
        ::setpgid(id, id);  // by both, for neither knows who comes first
        if (id == 0) act();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        ::kill(-id, SIGKILL);
        ::waitpid(id, nullptr, 0);
    }
};

/// An adapter at work. A keeper beside it waits for this program to be gone, whatever ended it, and ends the adapter then.
struct Work {
    Pipe answers{}, alive{}, kept{};
    Process adapter, keeper;

    Work(const std::string& command, int questions) : adapter([&] { become(command, questions); }), keeper([this] { keep(); }) {
        answers.close_end(1);
        if (::write(kept.ends[1], "k", 1) != 1) refuse_start();
    }

    /// Waits for its keeper before it begins, so that it never outlives this program.
    [[noreturn]] void become(const std::string& command, int questions) {
        kept.close_end(1);
        char said = 0;
        if (::read(kept.ends[0], &said, 1) != 1) std::_Exit(127);
        ::dup2(questions, STDIN_FILENO);
        ::dup2(answers.ends[1], STDOUT_FILENO);
        ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
        std::_Exit(127);
    }
    [[noreturn]] void keep() {
        answers.close_both();
        kept.close_both();
        alive.close_end(1);
        char nothing = 0;
        while (::read(alive.ends[0], &nothing, 1) < 0 && errno == EINTR) continue;
        ::kill(-adapter.id, SIGKILL);
        std::_Exit(0);
    }
};

[[noreturn]] void give_up(const Adapter& adapter, const Answers& answers) {
    const auto seconds = std::to_string(adapter.seconds);
    if (answers.lines.size() == answers.expected) throw std::runtime_error("the adapter: found it still at work " + seconds + " s after its last answer, expected its end (--timeout)");
    throw std::runtime_error("answer " + std::to_string(answers.lines.size() + 1) + ": found nothing for " + seconds + " s, expected an answer (--timeout)");
}

/// Whether there is something to read, or the end, before a time.
bool comes(int answers, Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waited{answers, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waited, 1, static_cast<int>(left)) : 0;
    return ready > 0 || (ready < 0 && errno == EINTR && comes(answers, until));
}

/// Reads until the adapter says no more; gives the time by which it must have ended.
Clock::time_point read_all(const Adapter& adapter, int from, Answers& answers) {
    const std::chrono::seconds patience(adapter.seconds);
    auto until = Clock::now() + patience;
    std::string piece(read_at_once, '\0');
    for (;;) {
        if (!comes(from, until)) give_up(adapter, answers);
        const auto count = ::read(from, piece.data(), piece.size());
        if (count <= 0) return until;
        const auto before = answers.lines.size();
        take(answers, std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
        if (answers.lines.size() > before) until = Clock::now() + patience;
    }
}

/// Whether a process ends well before a time.
std::optional<bool> ends_well(pid_t process, Clock::time_point until) {
    // The state is looked at and left there: the process is ended, and its number given back, by its owner.
    siginfo_t state{};
    while (Clock::now() < until) {
        if (::waitid(P_PID, static_cast<id_t>(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_pid == process)
            return state.si_code == CLD_EXITED && state.si_status == 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return std::nullopt;
}

std::vector<std::string> run(const Adapter& adapter, const std::string& questions, std::size_t expected) {
    const auto file = file_of(questions);
    const Work work(adapter.command, ::fileno(file.get()));
    Answers answers{expected};
    const auto until = read_all(adapter, work.answers.ends[0], answers);
    const auto well = ends_well(work.adapter.id, until);
    if (!well) give_up(adapter, answers);
    if (!*well) fail(adapter);
    return all_of(std::move(answers));
}

#endif

}  // namespace

std::vector<std::string> answers_of(const Adapter& adapter, const std::string& questions, std::size_t expected) { return run(adapter, questions, expected); }

}  // namespace maintien::command
