public function shout(string text) returns string => text.toUpperAscii() + mark();

function mark() returns string => "!";
