# Links every file of resources/ballerina and resources/samples into the program as bytes, with one table:
#   barre::model::embeddedFiles() -> { path, bytes }   (declared in model/project/embedded_files.h)
file(GLOB_RECURSE embedded CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/resources
     ${CMAKE_SOURCE_DIR}/resources/ballerina/*.bal ${CMAKE_SOURCE_DIR}/resources/samples/*)
list(SORT embedded)
set(assembly ".section .rodata\n.balign 16\n")
set(table "")
set(index 0)
set(depends "")
foreach(path IN LISTS embedded)
    string(APPEND assembly "embedded_${index}_begin:\n.globl embedded_${index}_begin\n.hidden embedded_${index}_begin\n.incbin \"${CMAKE_SOURCE_DIR}/resources/${path}\"\nembedded_${index}_end:\n.globl embedded_${index}_end\n.hidden embedded_${index}_end\n.byte 0\n")
    string(APPEND declarations "extern const char embedded_${index}_begin[], embedded_${index}_end[];\n")
    string(APPEND table "    {\"${path}\", {embedded_${index}_begin, size_t(embedded_${index}_end - embedded_${index}_begin)}},\n")
    list(APPEND depends ${CMAKE_SOURCE_DIR}/resources/${path})
    math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
set(generated ${CMAKE_BINARY_DIR}/generated)
file(CONFIGURE OUTPUT ${generated}/embedded_files.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${generated}/embedded_files.cpp CONTENT "#include \"model/project/embedded_files.h\"
extern \"C\" {
${declarations}}
namespace barre::model {
std::span<const EmbeddedFile> embeddedFiles() {
    static const EmbeddedFile files[] = {
${table}    };
    return files;
}
} // namespace barre::model
" @ONLY)
set_source_files_properties(${generated}/embedded_files.S PROPERTIES OBJECT_DEPENDS "${depends}")
add_library(barre_library_text OBJECT ${generated}/embedded_files.S ${generated}/embedded_files.cpp)
target_link_libraries(barre_library_text PUBLIC barre_options)
