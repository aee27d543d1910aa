# What Doxygen reads of a header: the same lines, with the documentation that would be the same everywhere.
/= default;/ {
  /operator\(<=>\|==\)/ { /\/\/\/</! s|$|  ///< Compares member by member, in their order.| }
}
/^template <>$/ {
  N
  s|^\(template <>\)\(\n[^\n]* [a-z_]*_of<\)|/** As the template of this name says, for this type. */ \1\2|
}
