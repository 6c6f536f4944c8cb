// A grouping key may go without a name.
import ballerina/io;

public function main() {
    var groups = from var n in [1, 2, 3, 4, 5]
        group by var _ = n % 2 == 0
        select [n];
    io:println(groups); // @output [[1,3,5],[2,4]]
    var nested = from var n in [1, 2, 3, 4, 5]
        group by int _ = n % 2
        select from var m in [n]
            group by var _ = m > 2, var big = m > 4
            select [big, m];
    io:println(nested); // @output [[[false,1],[false,3],[true,5]],[[false,2],[false,4]]]
}
