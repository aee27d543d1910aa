include(${CMAKE_CURRENT_LIST_DIR}/../steps.cmake)

run(${CMAKE_COMMAND} --install ${built} --prefix ${work}/prefix)
expect_clean_prefix(${work}/prefix)
configure(${CMAKE_CURRENT_LIST_DIR} ${work}/build -D CMAKE_PREFIX_PATH=${work}/prefix -D maintien_VERSION_WANTED=${version})
run(${CMAKE_COMMAND} --build ${work}/build)
expect_output(${work}/build/headers "maintien ${version}: 2025-02-28")
expect_output(${work}/build/documents [["dossier \"12\""]])
expect_output("${work}/prefix/bin/maintien;--version" "maintien ${version}")
# The kit that was installed, found by the program beside it, against a program built here.
run(${work}/prefix/bin/maintien conform --adapter ${work}/build/adapter)
