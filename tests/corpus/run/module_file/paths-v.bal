import ballerina/file;
import ballerina/io;

public function main() returns error? {
    io:println(file:pathSeparator, file:pathListSeparator); // @output /:
    io:println(check file:isAbsolutePath("/a"), check file:isAbsolutePath("a"), check file:isAbsolutePath(""));
    // @output truefalsefalse
    foreach string path in ["/A/B/C", "/A/B/", "A", "/", "", "a//b"] {
        io:println("'", check file:basename(path), "' '", check file:parentPath(path), "' ", check file:splitPath(path));
        // @output 'C' '/A/B' ["A","B","C"]
        // @output 'B' '/A' ["A","B"]
        // @output 'A' '' ["A"]
        // @output '' '' []
        // @output '' '' [""]
        // @output 'b' 'a' ["a","b"]
    }
    foreach string path in ["foo/../bar", "/a/./b/../../c", "../a", "a/../..", "/..", "", "a//b/"] {
        io:println("'", check file:normalizePath(path, file:CLEAN), "'");
        // @output 'bar'
        // @output '/c'
        // @output '../a'
        // @output '..'
        // @output '/'
        // @output ''
        // @output 'a/b'
    }
    io:println(check file:joinPath("/", "foo", "", "bar")); // @output /foo/bar
    io:println(check file:joinPath("", "a", "b/")); // @output a/b
    io:println(check file:relativePath("a/b/c", "a/c/d")); // @output ../../c/d
    io:println(check file:relativePath("/a", "/a/b/c")); // @output b/c
    io:println(check file:relativePath("/a/b", "/a")); // @output ..
    io:println(check file:relativePath("a", "./a")); // @output .
    io:println(file:relativePath("/a", "b")); // @output error RelativePathError ("Can't make: b relative to /a")
    io:println(file:relativePath("../a", "b")); // @output error RelativePathError ("Can't make: b relative to ../a")
}
