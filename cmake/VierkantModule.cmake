# One static library per folder of src/, which names its neighbours: what is not named cannot be included.
# (tests/tidy compares the includes with the same picture.)
#   vierkant_module(lending DIR domain/lending DEPENDS base PRIVATE Boost::headers)
function(vierkant_module name)
  cmake_parse_arguments(M "" "DIR" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${M_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${M_DEPENDS} vierkant_flags PRIVATE ${M_PRIVATE})
endfunction()

# One test program per folder of tests/.
#   vierkant_tests(lending DIR domain/lending DEPENDS lending)
function(vierkant_tests name)
  cmake_parse_arguments(T "" "DIR" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${T_DIR}/*.cpp")
  add_executable(${name}_test ${sources})
  target_link_libraries(${name}_test PRIVATE ${T_DEPENDS} vierkant_flags Catch2::Catch2WithMain)
  target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  # Only the files that ask for the source folder are compiled with its name: all others are the same wherever the
  # project lies, so that a compiler cache serves every checkout.
  foreach(source IN LISTS sources)
    file(STRINGS "${source}" uses REGEX "VIERKANT_SOURCE_DIR" LIMIT_COUNT 1)
    if(uses)
      set_property(SOURCE "${source}" APPEND PROPERTY COMPILE_DEFINITIONS VIERKANT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
  catch_discover_tests(${name}_test TEST_PREFIX "${name}: " WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endfunction()

# A library with the text of every file in the folders; made anew when one changes or appears.
#   vierkant_embed(embedded FOLDERS schema data)
function(vierkant_embed name)
  cmake_parse_arguments(E "" "" "FOLDERS" ${ARGN})
  set(files "")
  foreach(folder IN LISTS E_FOLDERS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}"
      "${CMAKE_SOURCE_DIR}/${folder}/*.sql" "${CMAKE_SOURCE_DIR}/${folder}/*.csv" "${CMAKE_SOURCE_DIR}/${folder}/*.json"
      "${CMAKE_SOURCE_DIR}/${folder}/*.css" "${CMAKE_SOURCE_DIR}/${folder}/*.js" "${CMAKE_SOURCE_DIR}/${folder}/*.svg")
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  list(JOIN files "\n" lines)
  set(list_file "${CMAKE_CURRENT_BINARY_DIR}/${name}_files.txt")
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/${name}_contents.cpp")
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${lines}\n")
  list(TRANSFORM files PREPEND "${CMAKE_SOURCE_DIR}/" OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" -DROOT=${CMAKE_SOURCE_DIR} -DOUTPUT=${generated} -DLIST=${list_file}
            -P "${CMAKE_SOURCE_DIR}/cmake/Embed.cmake"
    DEPENDS ${paths} "${list_file}" "${CMAKE_SOURCE_DIR}/cmake/Embed.cmake" VERBATIM)
  add_library(${name} STATIC "${CMAKE_SOURCE_DIR}/src/embedded/embedded.cpp" "${generated}")
  target_link_libraries(${name} PUBLIC vierkant_flags)
endfunction()
