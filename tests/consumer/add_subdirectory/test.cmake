include(${CMAKE_CURRENT_LIST_DIR}/../steps.cmake)

configure(${CMAKE_CURRENT_LIST_DIR} ${work}/build -D maintien_SOURCE=${source})
run(${CMAKE_COMMAND} --build ${work}/build)
expect_output(${work}/build/headers "maintien ${version}: 2025-02-28")
expect_output(${work}/build/documents [["dossier \"12\""]])
