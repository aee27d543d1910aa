#include "conformance/invented_case.hpp"

#include <algorithm>

#include "conformance/story.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien::detail {

PackedEntry* tell(Story& story, Event event, Day on, std::initializer_list<AttributeValue> attributes) {
    if (!known(on) || on > story.simulation.until) return nullptr;
    PackedEntry entry{.event = event, .on = on};
    entry.attributes.assign(attributes);
    // Some facts become known later than they happened.
    if (story.chance.happens(60)) entry.recorded_on = std::min(on + 1 + story.chance.mostly_small(45), story.simulation.until);
    story.told.entries.push_back(std::move(entry));
    return &story.told.entries.back();
}

InventedCase invented_case(const Protocol& protocol, const Simulation& simulation, std::uint64_t case_number, NamePool& names) {
    Story story{.protocol = protocol, .simulation = simulation, .names = names, .case_number = case_number,
                .chance = Chance(simulation.seed, 0, case_number)};
    story.told.people = people_of(simulation, case_number, names);
    tell_referral(story);
    tell_contact(story);
    if (known(story.contact) && tell_interview(story, story.contact)) {
        tell_support(story, story.entry);
        tell_exit(story);
    }
    // Whoever lost the referral has something else to show for the case, or nobody would know of it.
    if (story.told.entries.empty()) tell(story, Event::referral, story.referral, {said(Attribute::origin, Origin::other_origin)});
    tell_return(story);
    tell_slips(story);
    tell_corrections(story);
    return std::move(story.told);
}

}  // namespace maintien::detail
