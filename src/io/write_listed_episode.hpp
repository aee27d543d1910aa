#pragma once
// An episode behind a figure, as every document lists it.

#include "io/write_case_key.hpp"
#include "maintien/indicators/explain.hpp"

namespace maintien::io::detail {

/// Writes which episode is meant.
inline void write_episode_key(JsonWriter& json, const EventTable& events, const ListedEpisode& listed) {
    write_case_key(json, key_of(events, listed.case_index));
    json.key("episode");
    json.count(listed.episode);
}

/// Writes an episode, and how often it is counted.
inline void write_listed_episode(JsonWriter& json, const EventTable& events, const ListedEpisode& listed) {
    json.begin_object();
    write_episode_key(json, events, listed);
    json.key("times");
    json.count(listed.times);
    json.end();
}

}  // namespace maintien::io::detail
