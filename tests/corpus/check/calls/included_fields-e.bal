type Options record {|
    int size;
    never shape?;
|};

type Strict record {|
    int size;
|};

function plain(int other, *Options options) returns int => other + options.size;

function named(int size, *Options options) returns int => size + options.size; // @error ParamFieldNotUnique

function twice(*Options options, *Strict strict) returns int => options.size + strict.size; // @error ParamFieldNotUnique

function allowed(int shape, *Options options) returns int => shape + options.size;

class Holder {
    function named(int size, *Options options) returns int => size + options.size; // @error ParamFieldNotUnique
}

type Texts record {|
    string...;
|};

type MoreTexts record {|
    string...;
|};

type Counts record {|
    never title?;
    never other?;
    int...;
|};

function open(*Texts texts, *Counts counts) returns int => texts.length() + counts.length();

function openTwice(*Texts texts, *MoreTexts more) returns int => texts.length() + more.length();

function besides(int other, *Counts counts) returns int => other + counts.length();

function calls() {
    int _ = open(title = "a", other = "b", counts = {"n": 1});
    int _ = openTwice(title = "a"); // @error NamedArgAmbiguous
    int _ = openTwice(title = "a", more = {}); // @error NamedArgAmbiguous
    int _ = besides(other = 1, n = 2);
}
