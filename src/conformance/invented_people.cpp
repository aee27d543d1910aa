#include <string>

#include "conformance/invented_case.hpp"
#include "maintien/vocabulary/case_attributes.hpp"

namespace maintien::detail {
namespace {

constexpr int service_count = 24, centre_count = 3, physician_count = 4, manager_count = 2, employer_count = 400;

// Kinds of things that have choices of their own.
constexpr std::uint64_t kind_service = 1, kind_place = 2, kind_worker = 3, kind_employer = 4, kind_person = 5;

std::string numbered(char letter, std::uint64_t number, int width) {
    std::string text(static_cast<std::size_t>(width) + 1, letter);
    for (int i = width; i > 0; --i, number /= 10) text[static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
    return text;
}

/// Some services are large, most are small.
int service_of(const Simulation& simulation, std::uint64_t case_number) {
    Chance chance(simulation.seed, kind_service, case_number & ~std::uint64_t{1});
    const int first = chance.mostly_small(service_count);
    // The two cases that share a number lie in two services.
    return case_number % 2 == 0 ? first : (first + 1 + chance.below(service_count - 1)) % service_count;
}

/// The worker of a case: now and then the one of an earlier case.
std::uint64_t worker_of(const Simulation& simulation, std::uint64_t case_number) {
    Chance chance(simulation.seed, kind_worker, case_number);
    return case_number >= 2 && chance.happens(40) ? case_number - 2 : case_number;
}

constexpr std::array<Weighted<Sector>, 10> sectors{{{Sector::C, 22}, {Sector::F, 15}, {Sector::G, 16}, {Sector::H, 9}, {Sector::I, 7},
                                                    {Sector::N, 11}, {Sector::Q, 12}, {Sector::M, 4}, {Sector::S, 3}, {Sector::A, 1}}};
constexpr std::array<Weighted<Workforce>, 4> workforces{{{Workforce::under_11, 28}, {Workforce::_11_49, 30}, {Workforce::_50_249, 26}, {Workforce::_250_and_over, 16}}};
constexpr std::array<Weighted<Occupation>, 6> occupations{{{Occupation::manual_worker, 45}, {Occupation::employee, 35}, {Occupation::intermediate, 12},
                                                           {Occupation::manager_or_professional, 5}, {Occupation::craft_or_trade, 2}, {Occupation::farmer, 1}}};

void say(std::vector<AttributeValue>& said, Attribute attribute, std::uint32_t value) { said.push_back({attribute, value}); }

template <class Code>
std::uint32_t position(Code code) {
    return static_cast<std::uint32_t>(index_of(code));
}

}  // namespace

CasePeople people_of(const Simulation& simulation, std::uint64_t case_number, NamePool& names) {
    const int service = service_of(simulation, case_number);
    Chance place(simulation.seed, kind_place, case_number);
    const std::string of_service = numbered('-', static_cast<std::uint64_t>(service) + 1, 2), of_centre = of_service + numbered('-', static_cast<std::uint64_t>(place.below(centre_count)) + 1, 1);
    const auto person = [&](char letter, int count) { return std::string(1, letter).append(of_centre).append(numbered('-', static_cast<std::uint64_t>(place.below(count)) + 1, 1)); };
    CasePeople people;
    people.service = names.index_of(std::string("sst").append(of_service));
    people.number = names.index_of(numbered('D', case_number / 2 + 1, 8));
    people.centre = names.index_of(std::string("c").append(of_centre));
    people.physician = names.index_of(person('m', physician_count));
    people.manager = names.index_of(person('g', manager_count));
    people.employer_number = static_cast<std::uint64_t>(service * employer_count + place.mostly_small(employer_count));
    people.employer = names.index_of(std::string("e").append(of_service).append(numbered('-', people.employer_number % employer_count + 1, 3)));
    if (!place.happens(20)) people.worker = names.index_of(numbered('w', worker_of(simulation, case_number) + 1, 9));
    return people;
}

std::vector<AttributeValue> description_of(const Simulation& simulation, std::uint64_t case_number, const CasePeople& people) {
    Chance worker(simulation.seed, kind_person, worker_of(simulation, case_number));
    Chance employer(simulation.seed, kind_employer, people.employer_number);
    std::vector<AttributeValue> said;
    if (people.worker != 0) say(said, Attribute::worker, people.worker);
    say(said, Attribute::centre, people.centre);
    say(said, Attribute::physician, people.physician);
    say(said, Attribute::employer, people.employer);
    say(said, Attribute::sex, position(worker.happens(470) ? Sex::female : Sex::male));
    if (!worker.happens(30)) say(said, Attribute::birth_year, static_cast<std::uint32_t>(1957 + (worker.below(45) + worker.below(45)) / 2));
    if (!employer.happens(50)) say(said, Attribute::sector, position(one_of(employer, sectors)));
    if (!employer.happens(80)) say(said, Attribute::workforce, position(one_of(employer, workforces)));
    if (!worker.happens(100)) say(said, Attribute::occupation, position(one_of(worker, occupations)));
    if (worker.happens(350)) say(said, Attribute::disabled_worker, worker.happens(600) ? 1u : 0u);
    return said;
}

}  // namespace maintien::detail
