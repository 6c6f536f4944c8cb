import modules.util;

configurable string greeting = "default";

int counter = 0;

function greet(string name) returns string => greeting + " " + util:shout(name);
